import { Button, Group } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { identityKey, showIdentity } from '#renderer/features/listings/commands/show-identity.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import {
  hideIdentity,
  useShownIdentity,
  type Identity,
} from '#renderer/features/listings/state/shown-identity.ts'
import classes from '#renderer/features/listings/ui/detail.module.css'
import { bridge } from '#renderer/platform/bridge.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspectionId: string
  readonly listing: OpenedListing
  readonly row: number
  /** Who looks: it is written down. */
  readonly viewer: string
}

/** Who a row is about: only on demand, after a confirmation that is written down, and for 30 seconds. */
export function IdentityBox({ inspectionId, listing, row, viewer }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const { shown, secondsLeft } = useShownIdentity()
  useHiddenWhenLeft()
  const show = async () => {
    setAsked(false)
    const told = await showIdentity({ inspectionId, listing, row, by: viewer, language })
    setFailure(told.ok ? null : told.error)
  }
  if (shown?.rowKey === identityKey(listing, row)) return <Shown identity={shown} secondsLeft={secondsLeft} />
  return (
    <section className={classes['identity']} aria-label={t('identity.title')}>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
      {asked ? (
        <Confirm onShow={() => void show()} onCancel={() => setAsked(false)} />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('identity.show')}
        </Button>
      )}
    </section>
  )
}

function Confirm({ onShow, onCancel }: { readonly onShow: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation('listing')
  return (
    <div role="group" aria-label={t('identity.title')}>
      <p>{t('identity.ask')}</p>
      <Group gap={8}>
        <Button size="compact-sm" onClick={onShow} autoFocus>
          {t('identity.confirm')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </div>
  )
}

function Shown({ identity, secondsLeft }: { readonly identity: Identity; readonly secondsLeft: number }) {
  const { t } = useTranslation('listing')
  return (
    <section className={classes['identity']} aria-label={t('identity.title')} data-shown>
      <dl>
        {identity.fields.map(({ title, value }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Group justify="space-between" gap={8}>
        <span className="tabular" role="timer">
          {t('identity.left', { count: secondsLeft })}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEyeOff size={16} aria-hidden />}
          onClick={hideIdentity}
          autoFocus
        >
          {t('identity.hide')}
        </Button>
      </Group>
    </section>
  )
}

/** Another row, another tab, another window in front, a locked vault: the identity is gone. */
function useHiddenWhenLeft() {
  useEffect(() => {
    const onVisibility = () => document.hidden && hideIdentity()
    document.addEventListener('visibilitychange', onVisibility)
    const forget = bridge.on('vault:locked', hideIdentity)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      forget()
      hideIdentity()
    }
  }, [])
}
