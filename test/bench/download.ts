import type { Page } from '@playwright/test'
import type { Bridge } from '#bridge/contract.ts'
import type { ListingBlock } from '#domain/listing/listing.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
    /** What the raw write is given: every accepted row of the package, as an object. */
    rawRows: object[]
  }
}

/** Milliseconds from the click on download until the list says that the package is here. */
export async function timeDownload(page: Page, agreementNo: string): Promise<number> {
  return await page.evaluate(async (agreement) => {
    const line = [...document.querySelectorAll('li')].find((one) => one.textContent.includes(agreement))
    const started = performance.now()
    line?.querySelector('button')?.click()
    return await new Promise<number>((resolve) => {
      const look = () => {
        const isHere = line?.dataset['open'] === 'true' && line.querySelector('[role=progressbar]') === null
        if (isHere) resolve(performance.now() - started)
        else requestAnimationFrame(look)
      }
      look()
    })
  }, agreementNo)
}

/** Makes the rows of the downloaded package ready for the raw write; resolves to how many there are of each listing. */
export async function readRows(page: Page, agreementNo: string): Promise<Record<string, number>> {
  return await page.evaluate(async (agreement) => {
    const value = <T>(answer: { ok: true; value: T } | { ok: false }): T => {
      if (!answer.ok) throw new Error('the package can not be read')
      return answer.value
    }
    const { items } = value(await window.bridge.invoke('central:inspections', null))
    const inspectionId = items.find(({ record }) => record['agreementNo'] === agreement)?.id ?? ''
    const { listings } = value(await window.bridge.invoke('package:manifest', { inspectionId }))
    window.rawRows = []
    const { blocks } = listings.find(({ listing }) => listing === 'activities') ?? { blocks: [] }
    for (const { sha256 } of blocks) {
      const { bytes } = value(await window.bridge.invoke('package:block', { inspectionId, sha256 }))
      const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
      const { columns, rows } = (await new Response(text).json()) as ListingBlock
      for (const { line, marks, cells } of rows) {
        const named = columns.map((column, at) => [column, cells[at]] as const)
        window.rawRows.push({ line, marks, ...Object.fromEntries(named) })
      }
    }
    return Object.fromEntries(listings.map(({ listing, accepted }) => [listing, accepted]))
  }, agreementNo)
}

/** Milliseconds that IndexedDB itself takes for the rows as objects: one table, one transaction, nothing sealed. */
export async function timeRawWrite(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('refused'))
      })
    const opening = indexedDB.open('bench-raw')
    opening.onupgradeneeded = () => void opening.result.createObjectStore('rows', { autoIncrement: true })
    const db = await done(opening)
    const started = performance.now()
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
    const rows = transaction.objectStore('rows')
    for (const row of window.rawRows) rows.add(row)
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    const took = performance.now() - started
    db.close()
    await done(indexedDB.deleteDatabase('bench-raw'))
    return took
  })
}
