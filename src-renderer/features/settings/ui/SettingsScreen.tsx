import {
  Button,
  SegmentedControl,
  Title,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type React from 'react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/settings/ui/SettingsScreen.module.css'
import { bridge, type OutputOf, type VaultOwner } from '#renderer/platform/bridge.ts'
import { changeLanguage, LANGUAGES, type Language } from '#renderer/ui/i18n.ts'
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly owner: VaultOwner
  readonly onLock: () => void
}

/** Look and language, who and where this laptop is, and what runs on it. */
export function SettingsScreen({ owner, onLock }: Props): React.JSX.Element {
  const { t } = useTranslation('settings')
  const info = useInfo()
  const empty = '–'
  return (
    <section aria-labelledby="screen-title">
      <ScreenHeader title={t('title')} />
      <div className={classes['groups']}>
        <Appearance />
        <Facts
          title={t('account.title')}
          facts={[
            [t('account.name'), owner.user.displayName],
            [t('account.email'), owner.user.email],
            [t('account.organisation'), owner.organisation],
          ]}
        >
          <Button variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={onLock}>
            {t('lock')}
          </Button>
        </Facts>
        <Facts
          title={t('device.title')}
          facts={[
            [t('device.server'), owner.serverUrl],
            [t('device.id'), owner.deviceId],
            [t('device.app'), info?.version ?? empty],
            [t('device.runtime'), info?.electron ?? empty],
          ]}
        />
      </div>
    </section>
  )
}

function useInfo(): OutputOf<'app:info'> | null {
  const [info, setInfo] = useState<OutputOf<'app:info'> | null>(null)
  useEffect(() => {
    void bridge.invoke('app:info', null).then((answer) => setInfo(answer.ok ? answer.value : null))
  }, [])
  return info
}

const NAMES: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' }
const THEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[]

function Appearance(): React.JSX.Element {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <section aria-labelledby="appearance">
      <Title order={2} id="appearance">
        {t('appearance.title')}
      </Title>
      <div className={classes['choice']}>
        <span id="language">{t('appearance.language')}</span>
        <SegmentedControl
          aria-labelledby="language"
          value={language}
          onChange={(value) => void changeLanguage(value)}
          data={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        />
      </div>
      <div className={classes['choice']}>
        <span id="theme">{t('appearance.theme')}</span>
        <SegmentedControl
          aria-labelledby="theme"
          value={colorScheme}
          onChange={setColorScheme}
          data={THEMES.map((value) => ({ value, label: t(`appearance.${value}`) }))}
        />
      </div>
    </section>
  )
}

function Facts(props: {
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  readonly children?: React.ReactNode
}): React.JSX.Element {
  return (
    <section>
      <Title order={2}>{props.title}</Title>
      <dl className={classes['facts']}>
        {props.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {props.children}
    </section>
  )
}
