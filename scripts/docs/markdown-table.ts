/** A table in Markdown that is not laid out yet; cells may hold anything but line breaks. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '-')), ...rows.map(line)].join('\n')
}
