import type { CheckedSample } from '#domain/report/print-sample.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import { settlementId } from '#domain/settlement/inspection-settlement.ts'
import { evaluateInspectionSample } from '#renderer/db/numbers/evaluate.ts'
import { settleInspection } from '#renderer/db/numbers/settle.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'

/** The numbers of an inspection: samples with what was found and what it says, and the settlement. */
export async function gatherNumbers(
  inspectionId: string,
): Promise<Pick<ReportInput, 'samples' | 'decided' | 'settled'>> {
  const [samples, checks, decided] = await Promise.all([
    listRecords('sample', inspectionId),
    listRecords('line-check', inspectionId),
    getRecord('settlement', settlementId(inspectionId)),
  ])
  const checked: CheckedSample[] = []
  // One after the other: each opens its listing whole.
  for (const sample of samples) {
    const own = checks.filter(({ sampleId }) => sampleId === sample.id)
    checked.push({ sample, checks: own, evaluation: await evaluateInspectionSample(sample, own) })
  }
  return { samples: checked, decided: decided ?? null, settled: await settleInspection(inspectionId) }
}
