import type { Alignment, Content, TableCell } from 'pdfmake/interfaces.js'
import { INK, TEXT_WIDTH } from '#main/pdf/layout/theme.ts'

/** A numbered main heading, in the contents list and in the bookmarks. */
export function mainHeading(text: string, id: string, onNewPage = false): Content {
  return {
    ...{ text, style: 'h1', headlineLevel: 1, tocItem: true },
    ...{ outline: true, outlineText: text, id },
    ...(onNewPage ? { pageBreak: 'before' as const, margin: [0, 0, 0, 10] as const } : {}),
  }
}

/** A heading inside a main one; bookmarked under `parent` when given. */
export function subHeading(text: string, parent?: string): Content {
  const bookmark = parent === undefined ? {} : { outline: true, outlineText: text, outlineParentId: parent }
  return { text, style: 'h2', headlineLevel: 2, ...bookmark }
}

/** A small heading over a table or a list. */
export const minorHeading = (text: string): Content => ({ text, style: 'h3', headlineLevel: 3 })

/** Running text as typed; paragraphs are its own line breaks. */
export function paragraph(text: string, missing: string): Content {
  const isEmpty = text.trim() === ''
  return { text: isEmpty ? missing : text, margin: [0, 0, 0, 6], ...(isEmpty ? { style: 'soft' } : {}) }
}

/** Labels and values in two aligned columns; a pair without a value is left out. */
export function facts(
  pairs: readonly (readonly [label: string, value: Content])[],
  labelWidth = 130,
): Content {
  const given = pairs.filter(([, value]) => value !== '')
  return {
    layout: 'facts',
    margin: [0, 0, 0, 6],
    table: {
      widths: [labelWidth, '*'],
      body: given.map(([label, value]): TableCell[] => [{ text: label, style: 'label' }, value as TableCell]),
    },
  }
}

export interface Column {
  readonly title: string
  readonly width: number | '*' | 'auto'
  readonly align?: Alignment
}

/** Rows longer than this may break over pages: kept whole they could be longer than a page. */
const LONG_CELL = 700

/** A table with hairlines; figures stand right. */
export function dataTable(columns: readonly Column[], rows: readonly TableCell[][]): Content {
  const head = columns.map(({ title, align }) => ({ text: title, style: 'cellHead', ...aligned(align) }))
  const body = rows.map((row) => row.map((cell, at) => alignCell(cell, columns[at]?.align)))
  const isLong = JSON.stringify(rows).length / Math.max(rows.length, 1) > LONG_CELL
  return {
    layout: 'rules',
    fontSize: 9,
    margin: [0, 2, 0, 8],
    table: {
      headerRows: 1,
      dontBreakRows: !isLong && !rows.some(hasLongText),
      widths: columns.map(({ width }) => width),
      body: [head, ...body],
    },
  }
}

const aligned = (align?: Alignment) => (align === undefined ? {} : { alignment: align })
const hasLongText = (row: TableCell[]) => JSON.stringify(row).length > LONG_CELL

function alignCell(cell: TableCell, align?: Alignment): TableCell {
  if (align === undefined) return cell
  if (typeof cell === 'string') return { text: cell, alignment: align }
  return { ...(cell as object), alignment: align } as TableCell
}

/** A hairline over the whole width. */
export const hairline = (margin: [number, number, number, number]): Content => ({
  margin,
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.6, lineColor: INK.line }],
})
