import { useMemo } from 'react'
import type { Counts } from '#renderer/app/Navigation.tsx'
import { isToSync, rowsOf, type InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'

/** The figures beside the queues. */
export function countsOf(rows: readonly InspectionRow[]): Counts {
  return {
    inspections: rows.length,
    transfers: rows.filter(isToSync).length,
    returned: rowsOf(rows, 'returned').length,
    review: rowsOf(rows, 'review').length,
    closed: rowsOf(rows, 'closed').length,
    packages: rows.filter(({ downloaded }) => downloaded).length,
  }
}

export function useCounts(rows: readonly InspectionRow[] | undefined): Counts {
  return useMemo(() => (rows ? countsOf(rows) : {}), [rows])
}
