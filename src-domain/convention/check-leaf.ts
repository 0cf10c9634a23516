import type { TSchema } from 'typebox'
import { IsoDate } from '#domain/convention/basics.ts'
import { refuse, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { EnterpriseNo, Iban } from '#domain/convention/partner.ts'
import type { Leaf } from '#domain/convention/schema-leaves.ts'
import { isIsoDay } from '#domain/dates.ts'
import { enterpriseNumberFault, parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { ibanFault, parseBelgianIban } from '#domain/identifiers/iban.ts'

/** What is wrong with a text, the end of an error code; null when nothing is. Numbers are kept without any sign between. */
const FAULTS: ReadonlyMap<TSchema, (text: string) => string | null> = new Map<
  TSchema,
  (text: string) => string | null
>([
  [IsoDate, (text) => (isIsoDay(text) ? null : 'date')],
  [Iban, (text) => (parseBelgianIban(text) === text ? null : `iban-${ibanFault(text) ?? 'character'}`)],
  [
    EnterpriseNo,
    (text) =>
      parseEnterpriseNumber(text) === text
        ? null
        : `enterprise-${enterpriseNumberFault(text) ?? 'character'}`,
  ],
])

/** A day that does not exist, an account or enterprise number that is none: what is wrong with it. */
export function checkLeaf({ path, schema, value }: Leaf): ConventionProblem[] {
  if (typeof value !== 'string' || value === '') return []
  const fault = FAULTS.get(schema)?.(value) ?? null
  const length = value.replace(/[\s.\-/]/g, '').length
  return refuse(fault !== null, fault ?? '', path, fault?.endsWith('-length') ? { length } : {})
}
