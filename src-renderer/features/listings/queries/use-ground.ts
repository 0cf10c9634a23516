import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import type { Clause } from '#domain/convention/convention.ts'
import { citeClauses } from '#domain/convention/cite-clauses.ts'
import { ruleOf } from '#domain/listing/judge/rule-book.ts'
import type { ListingName, RuleMark } from '#domain/listing/listing.ts'
import { readConvention } from '#renderer/db/packages.ts'

/** What a rule stands on: a control point, and the clauses of the convention that ground it. */
export interface Ground {
  readonly point: string
  readonly clauses: readonly Clause[]
}

/** Gives the ground of a rule's mark on rows of a listing; no clauses while the convention is read. */
export function useGround(inspectionId: string, listing: ListingName): (mark: RuleMark) => Ground | null {
  const convention = useLiveQuery(() => readConvention(inspectionId), [inspectionId])
  return useCallback(
    ({ rule }) => {
      const point = ruleOf(rule, listing)?.point
      if (point === undefined) return null
      return { point, clauses: convention ? citeClauses(convention, point) : [] }
    },
    [convention, listing],
  )
}
