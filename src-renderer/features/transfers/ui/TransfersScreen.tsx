import { Button, Text } from '@mantine/core'
import { IconCloudCheck, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { listBin } from '#renderer/db/refused.ts'
import { useTransfers } from '#renderer/features/transfers/queries/use-transfers.ts'
import { TransferLine } from '#renderer/features/transfers/ui/TransferLine.tsx'
import classes from '#renderer/features/transfers/ui/TransfersScreen.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly busy: boolean
  readonly lastSyncAt: string | null
  readonly failure: AppError | null
  readonly onSync: () => void
  readonly onBin: () => void
}

/** The sync panel: per inspection what is saved here, sent, received, applied or refused. */
export function TransfersScreen({ busy, lastSyncAt, failure, onSync, onBin }: Props): React.JSX.Element {
  const { t } = useTranslation('status')
  const language = useLanguage()
  const transfers = useTransfers()
  const binned = useLiveQuery(listBin)?.length ?? 0
  return (
    <section aria-labelledby="screen-title">
      <ScreenHeader title={t('panel.title')}>
        <Text size="sm" c="dimmed" className="tabular">
          {lastSyncAt === null
            ? t('never-synced')
            : t('last-sync', { time: formatMoment(lastSyncAt, language) })}
        </Text>
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={onBin}>
          {t('panel.bin', { count: binned })}
        </Button>
        <Button loading={busy} leftSection={<IconRefresh size={16} aria-hidden />} onClick={onSync}>
          {t('sync-now')}
        </Button>
      </ScreenHeader>
      {failure && (
        <div className={classes['notice']}>
          <ErrorNotice error={failure} onRetry={onSync} />
        </div>
      )}
      {transfers?.length === 0 && (
        <EmptyState icon={IconCloudCheck} title={t('panel.empty')} text={t('panel.empty-text')} />
      )}
      {transfers !== undefined && transfers.length > 0 && (
        <ul className={classes['list']}>
          {transfers.map((transfer) => (
            <TransferLine
              key={transfer.inspectionId}
              transfer={transfer}
              said={failure?.code}
              onSync={onSync}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
