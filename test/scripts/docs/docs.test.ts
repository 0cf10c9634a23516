import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { RULES } from '#domain/listing/judge/rule-book.ts'
import { contentOf, PAGES, placeOf } from '#scripts/docs/docs.ts'

describe('the pages written from the code', () => {
  it.each(Object.keys(PAGES))('%s is what `npm run docs` writes', async (page) => {
    expect(await readFile(placeOf(page), 'utf8')).toBe(await contentOf(page))
  })

  it('name every rule with its texts', async () => {
    const page = await contentOf('listing-rules.md')
    for (const { code } of RULES) expect(page).toContain(`\`${code}\``)
    expect(page).not.toMatch(/\| +\|$|undefined|\{\{/m)
  })
})
