import { Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconChecklist,
  IconCloudUpload,
  IconGavel,
  IconLock,
  IconPackage,
  IconSettings,
  IconShieldCheck,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/app/Navigation.module.css'
import { goTo, parentOf, screensOf, useRoute, type ScreenName } from '#renderer/app/routes.ts'
import type { VaultOwner } from '#renderer/platform/bridge.ts'

export type Counts = Readonly<Partial<Record<ScreenName, number>>>

const ICONS: Record<ScreenName, Icon> = {
  inspections: IconChecklist,
  transfers: IconCloudUpload,
  bin: IconTrash,
  returned: IconArrowBackUp,
  packages: IconPackage,
  review: IconGavel,
  closed: IconLock,
  verify: IconShieldCheck,
  settings: IconSettings,
}
/** Below the line: tools, not queues. */
const TOOLS: readonly ScreenName[] = ['verify', 'settings']

interface Props {
  readonly role: VaultOwner['user']['role']
  readonly counts: Counts
  /** Icons only, while an inspection needs the width. */
  readonly narrow: boolean
  readonly onGone?: () => void
}

/** The queues of the role with their counts, then the tools. */
export function Navigation({ role, counts, narrow, onGone }: Props): React.JSX.Element {
  const { t } = useTranslation('frame')
  const screens = screensOf(role)
  const part = (tools: boolean): React.JSX.Element => (
    <ul>
      {screens
        .filter((screen) => TOOLS.includes(screen) === tools)
        .map((screen) => (
          <Entry key={screen} screen={screen} count={counts[screen]} narrow={narrow} onGone={onGone} />
        ))}
    </ul>
  )
  return (
    <nav className={classes['nav']} aria-label={t('navigation')} data-narrow={narrow || undefined}>
      {part(false)}
      {part(true)}
    </nav>
  )
}

function Entry(props: {
  readonly screen: ScreenName
  readonly count: number | undefined
  readonly narrow: boolean
  readonly onGone: (() => void) | undefined
}): React.JSX.Element {
  const { screen, count, narrow, onGone } = props
  const { t } = useTranslation('frame')
  const here = useRoute(({ route }) => parentOf(route) === screen)
  const Picture = ICONS[screen]
  const go = (): void => {
    goTo({ screen })
    onGone?.()
  }
  const label = t(`screen.${screen}`)
  return (
    <li>
      <Tooltip label={label} position="right" disabled={!narrow}>
        <button type="button" onClick={go} {...(here ? { 'aria-current': 'page' as const } : {})}>
          <Picture size={18} aria-hidden />
          <span className={narrow ? 'visually-hidden' : classes['label']}>{label}</span>
          {count !== undefined && count > 0 && <span className={classes['count']}>{count}</span>}
        </button>
      </Tooltip>
    </li>
  )
}
