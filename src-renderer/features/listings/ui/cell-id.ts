/** Id of a cell, or of a header at row -1: what `aria-activedescendant` names. */
export const cellId = (key: string, row: number, column: number): string => `${key}:${row}:${column}`
