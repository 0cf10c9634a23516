import { Type, type Static } from 'typebox'
import { Evidence, Finding } from '#domain/finding/finding.ts'
import { Answer, Inspection } from '#domain/inspection/inspection.ts'
import { Disclosure } from '#domain/package/disclosure.ts'
import { PackageVersion } from '#domain/package/package-version.ts'
import { Decision, ReportVersion, Submission, Withdrawal } from '#domain/report/report-version.ts'
import { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'

/**
 * Every kind of record that travels, with its shape: the one list for tables, checks and wire.
 *
 * Records that earlier releases wrote stay in stores and logs, so a shape only grows: what is added to one, at any
 * depth, is `Type.Optional`, a value is only added to an enumeration, a limit only widened. Nothing is filled in when a
 * record is read or stored. The default stands where the field is used, in one function of its concept
 * (`leftOut = []`): the compiler asks for it, as the field may be undefined. What was agreed or drawn long ago is thus
 * shown as it was. `test/domain/sync/released-records.test.ts` holds every release against these shapes.
 */
export const recordSchemas = {
  inspection: Inspection,
  answer: Answer,
  finding: Finding,
  evidence: Evidence,
  sample: InspectionSample,
  'line-check': LineCheck,
  settlement: InspectionSettlement,
  report: ReportVersion,
  submission: Submission,
  withdrawal: Withdrawal,
  decision: Decision,
  package: PackageVersion,
  disclosure: Disclosure,
} as const

export type RecordKind = keyof typeof recordSchemas
export type RecordOf<K extends RecordKind> = Static<(typeof recordSchemas)[K]>
export const RECORD_KINDS = Object.keys(recordSchemas) as RecordKind[]
export const RecordKindSchema = Type.Enum([...RECORD_KINDS])

/** Kinds that are made once and never changed. */
export const FIXED_KINDS: readonly RecordKind[] = [
  'report',
  'submission',
  'withdrawal',
  'decision',
  'package',
  'disclosure',
]

/** Kinds that move an inspection on: none of them counts as done once the central store has refused it. */
export const ACT_KINDS: readonly RecordKind[] = ['submission', 'withdrawal', 'decision']
