/** The letters of a column, from 0: `A`, `Z`, `AA`. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}

/** A place of the workbook, and whether anything stands there. */
export interface FormPlace {
  readonly place: string
  readonly isEmpty: boolean
}

/** Where in the workbook each place of the convention was read: `/sites/0/postcode` → `Sites!D2`. */
export class FormPlaces {
  private readonly known = new Map<string, FormPlace>()

  note(path: string, place: string, isEmpty = false): void {
    if (!this.known.has(path)) this.known.set(path, { place, isEmpty })
  }

  /** The place of a path: its own, the first below it, or that of what it stands in. */
  find(path: string): FormPlace | undefined {
    const own = this.known.get(path)
    if (own) return own
    const below = [...this.known.entries()].find(([known]) => known.startsWith(`${path}/`))
    if (below) return { place: below[1].place, isEmpty: false }
    const parent = path.slice(0, path.lastIndexOf('/'))
    return path.lastIndexOf('/') > 0 ? this.find(parent) : undefined
  }
}
