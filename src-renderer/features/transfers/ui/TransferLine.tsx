import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Transfer } from '#renderer/features/transfers/queries/use-transfers.ts'
import { RefusedChange } from '#renderer/features/transfers/ui/RefusedChange.tsx'
import classes from '#renderer/features/transfers/ui/TransfersScreen.module.css'
import { formatMoment } from '#renderer/ui/format.ts'
import { TransferChip } from '#renderer/ui/TransferChip.tsx'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** One inspection in the sync panel, with what was refused under it. */
export function TransferLine({
  transfer,
  said,
  onSync,
}: {
  readonly transfer: Transfer
  /** The code of the failure that stands above all lines already. */
  readonly said: string | undefined
  readonly onSync: () => void
}): React.JSX.Element {
  const words = useErrorText()
  return (
    <li className={classes['item']}>
      <div className={classes['line']}>
        <span className={`code ${classes['reference'] ?? ''}`}>{transfer.reference}</span>
        <span className={`${classes['facts'] ?? ''} tabular`}>
          <Facts transfer={transfer} />
          {transfer.reason !== null && transfer.reason !== said && transfer.refused === 0 && (
            <>
              <br />
              {words({ code: transfer.reason })}
            </>
          )}
        </span>
        <TransferChip state={transfer.state} />
      </div>
      {transfer.refusals.length > 0 && (
        <ul className={classes['refusals']}>
          {transfer.refusals.map((refused) => (
            <RefusedChange key={refused.mid} refused={refused} onRetried={onSync} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Facts({ transfer }: { readonly transfer: Transfer }): React.JSX.Element {
  const { t } = useTranslation('status')
  const language = useLanguage()
  const { mutations, files, lastAttemptAt } = transfer
  const parts = [
    mutations.pending > 0 ? t('panel.changes', { count: mutations.pending }) : '',
    files.total > 0 ? t('panel.files', { done: files.total - files.pending, of: files.total }) : '',
    lastAttemptAt === null ? '' : t('panel.last-attempt', { time: formatMoment(lastAttemptAt, language) }),
  ]
  return <>{parts.filter((part) => part !== '').join(' · ') || t('panel.nothing')}</>
}
