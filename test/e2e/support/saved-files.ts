import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import type { TableCell } from '#domain/table/table.ts'
import type { App } from '#test/e2e/support/app.ts'

/** Lets the app save a file at a place, without the dialog of the system; gives what it wrote. */
export async function saveTo(app: App, path: string, act: () => Promise<void>): Promise<Buffer> {
  await app.main.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await act()
  await expect
    .poll(() =>
      readFile(path).then(
        (bytes) => bytes.length,
        () => 0,
      ),
    )
    .toBeGreaterThan(0)
  return await readFile(path)
}

/** Saves the calculation that is on the screen and reads it again: what stands beside each label. */
export async function exportedPaper(
  app: App,
  name: string,
): Promise<Map<TableCell | undefined, TableCell | undefined>> {
  const button = app.page.getByRole('button', { name: 'Exporter le calcul (XLSX)' })
  const bytes = await saveTo(app, path.join(path.dirname(app.userData), name), () => button.click())
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return new Map(read.value.sheets[0]?.rows.map((row) => [row[0], row[1]]))
}
