import {
  IconArrowBackUp,
  IconCalendar,
  IconCheck,
  IconClockPause,
  IconDoorOff,
  IconFileArrowLeft,
  IconHandStop,
  IconMapPin,
  IconSend,
  IconSignature,
  IconSignatureOff,
  IconUserOff,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { historyOf, type FileRecords, type HistoryEntry } from '#renderer/features/review/history.ts'
import classes from '#renderer/features/review/ui/Activity.module.css'
import { formatDate, formatMoment } from '#renderer/ui/format.ts'
import { ChangeState } from '#renderer/ui/RecordTransfer.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const ICONS: Record<HistoryEntry['kind'], Icon> = {
  planned: IconCalendar,
  visited: IconMapPin,
  signed: IconWritingSign,
  acknowledged: IconSignature,
  refused: IconSignatureOff,
  absent: IconUserOff,
  unable: IconHandStop,
  'reply-later': IconClockPause,
  obstructed: IconDoorOff,
  submitted: IconSend,
  withdrawn: IconFileArrowLeft,
  returned: IconArrowBackUp,
  approved: IconCheck,
}

/** What happened to a file, in sentences, newest first. */
export function Activity({ file }: { readonly file: FileRecords }): React.JSX.Element {
  const { t } = useTranslation('review')
  const language = useLanguage()
  const when = (at: string): string =>
    at.length === 10 ? formatDate(at, language) : formatMoment(at, language)
  return (
    <ol className={classes['list']} aria-label={t('history.title')} reversed>
      {historyOf(file).map((entry) => {
        const Picture = ICONS[entry.kind]
        return (
          <li key={entry.key} data-kind={entry.kind} data-change={entry.change?.state}>
            <Picture size={18} aria-hidden />
            <div>
              <span>{t(sentenceOf(entry), { who: entry.who, version: entry.version ?? '' })}</span>{' '}
              <time className={`${classes['time'] ?? ''} tabular`} dateTime={entry.at}>
                {when(entry.at)}
              </time>
              {entry.reason !== '' && <blockquote className={classes['reason']}>{entry.reason}</blockquote>}{' '}
              <ChangeState change={entry.change} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** What was refused is told as tried, never as done. */
const sentenceOf = ({ kind, change }: HistoryEntry): string =>
  change?.state === 'refused' ? `history.tried.${kind}` : `history.${kind}`
