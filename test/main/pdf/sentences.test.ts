import { describe, expect, it } from 'vitest'
import type { Catalog } from '#domain/i18n/translate.ts'
import { buildReport } from '#domain/report/build-report.ts'
import { printTexts } from '#main/pdf/layout/print-texts.ts'
import { reportDefinition } from '#main/pdf/layout/report-definition.ts'
import { signatureFrames } from '#main/pdf/layout/signatures.ts'
import print from '#resources/locales/fr/print.json' with { type: 'json' }
import { FACTS, type Recorded } from '#test/main/pdf/sentence-facts.ts'
import { evidence, reportInput } from '#test/main/report-sample.ts'

/** All texts of a report as it would be laid out, joined. */
function textOf({ input = {}, acknowledgement = null, signer = null }: Recorded): string {
  const model = buildReport(reportInput({ evidence: [evidence(1)], ...input }))
  const texts = printTexts('fr')
  const parts = {
    model,
    texts,
    acknowledgement,
    signer,
    frames: signatureFrames(),
    photos: new Set<string>(),
  }
  const { content } = reportDefinition(parts)
  return collect(content).join('\n')
}

function collect(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (typeof part !== 'object' || part === null) return []
  return Object.values(part).flatMap(collect)
}

/** A fixed text with its places for values. */
const sentenceOf = (key: string): string =>
  key
    .split('.')
    .reduce<string | Catalog>((at, part) => (typeof at === 'string' ? at : (at[part] ?? '')), print) as string

/** A sentence as a pattern, whatever its values. */
const patternOf = (key: string) =>
  new RegExp(
    sentenceOf(key)
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^\\n(]*?'),
  )

const keysOf = (words: Catalog, above = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? `${above}${key}` : keysOf(value, `${above}${key}.`),
  )

const facts = Object.entries(FACTS).flatMap(([key, one]) => ('fact' in one ? [[key, one] as const] : []))

describe('a sentence of fact in the report', () => {
  it.each(facts)('%s is printed when its fact is recorded, and only then', (key, { recorded, missing }) => {
    expect(textOf(recorded)).toMatch(patternOf(key))
    expect(textOf(missing)).not.toMatch(patternOf(key))
  })

  it('has its fact in the table: no sentence is printed for nothing', () => {
    const sentences = keysOf(print).filter((key) => {
      const text = sentenceOf(key)
      return !/^(?:told|cell)\./.test(key) && /[^.]\.$|[:\u00a0]:$/.test(text) && text.split(' ').length > 2
    })
    expect(sentences.length).toBeGreaterThan(30)
    expect(sentences.filter((key) => !(key in FACTS))).toEqual([])
  })
})
