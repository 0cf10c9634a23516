/** Something that lasts: from `start` up to but not at `end`, on one scale of numbers. */
export interface Span {
  readonly key: string
  /** Only spans of one group can overlap: a person on a day. */
  readonly group: string
  readonly start: number
  readonly end: number
}

/**
 * Finds the spans that begin while an earlier one of their group still lasts; n log n.
 * @returns the later span's key with the key of the one that still lasts
 */
export function findOverlaps(spans: readonly Span[]): Map<string, string> {
  const overlaps = new Map<string, string>()
  for (const members of groupsOf(spans)) {
    let last: Span | undefined
    for (const span of members.sort((a, b) => a.start - b.start)) {
      if (last && span.start < last.end) overlaps.set(span.key, last.key)
      if (!last || span.end > last.end) last = span
    }
  }
  return overlaps
}

function groupsOf(spans: readonly Span[]): Iterable<Span[]> {
  const groups = new Map<string, Span[]>()
  for (const span of spans) {
    const members = groups.get(span.group)
    if (members) members.push(span)
    else groups.set(span.group, [span])
  }
  return groups.values()
}
