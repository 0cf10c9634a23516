import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { getRecord } from '#renderer/db/records.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'
import { describeRefused } from '#renderer/features/transfers/describe-refused.ts'
import { formatMoment } from '#renderer/ui/format.ts'
import { RefusalNotice } from '#renderer/ui/RecordTransfer.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly refused: RefusedItem
  readonly onRetried: () => void
}

/** A change the central store refused, in the sync panel. */
export function RefusedChange({ refused, onRetried }: Props): React.JSX.Element {
  const { t } = useTranslation('status')
  const language = useLanguage()
  return (
    <li>
      <RefusalNotice refused={refused} onRetried={onRetried}>
        <ChangeTitle change={refused} />
        {' · '}
        <span className="tabular">
          {t('panel.refused-at', { time: formatMoment(refused.refusedAt, language) })}
        </span>
        <br />
      </RefusalNotice>
    </li>
  )
}

/** What a change speaks of, and the first words it wrote. */
export function ChangeTitle({ change }: { readonly change: RefusedItem }): React.JSX.Element {
  const { t } = useTranslation('status')
  const record = useLiveQuery(() => getRecord(change.kind, change.rec), [change.kind, change.rec])
  const { label, words } = describeRefused(change, record)
  return (
    <>
      <strong>{t(`kind.${change.kind}`)}</strong> <span className="code">{label}</span>
      {words !== '' && (
        <>
          {' '}
          <q>{words}</q>
        </>
      )}
    </>
  )
}
