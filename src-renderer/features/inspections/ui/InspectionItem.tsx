import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconFlag } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { dateOf, type InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'
import { DownloadProgress } from '#renderer/features/inspections/ui/DownloadProgress.tsx'
import type { DownloadState } from '#renderer/features/inspections/ui/downloads.ts'
import classes from '#renderer/features/inspections/ui/InspectionItem.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { RefusedAccessChip, StatusChip } from '#renderer/ui/chips.tsx'
import { formatBytes, formatCount, formatDate } from '#renderer/ui/format.ts'
import { pick } from '#renderer/ui/pick.ts'
import { TransferChip } from '#renderer/ui/TransferChip.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly row: InspectionRow
  readonly findings: number
  readonly download: DownloadState | undefined
  /** The list is of several inspectors: their names are shown. */
  readonly withInspector: boolean
  readonly onOpen: () => void
  readonly onDownload: () => void
  readonly onCancel: () => void
}

/** One line of a list: state, date, partner and convention, findings, where it is, what can be done. */
export function InspectionItem(props: Props): React.JSX.Element {
  const { row, findings, download, withInspector, onOpen } = props
  const { inspection, returnReason } = row
  const language = useLanguage()
  const { t } = useTranslation('inspection')
  const name = pick(inspection.partnerName, language)
  return (
    <li className={classes['item']} data-open={row.downloaded || undefined}>
      <div className={classes['state']}>
        <StatusChip state={row.state} />
      </div>
      <div className={`${classes['date'] ?? ''} tabular`}>{formatDate(dateOf(row), language)}</div>
      <div className={classes['name']}>
        {row.downloaded ? (
          <button type="button" className={classes['open']} onClick={onOpen}>
            {name}
          </button>
        ) : (
          <Text fw={600}>{name}</Text>
        )}
        <div className={classes['facts']}>
          <span className="code">{inspection.agreementNo}</span>
          <span className="code">{inspection.reference}</span>
          {withInspector && <span>{inspection.inspectorName}</span>}
          <RefusedAccessChip inspection={inspection} />
        </div>
        {returnReason !== null && (
          <div className={classes['reason']}>
            <IconArrowBackUp size={16} aria-hidden />
            <span>
              <span className="visually-hidden">{t('returned.reason')} </span>
              {returnReason}
            </span>
          </div>
        )}
        {download?.failure && <ErrorNotice error={download.failure} />}
      </div>
      <div className={`${classes['count'] ?? ''} tabular`}>
        {row.downloaded && (
          <>
            <IconFlag size={16} aria-hidden />
            {t('findings', { count: findings })}
          </>
        )}
      </div>
      <div className={classes['where']}>
        <Where {...props} />
      </div>
    </li>
  )
}

function Where({ row, download, onDownload, onCancel }: Props): React.JSX.Element | null {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  if (download?.running) return <DownloadProgress {...download} onCancel={onCancel} />
  if (row.downloaded) return row.transfer && <TransferChip state={row.transfer.state} plain />
  return (
    <div className={classes['load']}>
      <Text size="xs" c="dimmed" className="tabular">
        {formatBytes(row.item.packageBytes, language)} ·{' '}
        {t('rows', { count: row.item.rowCount, formatted: formatCount(row.item.rowCount, language) })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={onDownload}
        aria-label={t('download-of', { reference: row.inspection.reference })}
      >
        {download?.failure ? t('download-on') : t('download')}
      </Button>
    </div>
  )
}
