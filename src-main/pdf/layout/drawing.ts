const VIEW_BOX = /viewBox="\s*(-?[\d.]+)[ ,]+(-?[\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)\s*"/
const SIZE = /<svg[^>]*?\bwidth="([\d.]+)(?:px)?"[^>]*?\bheight="([\d.]+)(?:px)?"/
const SHAPE = /<(path|circle)\b([^>]*)>/g

/**
 * A drawn signature rebuilt from its strokes alone, so that nothing else (links, images, scripts, styles) of the
 * received SVG gets near the PDF. Undefined when it has no stroke or no extent.
 */
export function cleanDrawing(svg: string): string | undefined {
  const box = readBox(svg)
  const strokes = [...svg.matchAll(SHAPE)].map(([, kind, attributes = '']) =>
    kind === 'path' ? cleanPath(attributes) : cleanDot(attributes),
  )
  const drawn = strokes.filter((stroke) => stroke !== '')
  if (!box || drawn.length === 0) return undefined
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}">${drawn.join('')}</svg>`
}

function readBox(svg: string): number[] | undefined {
  const viewBox = VIEW_BOX.exec(svg)?.slice(1) ?? ['0', '0', ...(SIZE.exec(svg)?.slice(1) ?? [])]
  const [left, top, width = 0, height = 0] = viewBox.map(Number)
  return width > 0 && height > 0 ? [left ?? 0, top ?? 0, width, height] : undefined
}

function cleanPath(attributes: string): string {
  const data = read(attributes, 'd', /^[MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]+$/)
  const width = Number(read(attributes, 'stroke-width', /^[\d.]+$/) || '2')
  if (data === '') return ''
  return `<path d="${data}" fill="none" stroke="#16213a" stroke-width="${width}" stroke-linecap="round"/>`
}

function cleanDot(attributes: string): string {
  const [x, y, radius] = ['cx', 'cy', 'r'].map((key) => read(attributes, key, /^-?[\d.]+$/))
  return x && y && radius ? `<circle cx="${x}" cy="${y}" r="${radius}" fill="#16213a"/>` : ''
}

/** An attribute's value when it has the allowed form, otherwise empty. */
function read(attributes: string, key: string, allowed: RegExp): string {
  const value = new RegExp(`(?:^|\\s)${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return allowed.test(value) ? value : ''
}
