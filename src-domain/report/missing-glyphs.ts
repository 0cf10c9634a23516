import type { Finding, Evidence } from '#domain/finding/finding.ts'
import { evidenceLabel, findingLabel } from '#domain/finding/numbering.ts'
import type { FindingField, Gap, Place } from '#domain/inspection/gap.ts'
import type { Answer, Inspection } from '#domain/inspection/inspection.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { missingSigns, nameSign, type CanDraw } from '#domain/report/signs.ts'

/** A sign that a report can't show: where it stands, and whether that holds the signature back. */
export interface MissingGlyph {
  /** `C-03`, `P-07`, `E-01`, a point's code, or empty. */
  readonly label: string
  /** The last name on the way to the text: `title`, `summary`, `inspector`. */
  readonly field: string
  /** `👍 (U+1F44D)` */
  readonly sign: string
  /** A name or a title must be printed as it is; any other text shows □. */
  readonly blocks: boolean
}

/** Names and titles of a report, as the ways to them in its model end. */
const NAMES = /^(?:inspector|organisation|partner\.name|(?:sections\.\d+\.findings|samples)\.\d+\.title)$/

/** Every sign of a report that its fonts lack, in the order of the report. */
export const missingGlyphs = (model: ReportModel, canDraw: CanDraw): MissingGlyph[] =>
  look(model, '', '', canDraw)

function look(value: unknown, way: string, label: string, canDraw: CanDraw): MissingGlyph[] {
  if (typeof value === 'string') {
    const field = way.split('.').findLast((name) => !/^\d+$/.test(name)) ?? ''
    const blocks = NAMES.test(way)
    return missingSigns(value, canDraw).map((sign) => ({ label, field, sign: nameSign(sign), blocks }))
  }
  if (typeof value !== 'object' || value === null) return []
  const { number, code } = value as { number?: unknown; code?: unknown }
  const own = [number, code].find((name) => typeof name === 'string') ?? label
  return Object.entries(value).flatMap(([key, item]) =>
    look(item, way === '' ? key : `${way}.${key}`, own, canDraw),
  )
}

interface TypedTexts {
  readonly inspection: Inspection
  readonly answers: readonly Pick<Answer, 'pointCode' | 'comment'>[]
  readonly findings: readonly Finding[]
  readonly evidence: readonly Evidence[]
}

/** What the inspector typed with signs that no font has; those in titles hold the signature back. */
export function glyphGaps({ inspection, answers, findings, evidence }: TypedTexts, canDraw: CanDraw): Gap[] {
  const gapsIn = (text: string, place: Place, label: string): Gap[] =>
    missingSigns(text, canDraw).map((sign) => {
      const blocks = place.kind === 'finding' && place.field === 'title'
      const code = blocks ? 'glyph-in-title' : 'glyph-in-text'
      return { code, weight: blocks ? 'missing' : 'advice', place, label, sign: nameSign(sign) }
    })
  return [
    ...VISIT_TEXTS.flatMap((field) => gapsIn(inspection[field] ?? '', { kind: 'visit', field }, '')),
    ...answers.flatMap(({ pointCode, comment }) =>
      gapsIn(comment, { kind: 'point', pointCode, field: 'comment' }, pointCode),
    ),
    ...findings
      .filter(({ binned }) => !binned)
      .flatMap((finding) =>
        FINDING_TEXTS.flatMap((field) =>
          gapsIn(
            finding[field],
            { kind: 'finding', findingId: finding.id, field },
            findingLabel(finding.number),
          ),
        ),
      ),
    ...evidence
      .filter(({ binned }) => !binned)
      .flatMap(({ id, number, caption }) =>
        gapsIn(caption, { kind: 'evidence', evidenceId: id, field: 'caption' }, evidenceLabel(number)),
      ),
  ]
}

const VISIT_TEXTS = [
  ...(['visitPlace', 'personsMet', 'limits', 'summary', 'conclusion'] as const),
  ...(['refusedBy', 'refusalWords', 'refusalWitnesses'] as const),
]
const FINDING_TEXTS = [
  'title',
  'criterion',
  'condition',
  'cause',
  'effect',
  'recommendation',
] as const satisfies readonly FindingField[]
