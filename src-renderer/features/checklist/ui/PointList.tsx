import {
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconFlag,
  IconMinus,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerValue } from '#domain/checklist/control-grid.ts'
import type { PointStatus, SectionStatus } from '#domain/checklist/progress.ts'
import type { Finding } from '#domain/finding/finding.ts'
import classes from '#renderer/features/checklist/ui/Checklist.module.css'
import { controlGrid } from '#renderer/ui/control-grid.ts'
import { pick } from '#renderer/ui/pick.ts'
import { SelectList, type SelectGroup } from '#renderer/ui/SelectList.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly sections: readonly SectionStatus[]
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly selected: string
  readonly onSelect: (pointCode: string) => void
}

const RESULTS: Readonly<Record<AnswerValue, readonly [Icon, string]>> = {
  YES: [IconCheck, 'green'],
  NO: [IconX, 'red'],
  PARTIAL: [IconCircleHalf2, 'amber'],
  NA: [IconMinus, 'neutral'],
}

/** The 58 points under their sections: result at the left edge, completeness at the right. */
export function PointList({ sections, findings, selected, onSelect }: Props): React.JSX.Element {
  const { t } = useTranslation('checklist')
  const language = useLanguage()
  const groups = sections.map((section, at): SelectGroup => {
    const label = controlGrid.sections.find(({ code }) => code === section.code)?.label
    return {
      id: section.code,
      heading: (
        <>
          <span>{`${at + 1} ${label ? pick(label, language) : section.code}`}</span>
          <SectionCount section={section} />
        </>
      ),
      items: section.points.map((status) => ({
        id: status.point.code,
        stripe: status.value ? RESULTS[status.value][1] : undefined,
        content: <PointRow status={status} findings={findings.get(status.point.code)?.length ?? 0} />,
      })),
    }
  })
  return <SelectList label={t('list')} groups={groups} selected={selected} onSelect={onSelect} />
}

function SectionCount({ section }: { readonly section: SectionStatus }): React.JSX.Element {
  const { t } = useTranslation('checklist')
  return (
    <span className={`tabular ${classes['count'] ?? ''}`} data-complete={section.complete || undefined}>
      {section.complete && <IconCheck size={14} stroke={2.25} aria-hidden />}
      <span aria-hidden>{`${section.answered}/${section.total}`}</span>
      <span className="visually-hidden">
        {t('answered', { answered: section.answered, total: section.total })}
      </span>
    </span>
  )
}

function PointRow({ status, findings }: { readonly status: PointStatus; readonly findings: number }) {
  const { t } = useTranslation(['checklist', 'common'])
  const language = useLanguage()
  const { point, value, lacks } = status
  const [Result, tone] = value ? RESULTS[value] : [IconCircle, 'neutral']
  return (
    <div className={classes['point']}>
      <Result size={16} stroke={2} className={classes['result']} data-tone={tone} aria-hidden />
      <span className={`code ${classes['pointCode'] ?? ''}`}>{point.code}</span>
      <span className={classes['pointLabel']}>{pick(point.label, language)}</span>
      <span className="visually-hidden">{`${t(`common:answer.${value ?? 'NONE'}`)}. `}</span>
      {findings > 0 && (
        <span className={`tabular ${classes['flags'] ?? ''}`} title={t('findings', { count: findings })}>
          <IconFlag size={14} stroke={2} aria-hidden />
          <span aria-hidden>{findings}</span>
          <span className="visually-hidden">{t('findings', { count: findings })}</span>
        </span>
      )}
      <span className={classes['dot']} data-lacks={lacks ?? 'none'} title={t(`lacks.${lacks ?? 'none'}`)}>
        <span className="visually-hidden">{t(`lacks.${lacks ?? 'none'}`)}</span>
      </span>
    </div>
  )
}
