import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Convention } from '#domain/convention/convention.ts'
import {
  judgeSteps,
  openListingFile,
  type ListingFile,
  type OpenedFile,
} from '#domain/listing/import-listings.ts'
import { writeCsv } from '#domain/table/write-csv.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'
import { LARGE_AGREEMENT } from '#scripts/sample/conventions.ts'
import { writeNetwork } from '#scripts/sample/write-network.ts'
import type { ImportRun } from '#test/bench/import-run.ts'
import { asSheet, participationRows } from '#test/bench/listing-files.ts'
import { limited, median, type Measure } from '#test/bench/measure.ts'
import { ROOT } from '#test/bench/places.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

const ROUNDS = 3
const MOST_MEMORY = 400
const SEED = 2026

/** Files of 50,000 rows taken in by processes of their own, and every cross-row rule over 200,000 rows. */
export async function benchImport(): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'constat-bench-'))
  try {
    return [...(await benchFiles(folder)), ...(await benchRules(folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchFiles(folder: string): Promise<Measure[]> {
  const rows = participationRows(sampleConvention().agreementNo)
  const csv = path.join(folder, 'participants.csv')
  const xlsx = path.join(folder, 'participants.xlsx')
  writeFileSync(csv, writeCsv(rows))
  writeFileSync(xlsx, await writeWorkbook([{ name: 'Participants', rows: asSheet(rows), headerRows: 1 }]))
  return [
    ...against('CSV of 50,000 rows', csv, 'csv-parse', 2),
    ...against('XLSX of 50,000 rows', xlsx, 'hucre', 1.5),
  ]
}

/** The import of a file against its reader alone, by turns. */
function against(name: string, file: string, reader: string, bound: number): Measure[] {
  const rounds = Array.from({ length: ROUNDS }, () => ({ own: run('import', file), bare: run(reader, file) }))
  const value = median(rounds.map(({ own }) => own.ms))
  const baseline = median(rounds.map(({ bare }) => bare.ms))
  const peak = Math.max(...rounds.map(({ own }) => own.peak))
  return [
    { name: `${name}: parsed, judged, sealed`, value, unit: 'ms', baseline, bound },
    { ...limited(`${name}: most memory of the process`, peak, MOST_MEMORY), unit: 'MB' },
  ]
}

function run(job: string, file: string): ImportRun {
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const args = [tsx, path.join(ROOT, 'test/bench/import-run.ts'), job, file]
  const said = execFileSync(process.execPath, args, { encoding: 'utf8', cwd: ROOT })
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as ImportRun
}

/** All rules over the largest convention of the sample network, with three attendances for each of its own. */
async function benchRules(folder: string): Promise<Measure[]> {
  await writeNetwork(path.join(folder, 'network'), SEED, [LARGE_AGREEMENT])
  const home = path.join(folder, 'network', 'conventions', LARGE_AGREEMENT)
  const convention = JSON.parse(readFileSync(path.join(home, 'convention.json'), 'utf8')) as Convention
  const names = ['participants', 'activities', 'counsellors', 'references']
  const files = names.map((name) => fileOf(home, name))
  const attendance = { fileName: 'attendance.csv', bytes: writeCsv(tripled(fileOf(home, 'attendance'))) }
  const times = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timeRules([...files, attendance], convention))
  return [limited('every rule over 50,000 activities and 150,000 attendances', median(times), 1500)]
}

const fileOf = (home: string, name: string): ListingFile => ({
  fileName: `${name}.csv`,
  bytes: new Uint8Array(readFileSync(path.join(home, `${name}.csv`))),
})

/** Every attendance with those of two other people at the same activity. */
function tripled({ bytes }: ListingFile): string[][] {
  const [header = [], ...rows] = new TextDecoder()
    .decode(bytes)
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
  const person = 1
  const other = (at: number): string => rows[at % rows.length]?.[person] ?? ''
  const more = rows.flatMap((row, at) => [
    row,
    row.with(person, other(at + 977)),
    row.with(person, other(at + 1954)),
  ])
  return [header, ...more]
}

async function timeRules(files: readonly ListingFile[], convention: Convention): Promise<number> {
  const opened: OpenedFile[] = []
  for (const file of files) {
    const one = await openListingFile(file)
    if (!one.ok) throw new Error(`${file.fileName}: ${one.error.code}`)
    opened.push(one.value)
  }
  // The first third of the work reads cells; the rest judges rows.
  let started = 0
  for (const { done, of } of judgeSteps(opened, convention))
    if (started === 0 && done >= of / 3) started = performance.now()
  return performance.now() - started
}
