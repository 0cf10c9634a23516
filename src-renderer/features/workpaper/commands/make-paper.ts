import i18next from 'i18next'
import type { Catalog } from '#domain/i18n/translate.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { SampleSurroundings } from '#domain/report/print-sample.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import { opinionOver, standing } from '#domain/sampling/opinion.ts'
import type { NumberedPart } from '#domain/workpaper/opinion-sheet.ts'
import type { PaperCatalogs } from '#domain/workpaper/paper-words.ts'
import { evaluateInspectionSample, exportSampleRecord } from '#renderer/db/numbers/evaluate.ts'
import { settlementGround } from '#renderer/db/numbers/settle.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { guarded } from '#renderer/db/store.ts'
import type { PaperOrder, PaperReply } from '#renderer/features/workpaper/worker/paper-messages.ts'
import { flushAllFields } from '#renderer/ui/autosave.ts'

/** A workbook and the number of the inspection it is of. */
export interface MadePaper {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly reference: string
}

interface Surroundings {
  readonly inspection: Inspection
  readonly beside: SampleSurroundings
}

async function surroundingsOf(inspectionId: string): Promise<Result<Surroundings>> {
  await flushAllFields()
  const [inspection, convention, findings] = await Promise.all([
    getRecord('inspection', inspectionId),
    readConvention(inspectionId),
    listRecords('finding', inspectionId),
  ])
  if (!inspection || !convention) return err('report.no-package')
  const on = new Date().toISOString().slice(0, 10)
  return ok({ inspection, beside: { convention, findings, on } })
}

const catalog = (language: string, area: string): Catalog =>
  i18next.getResourceBundle(language, area) as Catalog

/** The workbook goes with the report: it speaks the language of the partner. */
const catalogsOf = ({ language }: Inspection): PaperCatalogs => ({
  ...{ language, workpaper: catalog(language, 'workpaper'), print: catalog(language, 'print') },
  areas: { sampling: catalog(language, 'sampling'), settlement: catalog(language, 'settlement') },
})

/** Writes in a worker, which goes afterwards; where there are none (Node), on this thread. */
async function writeAway(order: PaperOrder): Promise<PaperReply> {
  if (typeof Worker === 'undefined') {
    const { writePaper } = await import('#renderer/features/workpaper/worker/write-paper.ts')
    return await writePaper(order)
  }
  const worker = new Worker(new URL('../worker/paper-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<PaperReply>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<PaperReply>) => resolve(data)
      worker.onerror = () => resolve(err('workpaper.stopped'))
      worker.postMessage(order)
    })
  } finally {
    worker.terminate()
  }
}

async function finish(around: Surroundings, order: Omit<PaperOrder, 'catalogs'>): Promise<Result<MadePaper>> {
  const { inspection } = around
  const bytes = await writeAway({ ...order, catalogs: catalogsOf(inspection) })
  return bytes.ok ? ok({ bytes: bytes.value, reference: inspection.reference }) : bytes
}

/** What the samples of an inspection say one by one, where they give an opinion together. */
async function judgedTogether(
  inspectionId: string,
  checks: readonly LineCheck[],
): Promise<NumberedPart[] | undefined> {
  const samples = await listRecords('sample', inspectionId)
  const counted = standing(samples.map((sample) => ({ sample }))).sort(
    (a, b) => a.sample.number - b.sample.number,
  )
  const evaluated = []
  for (const { sample } of counted)
    evaluated.push({ sample, evaluation: await evaluateInspectionSample(sample, checks) })
  const opinion = opinionOver(evaluated)
  if (!opinion.ok || opinion.value === null) return undefined
  return evaluated.flatMap(({ sample: { number }, evaluation }) =>
    evaluation.ok ? [{ number, part: evaluation.value }] : [],
  )
}

/**
 * The calculation of a sample as a workbook with live formulas, whether or not all lines are checked.
 * Errors: `report.no-package`, those of `exportSampleRecord`, `workpaper.stopped`.
 */
export async function makeSamplePaper(sample: InspectionSample): Promise<Result<MadePaper>> {
  return await guarded(async () => {
    const around = await surroundingsOf(sample.inspectionId)
    if (!around.ok) return around
    const all = await listRecords('line-check', sample.inspectionId)
    const checks = all.filter(({ sampleId }) => sampleId === sample.id)
    const record = await exportSampleRecord(sample)
    if (!record.ok) return record
    const checked = { sample, checks, evaluation: await evaluateInspectionSample(sample, checks) }
    const surroundings = around.value.beside
    const together = await judgedTogether(sample.inspectionId, all)
    return await finish(around.value, {
      sample: { checked, record: record.value, surroundings, together },
      settlement: null,
    })
  })
}

/**
 * The settlement as a workbook with live formulas. Errors: `report.no-package`, `workpaper.nothing-to-settle`, those of
 * `settlementGround` and `settleFacts`, `workpaper.stopped`.
 */
export async function makeSettlementPaper(inspectionId: string): Promise<Result<MadePaper>> {
  return await guarded(async () => {
    const around = await surroundingsOf(inspectionId)
    if (!around.ok) return around
    const ground = await settlementGround(inspectionId)
    if (!ground.ok) return ground
    if (ground.value === null) return err('workpaper.nothing-to-settle')
    const { samples, decision } = ground.value.request.facts
    const surroundings = { ...around.value.beside, samples, decided: decision }
    return await finish(around.value, { sample: null, settlement: { ground: ground.value, surroundings } })
  })
}
