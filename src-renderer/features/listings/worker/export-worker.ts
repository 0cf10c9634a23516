import { writeCsv } from '#domain/table/write-csv.ts'
import { writeWorkbook, type SheetCell } from '#domain/table/write-workbook.ts'
import type { News, Order } from '#renderer/features/listings/worker/export-messages.ts'

let target: Extract<Order, { kind: 'csv' | 'xlsx' }> = { kind: 'csv' }
const rows: (readonly SheetCell[])[] = []

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'rows') for (const row of data.rows) rows.push(row)
  else if (data.kind === 'write') void write().then(tell)
  else target = data
})

async function write(): Promise<News['bytes']> {
  if (target.kind === 'csv') return writeCsv(rows.map((row) => row.map(String)))
  const { name, widths } = target
  return await writeWorkbook([{ name, widths, rows, headerRows: 1 }])
}

const tell = (bytes: News['bytes']): void =>
  postMessage({ bytes } satisfies News, { transfer: [bytes.buffer] })
