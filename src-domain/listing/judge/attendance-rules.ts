import { printDay, when, type Check, type Gate } from '#domain/listing/judge/rule.ts'
import { isSigned } from '#domain/listing/proof.ts'

/** What rejects an attendance: it proves nothing without its activity and its participation (`docs/domain/columns.md`). */
export const attendanceGates: readonly Gate<'attendance'>[] = [
  {
    code: 'att-activity-unknown',
    point: 'ADM-5',
    severity: 'E',
    columns: ['activityId'],
    against: 'activities',
    breach: ({ activityId: activity }, { rows }) =>
      when(rows.activities !== undefined && !rows.activities.has(activity), () => ({ activity })),
  },
  {
    code: 'att-participation-unknown',
    point: 'ADM-5',
    severity: 'E',
    columns: ['participationId'],
    against: 'participants',
    breach: ({ participationId: participation }, { rows }) =>
      when(rows.participants !== undefined && !rows.participants.has(participation), () => ({
        participation,
      })),
  },
]

/** An attendance is proven by a paper of the register, once there is one (`docs/domain/columns.md`; §D, ADM-5). */
const paperChecks: readonly Check<'attendance'>[] = [
  {
    code: 'att-document-missing',
    point: 'ACT-2',
    severity: 'W',
    columns: ['proofDocId'],
    needs: ['proofDocId'],
    against: 'documents',
    breach: ({ present, proofDocId }, { rows }) =>
      when(rows.documents !== undefined && present && proofDocId === null),
  },
  {
    code: 'att-document-unknown',
    point: 'ACT-2',
    severity: 'F',
    columns: ['proofDocId'],
    against: 'documents',
    breach: ({ present, proofDocId: document }, { rows: { documents } }) =>
      document === null ? null : when(present && documents?.has(document) === false, () => ({ document })),
  },
]

/** What is suspicious in an attendance: `docs/domain/columns.md`, `docs/domain/files.md`. */
export const attendanceChecks: readonly Check<'attendance'>[] = [
  ...paperChecks,
  {
    code: 'att-unsigned',
    point: 'ACT-2',
    severity: 'F',
    columns: ['participantSignature', 'trainerSignature'],
    needs: ['participantSignature', 'trainerSignature'],
    breach: (row) => when(row.present && !isSigned(row)),
  },
  {
    code: 'att-times-reversed',
    point: 'ACT-2',
    severity: 'W',
    columns: ['arrival', 'departure'],
    breach: ({ arrival, departure }) =>
      arrival === null || departure === null
        ? null
        : when(departure <= arrival, () => ({ arrival, departure })),
  },
  {
    code: 'att-outside-participation',
    point: 'DUR-2',
    severity: 'F',
    columns: ['activityId', 'participationId'],
    breach: (row, { rows }) => {
      const date = rows.activities?.get(row.activityId)?.date
      const participation = rows.participants?.get(row.participationId)
      if (!row.present || date === undefined || !participation) return null
      const inside = participation.entryDate <= date && date <= (participation.exitDate ?? '9999')
      return when(!inside, () => ({ date: printDay(date) }))
    },
  },
  {
    code: 'att-two-places',
    point: 'OBJ-3',
    severity: 'F',
    columns: ['activityId', 'participationId'],
    breach: (row, { twoPlaces }) => {
      const other = twoPlaces.get(row)
      return other ? { other: other.activityId } : null
    },
  },
]
