import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { NetworkProblem, readConvention } from '#central/import/network-files.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'constat-network-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('tells all that is wrong with a convention of a network, a line each', () => {
  const whole = sampleConvention()
  const partner = { ...whole.partner, iban: 'FR1', enterpriseNo: '0239843187' }
  writeFileSync(path.join(folder, 'convention.json'), JSON.stringify({ ...whole, partner }))
  const read = (): unknown => readConvention(folder)
  expect(read).toThrow(NetworkProblem)
  expect(read).toThrow(/convention-refused.*\n.*iban-country.*"\/partner\/iban".*\n.*enterprise-check/)
})
