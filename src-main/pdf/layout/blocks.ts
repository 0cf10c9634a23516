import type { Alignment, Content, TableCell } from '#main/pdf/layout/pdf-types.ts'
import { INK, TEXT_WIDTH } from '#main/pdf/layout/theme.ts'

/** Rows and lists longer than this may break over pages: kept whole they could be longer than a page. */
const LONG = 900
const isLong = (part: unknown) => JSON.stringify(part).length > LONG

/**
 * Makes sure that so many points are left on the page, otherwise begins the next one: no heading stands alone at the
 * foot. An unbreakable blank takes the room, then the pen goes back to where the blank began.
 */
export function reserve(points: number): Content {
  const blank: Content = { unbreakable: true, stack: [{ canvas: [], margin: [0, 0, 0, points] }] }
  return { stack: [blank, { canvas: [], margin: [0, -points, 0, 0] }] }
}

/** A numbered main heading, in the contents list and in the bookmarks. */
export function mainHeading(text: string, id: string, onNewPage = false): Content[] {
  const heading = { text, style: 'h1', tocItem: true, outline: true, outlineText: text, id }
  if (onNewPage) return [{ ...heading, pageBreak: 'before', margin: [0, 0, 0, 10] }]
  return [reserve(140), heading]
}

/** A heading inside a main one with room for what follows; bookmarked under `parent` when given. */
export function subHeading(text: string, room: number, parent?: string): Content[] {
  const bookmark = parent === undefined ? {} : { outline: true, outlineText: text, outlineParentId: parent }
  return [reserve(room), { text, style: 'h2', ...bookmark }]
}

/** A small heading over a table or a list. */
export const minorHeading = (text: string): Content[] => [reserve(80), { text, style: 'h3' }]

/** Running text as typed; paragraphs are its own line breaks. */
export function paragraph(text: string, missing: string): Content {
  const isEmpty = text.trim() === ''
  return { text: isEmpty ? missing : text, margin: [0, 0, 0, 6], ...(isEmpty ? { style: 'soft' } : {}) }
}

/**
 * Labels and values in two aligned columns; a pair without a value is left out. The indent is inside the cells,
 * because pdfmake loses the margin of a table that breaks over pages.
 */
export function facts(
  pairs: readonly (readonly [label: string, value: Content])[],
  { labelWidth = 130, indent = 0 } = {},
): Content {
  const given = pairs.filter(([, value]) => value !== '')
  const label = (text: string): TableCell => ({ text, style: 'label', margin: [indent, 0, 0, 0] })
  return {
    layout: 'facts',
    margin: [0, 0, 0, 6],
    table: {
      widths: [labelWidth + indent, '*'],
      body: given.map(([text, value]) => [label(text), value]),
    },
  }
}

export interface Column {
  readonly title: string
  readonly width: number | '*' | 'auto'
  readonly align?: Alignment
}

/** A table with hairlines; figures stand right. */
export function dataTable(columns: readonly Column[], rows: readonly TableCell[][]): Content {
  const head = columns.map(({ title, align }) => ({ text: title, style: 'cellHead', ...aligned(align) }))
  const body = rows.map((row) => row.map((cell, at) => alignCell(cell, columns[at]?.align)))
  return {
    layout: 'rules',
    fontSize: 9,
    margin: [0, 2, 0, 8],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: !rows.some(isLong),
      widths: columns.map(({ width }) => width),
      body: [head, ...body],
    },
  }
}

const aligned = (align?: Alignment) => (align === undefined ? {} : { alignment: align })

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
