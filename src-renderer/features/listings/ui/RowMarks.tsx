import { Button } from '@mantine/core'
import { IconFlagPlus } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleMark } from '#domain/listing/listing.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { useGround, type Ground } from '#renderer/features/listings/queries/use-ground.ts'
import classes from '#renderer/features/listings/ui/detail.module.css'
import { MarkChip } from '#renderer/ui/chips.tsx'
import { pointOf } from '#renderer/ui/control-grid.ts'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import { useRuleText } from '#renderer/ui/useRuleText.ts'

interface Props {
  readonly inspectionId: string
  readonly listing: OpenedListing
  readonly marks: readonly RuleMark[]
  /** Absent when nothing may be written. */
  readonly onCreate: ((mark: RuleMark) => void) | undefined
}

/** What the rules say of a row: the sentence, the control point it serves, the clause it stands on. */
export function RowMarks({ inspectionId, listing, marks, onCreate }: Props): React.JSX.Element | null {
  const { t } = useTranslation('listing')
  const say = useRuleText(listing.listing)
  const groundOf = useGround(inspectionId, listing.listing)
  if (marks.length === 0) return null
  return (
    <ul className={classes['marks']}>
      {marks.map((mark, at) => (
        <li key={at} data-severity={mark.severity}>
          <MarkChip severity={mark.severity} plain />
          <p>{say(mark)}</p>
          <GroundText ground={groundOf(mark)} />
          {onCreate && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFlagPlus size={14} aria-hidden />}
              onClick={() => onCreate(mark)}
            >
              {t('finding.create')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function GroundText({ ground }: { readonly ground: Ground | null }) {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const point = pointOf(ground?.point ?? null)
  if (!ground || !point) return null
  return (
    <dl className={classes['ground']}>
      <dt>{t('ground.point')}</dt>
      <dd>
        <span className="code">{point.code}</span> {pick(point.label, language)}
      </dd>
      {ground.clauses.length > 0 && <dt>{t('ground.clause', { count: ground.clauses.length })}</dt>}
      {ground.clauses.map(({ number, text }) => (
        <dd key={number}>
          <span className="code">{number}</span> {pick(text, language)}
        </dd>
      ))}
    </dl>
  )
}
