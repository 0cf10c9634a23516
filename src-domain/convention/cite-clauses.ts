import type { Convention } from '#domain/convention/convention.ts'
import type { BilingualText } from '#domain/convention/basics.ts'
import type { Clause } from '#domain/convention/sections.ts'

/**
 * The clauses that ground a control point: those that name it, else all of its section; none when the convention has
 * no clause there.
 * @param point code of the point, `TGT-2`; its letters are the section's code
 */
export function citeClauses(convention: Pick<Convention, 'sections'>, point: string): Clause[] {
  const all = convention.sections.flatMap(({ clauses }) => clauses)
  const own = all.filter(({ points }) => points.includes(point))
  if (own.length > 0) return own
  return convention.sections.find(({ code }) => point.startsWith(`${code}-`))?.clauses ?? []
}

/** Clauses as a finding's criterion cites them: `3.2 – …`, one to a line. */
export const printClauses = (clauses: readonly Clause[], language: keyof BilingualText): string =>
  clauses.map(({ number, text }) => `${number} – ${text[language]}`).join('\n')
