import type { Fields } from '#domain/listing/columns.ts'
import type { Register } from '#domain/listing/judge/register.ts'
import { when, type Check } from '#domain/listing/judge/rule.ts'
import { splitIds } from '#domain/listing/split-ids.ts'

type Paper = Fields<'documents'>
type PaperCheck = Check<'documents'>

/** Unknown names that a mark repeats. */
const MOST_SHOWN = 3

const isSheet = ({ type }: Paper): boolean => type === 'ATTENDANCE_SHEET'

/** The convention itself, its sites, and any row of any listing can be what a paper proves. */
const isKnown = (id: string, { rows, convention, siteCodes }: Register): boolean =>
  id === convention.agreementNo || siteCodes.has(id) || Object.values(rows).some((byKey) => byKey.has(id))

/** Names of which nothing is known, once the listings that papers are about are all there. */
function unknownLinks({ linkedTo }: Paper, register: Register): string[] {
  const { activities, participants, counsellors } = register.rows
  if (linkedTo === null || !activities || !participants || !counsellors) return []
  return splitIds(linkedTo).filter((id) => !isKnown(id, register))
}

/**
 * What is suspicious in the register of supporting documents. `docs/domain/columns.md` names the columns; §C.4: a sheet that is
 * not dated is insufficient proof; §D, ACT-2 and ADM-4: originals. Severities are not given there.
 */
export const documentChecks: readonly PaperCheck[] = [
  {
    code: 'doc-link-unknown',
    point: 'ADM-5',
    severity: 'W',
    columns: ['linkedTo'],
    breach: (row, register) => {
      const unknown = unknownLinks(row, register)
      return when(unknown.length > 0, () => ({
        ids: unknown.slice(0, MOST_SHOWN).join(', '),
        count: unknown.length,
      }))
    },
  },
  {
    code: 'doc-sheet-undated',
    point: 'ACT-2',
    severity: 'F',
    columns: ['type', 'date'],
    needs: ['date'],
    breach: (row) => when(isSheet(row) && row.date === null),
  },
  {
    code: 'doc-undated',
    point: 'ADM-5',
    severity: 'W',
    columns: ['date'],
    needs: ['date'],
    breach: (row) => when(!isSheet(row) && row.date === null),
  },
  {
    code: 'doc-no-pages',
    point: 'ADM-5',
    severity: 'W',
    columns: ['pages'],
    needs: ['pages'],
    breach: ({ pages }) => when(pages === null || pages === 0),
  },
  {
    code: 'doc-original-not-seen',
    point: 'ADM-4',
    severity: 'W',
    columns: ['originalSeen'],
    breach: ({ originalSeen }) => when(originalSeen === false),
  },
  {
    code: 'doc-same-file',
    point: 'ADM-5',
    severity: 'F',
    columns: ['sha256'],
    breach: ({ docId }, { sameFile }) => {
      const other = sameFile.get(docId)
      return other === undefined ? null : { other }
    },
  },
]
