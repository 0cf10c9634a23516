import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { parseConvention } from '#domain/convention/parse-convention.ts'
import { leavesOf } from '#domain/convention/schema-leaves.ts'
import { Text } from '#domain/convention/basics.ts'
import { Convention } from '#domain/convention/convention.ts'
import { putAt } from '#domain/convention/workbook/places.ts'
import { conventionToWorkbook } from '#domain/convention/workbook/to-workbook.ts'
import { fullConvention } from '#test/fixtures/conventions/full-convention.ts'

const LANGUAGES = ['fr', 'nl'] as const

async function there(convention: Convention, language: 'fr' | 'nl'): Promise<string> {
  const parsed = await parseConventionFile(await conventionToWorkbook(convention, language), 'form.xlsx')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return JSON.stringify(parsed.value.convention)
}
const normal = (convention: Convention): string => {
  const parsed = parseConvention(JSON.stringify(convention))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return JSON.stringify(parsed.value.convention)
}

describe('the workbook form of a convention', () => {
  it.each(LANGUAGES)('gives every part back, letter for letter (%s)', async (language) => {
    expect(await there(fullConvention(), language)).toBe(normal(fullConvention()))
  })

  it('has a value in every field of the convention it is tried with', () => {
    const empty = [...leavesOf(Convention, fullConvention())].filter(
      ({ value }) => value === null || value === '',
    )
    const filled = (path: string): boolean =>
      [...leavesOf(Convention, fullConvention())].some(
        (leaf) => leaf.path.replace(/\d+/g, '0') === path && leaf.value !== null && leaf.value !== '',
      )
    expect(empty.map(({ path }) => path.replace(/\d+/g, '0')).filter((path) => !filled(path))).toEqual([])
  })

  it('keeps any text and any number', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    const figures = fc.tuple(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.integer({ min: 0 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 3, maxLength: 9 }),
        figures,
        async (texts, [any, whole]) => {
          const convention = fullConvention()
          let at = 0
          for (const { path, schema } of leavesOf(Convention, convention))
            if (schema === Text) putAt(convention, path.slice(1), texts[at++ % texts.length])
          Object.assign(convention.indicators[0]!, { target: any, declared: -any })
          convention.financing.instalments[0]!.amount = -(whole % 9_000_000_000_000)
          expect(await there(convention, 'nl')).toBe(normal(convention))
        },
      ),
      { numRuns: 40 },
    )
  })
})
