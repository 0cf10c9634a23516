import { Button, Switch } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCloud,
  IconCloudOff,
  IconLoader2,
  IconLogin2,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#renderer/sync/pump.ts'
import { setManualOffline, syncNow, useSync } from '#renderer/app/pump.ts'
import { goTo } from '#renderer/app/routes.ts'
import { countWaiting } from '#renderer/db/outbox.ts'
import { listRefused } from '#renderer/db/refused.ts'
import classes from '#renderer/app/StatusStrip.module.css'
import { bridge } from '#renderer/platform/bridge.ts'
import { formatBytes, formatClock, formatMoment } from '#renderer/ui/format.ts'
import { ariaKeys, KEYS } from '#renderer/ui/keys.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const ICONS: Record<SyncStatus['connection'], Icon> = {
  online: IconCloud,
  offline: IconCloudOff,
  'manual-offline': IconCloudOff,
  'sign-in-needed': IconLogin2,
}

/** Always there: connection, what waits, last sync, vault and disk. Offline is normal and grey. */
export function StatusStrip({ onSignIn }: { readonly onSignIn: () => void }): React.JSX.Element {
  const { t } = useTranslation('status')
  const { status, manual, busy, failed: asked } = useSync()
  const Picture = ICONS[status.connection]
  const failed = asked !== null || (status.lastFailure !== null && status.connection === 'online')
  return (
    <footer className={classes['strip']} aria-label={t('strip')}>
      <button type="button" className={classes['facts']} onClick={() => goTo({ screen: 'transfers' })}>
        <Picture size={16} aria-hidden />
        <span>{t(`connection.${status.connection}`)}</span>
        <span className={classes['sep']} aria-hidden />
        <Transfer status={status} />
        <Refused />
        <span className={classes['sep']} aria-hidden />
        <LastSync status={status} />
        <Vault />
      </button>
      {failed && <IconAlertTriangle size={16} className={classes['failed'] ?? ''} aria-hidden />}
      <span className={classes['gap']} />
      {status.connection === 'sign-in-needed' && (
        <Button size="compact-xs" variant="light" onClick={onSignIn}>
          {t('sign-in')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        disabled={manual}
        leftSection={
          busy ? (
            <IconLoader2 size={14} className={classes['turning'] ?? ''} aria-hidden />
          ) : (
            <IconRefresh size={14} aria-hidden />
          )
        }
        onClick={() => void syncNow()}
        aria-keyshortcuts={ariaKeys(KEYS.everywhere.sync)}
      >
        {t('sync-now')}
      </Button>
      <Switch
        size="xs"
        label={t('work-offline')}
        checked={manual}
        onChange={(event) => setManualOffline(event.currentTarget.checked)}
      />
      <p className="visually-hidden" role="status">
        {t('announce', {
          connection: t(`connection.${status.connection}`),
          pending: t('pending', { count: status.pending }),
        })}
      </p>
    </footer>
  )
}

function Transfer({ status }: { readonly status: SyncStatus }): React.JSX.Element {
  const { t } = useTranslation('status')
  const { sending, pending } = status
  const text =
    sending && sending.of > 0
      ? t('sending', { done: sending.done, of: sending.of })
      : pending > 0
        ? null
        : t('nothing-pending')
  return <span className="tabular">{text ?? <Waiting />}</span>
}

/** What is still to send, as it stands on the disk. */
function Waiting(): React.JSX.Element {
  const { t } = useTranslation('status')
  const { changes, files } = useLiveQuery(countWaiting) ?? { changes: 0, files: 0 }
  const pending = t('pending', { count: changes + files })
  if (files === 0) return <>{pending}</>
  const parts = { changes: t('changes', { count: changes }), files: t('files', { count: files }) }
  return <>{t('waiting', { pending, ...parts })}</>
}

/** What the central store refused waits for a decision: never hidden behind "nothing to send". */
function Refused(): React.JSX.Element | null {
  const { t } = useTranslation('status')
  const count = useLiveQuery(listRefused)?.length ?? 0
  if (count === 0) return null
  return (
    <>
      <span className={classes['sep']} aria-hidden />
      <span className={classes['refused']}>{t('refused', { count })}</span>
    </>
  )
}

function LastSync({ status }: { readonly status: SyncStatus }): React.JSX.Element {
  const { t } = useTranslation('status')
  const language = useLanguage()
  const words = useErrorText()
  const { failed } = useSync()
  if (failed !== null) {
    const time = recent(failed.at, language)
    return (
      <span className={classes['problem']}>
        {t('sync-failed', { time, reason: firstSentence(words(failed.error)) })}
      </span>
    )
  }
  if (status.lastFailure !== null && status.connection === 'online') {
    return <span className={classes['problem']}>{words(status.lastFailure)}</span>
  }
  const text =
    status.lastSyncAt === null
      ? t('never-synced')
      : t('last-sync', { time: recent(status.lastSyncAt, language) })
  return <span className="tabular">{text}</span>
}

/** What happened; what was kept and what to do stand in the sync panel, one click away. */
const firstSentence = (text: string): string => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text

const recent = (at: string, language: ReturnType<typeof useLanguage>): string =>
  new Date(at).toDateString() === new Date().toDateString()
    ? formatClock(at, language)
    : formatMoment(at, language)

const EACH_MINUTE = 60_000

function Vault(): React.JSX.Element {
  const { t } = useTranslation('status')
  const language = useLanguage()
  const [free, setFree] = useState<number | null>(null)
  useEffect(() => {
    const look = async (): Promise<void> => {
      const info = await bridge.invoke('app:info', null)
      if (info.ok) setFree(info.value.freeBytes)
    }
    void look()
    const timer = setInterval(() => void look(), EACH_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className={`${classes['vault'] ?? ''} tabular`}>
      <span className={classes['sep']} aria-hidden />
      {free === null ? t('vault-open') : t('vault-open-free', { size: formatBytes(free, language) })}
    </span>
  )
}
