/** Something that lasts: from `start` up to but not at `end`, on one scale of numbers. */
export interface Span<K> {
  readonly key: K
  /** Only spans of one group can overlap: those of one person. */
  readonly group: string
  readonly start: number
  readonly end: number
}

/**
 * Finds the spans that begin while an earlier one of their group still lasts; n log n.
 * @returns the later span's key with the key of the one that still lasts
 */
export function findOverlaps<K>(spans: Iterable<Span<K>>): Map<K, K> {
  const overlaps = new Map<K, K>()
  for (const members of groupsOf(spans)) {
    let last: Span<K> | undefined
    for (const span of members.sort((a, b) => a.start - b.start)) {
      if (last && span.start < last.end) overlaps.set(span.key, last.key)
      if (!last || span.end > last.end) last = span
    }
  }
  return overlaps
}

/** The groups of two spans or more: most people have one. */
function groupsOf<K>(spans: Iterable<Span<K>>): Iterable<Span<K>[]> {
  const firsts = new Map<string, Span<K>>()
  const groups = new Map<string, Span<K>[]>()
  for (const span of spans) {
    const first = firsts.get(span.group)
    const members = first && groups.get(span.group)
    if (members) members.push(span)
    else if (first) groups.set(span.group, [first, span])
    else firsts.set(span.group, span)
  }
  return groups.values()
}
