import { ROWS_PER_BLOCK } from '#domain/listing/listing.ts'

/** Rows in the pieces in which they travel. */
export function* slices<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += ROWS_PER_BLOCK) {
    yield items.slice(start, start + ROWS_PER_BLOCK)
  }
}
