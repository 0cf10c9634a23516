import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Schema from 'typebox/schema'
import type { Convention } from '#domain/convention/convention.ts'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { conventionFromWorkbook } from '#domain/convention/workbook/from-workbook.ts'
import { openListingFile } from '#domain/listing/open-listing-file.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { conventionSchemaText } from '#scripts/template/convention-schema.ts'
import { fullConvention } from '#test/fixtures/conventions/full-convention.ts'

let folder = ''
let forms = ''
let told = ''

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/template.mjs', ...args], { encoding: 'utf8' })
const read = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(path.join(forms, name)))

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'constat-template-'))
  forms = path.join(folder, 'deep/forms')
  const { status, stdout, stderr } = run(forms)
  if (status !== 0) throw new Error(stderr)
  told = stdout
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('npm run template', () => {
  it('writes the form of the convention and of every listing in both languages, and says which', async () => {
    const listings = LISTING_NAMES.flatMap((listing) =>
      ['fr.csv', 'fr.xlsx', 'nl.csv', 'nl.xlsx'].map((end) => `${listing}.${end}`),
    )
    const wanted = [...listings, 'convention.fr.xlsx', 'convention.nl.xlsx', 'convention.schema.json']
    expect((await readdir(forms)).sort()).toEqual(wanted.sort())
    for (const name of wanted) expect(told).toContain(name)
  })

  it.each([
    ['fr', 'Convention!B2'],
    ['nl', 'Overeenkomst!B2'],
  ])('writes a form (%s) that names the cells to fill in when it is read empty', async (language, cell) => {
    expect(await conventionFromWorkbook(await read(`convention.${language}.xlsx`))).toMatchObject({
      ok: false,
      error: {
        others: expect.arrayContaining([
          { code: 'import.convention-cell-missing', details: { path: cell } },
        ]) as unknown,
      },
    })
  })

  it.each(LISTING_NAMES)('writes headers of %s that the import knows', async (listing) => {
    for (const end of ['fr.csv', 'fr.xlsx', 'nl.csv', 'nl.xlsx']) {
      const fileName = `${listing}.${end}`
      const opened = await openListingFile({ fileName, bytes: await read(fileName) })
      expect(opened.ok ? opened.value.match : opened.error, fileName).toMatchObject({
        listing,
        missing: [],
        twice: [],
        unknown: [],
      })
    }
  })

  it('explains itself in three languages, and refuses what it does not know', () => {
    const help = run('--help')
    expect(help.status).toBe(0)
    for (const word of ['DOSSIER', 'MAP', 'FOLDER']) expect(help.stdout).toContain(word)
    expect(run('--nope').status).toBe(2)
  })

  it('says where it could not write', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    const { status, stderr } = run(path.join(file, 'below'), '--language', 'nl')
    expect(status).toBe(1)
    expect(stderr).toContain('De formulieren konden niet')
  })
})

describe('the published JSON Schema of a convention', () => {
  it('is the one that the app judges by: `npm run template -- --schema` writes it anew', async () => {
    expect(await readFile('resources/convention.schema.json', 'utf8')).toBe(conventionSchemaText())
  })

  it('takes a convention, and not one with a wrong or missing part', async () => {
    const published = Schema.Compile(JSON.parse(conventionSchemaText()) as object)
    const without: Partial<Convention> = fullConvention()
    delete without.sites
    expect(published.Check(fullConvention())).toBe(true)
    expect(published.Check(without)).toBe(false)
    expect(published.Check({ ...fullConvention(), startDate: '1/1/2025' })).toBe(false)
    const asFile = new TextEncoder().encode(JSON.stringify(without))
    expect(await parseConventionFile(asFile, 'c.json')).toMatchObject({
      error: {
        details: { count: 1, fileName: 'c.json' },
        others: [{ code: 'import.convention-missing', details: { path: '/sites' } }],
      },
    })
  })
})
