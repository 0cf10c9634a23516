import { Type } from 'typebox'
import type { Role, User } from '#domain/account/account.ts'
import { Uuid } from '#domain/ids.ts'
import { SCREENS, screensOf, TABS, useRoute, type Route } from '#renderer/app/routes.ts'
import { getRecord } from '#renderer/db/records.ts'
import { keptAt } from '#renderer/ui/kept-drafts.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'
import { forgetScrolls } from '#renderer/ui/kept-scrolls.ts'

const Inside = Type.Object({
  screen: Type.Enum(['inspection', 'file']),
  inspectionId: Uuid,
  tab: Type.Enum([...TABS]),
  pointCode: Type.Optional(Type.String()),
  findingId: Type.Optional(Type.String()),
})
const KeptRoute = Type.Union([Type.Object({ screen: Type.Enum([...SCREENS]) }), Inside])

/** Where the way back is kept, of the laptop's own: it leads to any inspection, or to none. */
export const WAY = {
  ...{ scope: null, name: 'way-back' },
  shape: Type.Object({ userId: Uuid, route: Type.Unsafe<Route>(KeptRoute) }),
}

/** Where this person was when the app was locked or ended; the first screen of the role when that is no more. */
export async function wayBack({ id, role }: User): Promise<Route> {
  const kept = keptAt(WAY)
  if (kept?.userId === id && (await isThere(kept.route, role))) return kept.route
  const [first = 'inspections'] = screensOf(role)
  return { screen: first }
}

/** An inspection may have left this laptop, and each role has screens of its own. */
async function isThere(route: Route, role: Role): Promise<boolean> {
  if (!('inspectionId' in route)) return route.screen === 'bin' || screensOf(role).includes(route.screen)
  if (route.screen !== (role === 'INSPECTOR' ? 'inspection' : 'file')) return false
  return (await getRecord('inspection', route.inspectionId)) !== undefined
}

/** Keeps the way back from now on. @returns ends it */
export const keepWayBack = ({ id }: User): (() => void) =>
  useRoute.subscribe(({ route }) => {
    forgetScrolls()
    keepLook(WAY, { userId: id, route })
  })
