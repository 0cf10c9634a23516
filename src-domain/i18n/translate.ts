import type { Details } from '#domain/result.ts'

/** One language of one area: dotted keys as nested objects, `{{name}}` for values. */
export interface Catalog {
  readonly [key: string]: string | Catalog
}

/** The text under a dotted key with its values filled in; the key itself when there is none. */
export function translate(catalog: Catalog, key: string, values: Details = {}): string {
  const found = key
    .split('.')
    .reduce<string | Catalog | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      catalog,
    )
  if (typeof found !== 'string') return key
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
