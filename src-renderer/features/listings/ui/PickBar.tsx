import { Button } from '@mantine/core'
import { IconArrowBackUp, IconLink } from '@tabler/icons-react'
import { useEffect } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { newRows, withRows } from '#domain/finding/cite-rows.ts'
import { MOST_ROWS, type Finding } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import { linkRows } from '#renderer/features/listings/commands/link-rows.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { endPicking, type Look } from '#renderer/features/listings/state/listings-view.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import type { Citing } from '#renderer/features/listings/ui/pane-props.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspectionId: string
  readonly finding: Finding
  readonly listing: OpenedListing
  readonly look: Look
  readonly citing: Citing
}

/** While rows are picked for a finding: for which one, how many it cites, and the two ways on. */
export function PickBar({ inspectionId, finding, listing, look, citing }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const rows = linkRows(listing, look.selected)
  const label = findingLabel(finding.number)
  useGridFocus()
  const added = newRows(finding.rows, rows)
  const fits = withRows(finding.rows, rows).ok
  const figures = { cited: finding.rows.length, most: MOST_ROWS }
  return (
    <div className={classes['pick']} role="group" aria-label={t('pick.title', { finding: label })}>
      <p>
        <strong>{t('pick.title', { finding: label })}</strong>
        {[finding.title, t('pick.hint', figures)].filter(Boolean).map((text) => ` · ${text}`)}
        {!fits && <span role="alert"> {t('cited.full', figures)}</span>}
      </p>
      <Button
        size="xs"
        leftSection={<IconLink size={16} aria-hidden />}
        disabled={added.length === 0 || !fits}
        onClick={() => citing.onAdd?.(finding, rows)}
      >
        {t('pick.add', { count: added.length, figure: formatCount(added.length, language), finding: label })}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => {
          endPicking(inspectionId)
          citing.onOpen(finding.id)
        }}
      >
        {t('pick.back', { finding: label })}
      </Button>
    </div>
  )
}

/** What led here is gone from the screen, and the focus with it. */
function useGridFocus(): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-grid]')?.focus()
  }, [])
}
