import { Title } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { shownState } from '#domain/inspection/standing.ts'
import classes from '#renderer/app/FileHeader.module.css'
import { goTo, type ScreenName } from '#renderer/app/routes.ts'
import type { FileRecords } from '#renderer/features/review/history.ts'
import { RefusedAccessChip, StatusChip } from '#renderer/ui/chips.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly file: FileRecords
  /** The queue it came from. */
  readonly up: ScreenName
  /** Only what this role may do now. */
  readonly children?: React.ReactNode
}

/** Queue › partner › convention › inspection of the day, state, next step. */
export function FileHeader({ file, up, children }: Props): React.JSX.Element {
  const { t } = useTranslation(['inspection', 'frame'])
  const language = useLanguage()
  const { inspection } = file
  const date = formatDate(inspection.visitDate ?? inspection.plannedDate, language)
  return (
    <div className={classes['header']}>
      <div className={classes['place']}>
        <nav aria-label={t('frame:breadcrumb')} className={classes['crumbs']}>
          <button type="button" onClick={() => goTo({ screen: up })}>
            {t(`frame:screen.${up}`)}
          </button>
          <IconChevronRight size={14} aria-hidden />
          <span>{pick(inspection.partnerName, language)}</span>
          <IconChevronRight size={14} aria-hidden />
          <span className="code">{inspection.agreementNo}</span>
        </nav>
        <div className={classes['line']}>
          <Title order={1} id="screen-title">
            {t('title', { date })}
          </Title>
          <StatusChip state={shownState(inspection.state, file)} />
          <RefusedAccessChip inspection={inspection} />
          <span className={`${classes['reference'] ?? ''} code`}>{inspection.reference}</span>
        </div>
      </div>
      <div className={classes['actions']}>{children}</div>
    </div>
  )
}
