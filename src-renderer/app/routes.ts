import { create } from 'zustand'

/** Screens that stand alone; each a key of the catalog `frame`, `screen.*`. */
export const SCREENS = [
  'inspections',
  'transfers',
  'bin',
  'returned',
  'packages',
  'review',
  'closed',
  'verify',
  'settings',
] as const
export type ScreenName = (typeof SCREENS)[number]

export const TABS = [
  'points',
  'listings',
  'profile',
  'sampling',
  'findings',
  'settlement',
  'evidence',
  'convention',
  'report',
  'activity',
] as const
export type Tab = (typeof TABS)[number]

/** What is looked at inside an inspection. */
export interface InspectionPlace {
  readonly inspectionId: string
  readonly tab: Tab
  readonly pointCode?: string
  readonly findingId?: string
}
export type Route =
  | { readonly screen: ScreenName }
  | ({ readonly screen: 'inspection' } & InspectionPlace)
  | ({ readonly screen: 'file' } & InspectionPlace)

/** Shortest way up from a place: where "back" leads and which entry of the navigation is marked. */
export function parentOf(route: Route): ScreenName {
  if (route.screen === 'inspection') return 'inspections'
  if (route.screen === 'bin') return 'transfers'
  return route.screen === 'file' ? 'review' : route.screen
}

/** Screens that a role has in its navigation, in order. */
export function screensOf(role: 'INSPECTOR' | 'SUPERVISOR' | 'ADMINISTRATOR'): readonly ScreenName[] {
  const own: ScreenName[] =
    role === 'INSPECTOR'
      ? ['inspections', 'transfers', 'returned']
      : ['review', 'returned', 'closed', 'transfers']
  return [...own, 'packages', 'verify', 'settings']
}

interface RouteState {
  readonly route: Route
}

/** Where the user is. What is looked at, never records. */
export const useRoute = create<RouteState>(() => ({ route: { screen: 'inspections' } }))

export const goTo = (route: Route): void => useRoute.setState({ route })

/** Moves inside the inspection that is open; does nothing elsewhere. */
export function goWithin(change: Partial<Omit<InspectionPlace, 'inspectionId'>>): void {
  const { route } = useRoute.getState()
  if (route.screen === 'inspection' || route.screen === 'file') goTo({ ...route, ...change })
}
