export { cellFormatter, type YesNo } from '#renderer/ui/format-cell.ts'
