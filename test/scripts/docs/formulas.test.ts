import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMULAS } from '#scripts/docs/formulas.ts'
import { REQUESTS } from '#scripts/numbers/answer-line.ts'

const code = ['src-domain/sampling', 'src-domain/settlement']
  .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
  .concat('src-domain/dates.ts', 'src-domain/money.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const fields = JSON.stringify(Object.values(REQUESTS).map(({ schema }) => schema))
const formulas = Object.values(FORMULAS).flat()

describe('the page of formulas', () => {
  it.each(formulas)(
    '$name names a function that computes it, and fields that exist',
    ({ code: name, parameters }) => {
      expect(code).toMatch(new RegExp(`export (function|const) ${name}\\b`))
      for (const parameter of parameters) expect(fields, parameter).toContain(`"${parameter}"`)
    },
  )
})
