/** Reads what is behind the way in. The way in is small and starts at once; the rest is read while somebody types. */
export const loadInside = () => import('#renderer/app/inside.ts')
