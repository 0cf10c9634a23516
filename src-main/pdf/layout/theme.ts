import type { CustomTableLayout, StyleDictionary } from '#main/pdf/layout/pdf-types.ts'

/** A4 in points, with margins that leave lines of about 95 characters. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 74, bottom: 62 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** One accent, greys, and nothing else: the report must also read well printed in black. */
export const INK = { text: '#1c2126', soft: '#59636e', line: '#c9d0d7', ground: '#f3f5f8', accent: '#2f4b9e' }

export const styles: StyleDictionary = {
  h1: { fontSize: 16, bold: true, color: INK.accent, margin: [0, 22, 0, 8] },
  h2: { fontSize: 11.5, bold: true, margin: [0, 14, 0, 4] },
  h3: { fontSize: 9.5, bold: true, margin: [0, 10, 0, 4] },
  soft: { color: INK.soft },
  small: { fontSize: 8, color: INK.soft },
  cellHead: { fontSize: 8, color: INK.soft },
  label: { color: INK.soft },
  hash: { fontSize: 6.4, color: INK.soft },
  running: { fontSize: 8, color: INK.soft },
}

const hair = () => INK.line

/** Hairlines between rows, a firmer one under the heading, no vertical lines. */
const rules: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row === 0 ? 0 : row === (table.headerRows ?? 0) ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (row, { table }) => (row === (table.headerRows ?? 0) ? INK.soft : INK.line),
  paddingLeft: (column) => (column === 0 ? 0 : 5),
  paddingRight: (column, { table }) => (column === (table.widths?.length ?? 0) - 1 ? 0 : 5),
  paddingTop: () => 3.2,
  paddingBottom: () => 3.2,
}

/** Label and value side by side, no line at all. */
const facts: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 10,
  paddingTop: () => 1.8,
  paddingBottom: () => 1.8,
}

/** The frame of a finding: a hairline above, the rest is air. */
const frame: CustomTableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: hair,
  vLineColor: hair,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 6,
  paddingBottom: () => 6,
}

export const tableLayouts = { rules, facts, frame }
