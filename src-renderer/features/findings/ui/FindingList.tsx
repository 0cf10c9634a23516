import { IconPaperclip, IconThumbUp } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, FindingSeverity } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import { formatEuros } from '#domain/money.ts'
import classes from '#renderer/features/findings/ui/Findings.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'
import { SeverityChip } from '#renderer/ui/chips.tsx'
import { SelectList } from '#renderer/ui/SelectList.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly findings: readonly Finding[]
  readonly evidence: ReadonlyMap<string, number>
  readonly selected: string | null
  readonly onSelect: (findingId: string) => void
}

const STRIPES: Readonly<Record<FindingSeverity, string>> = {
  OBSERVATION: 'neutral',
  LOW: 'blue',
  MEDIUM: 'amber',
  HIGH: 'orange',
  CRITICAL: 'red',
}

/** The findings by number: what, how grave, how much, on which point, with how many rows and pieces. */
export function FindingList({ findings, evidence, selected, onSelect }: Props): React.JSX.Element {
  const { t } = useTranslation('finding')
  const items = findings.map((finding) => ({
    id: finding.id,
    stripe: finding.positive ? 'green' : STRIPES[finding.severity],
    content: <FindingRow finding={finding} pieces={evidence.get(finding.id) ?? 0} />,
  }))
  return (
    <SelectList label={t('list')} groups={[{ id: 'all', items }]} selected={selected} onSelect={onSelect} />
  )
}

function FindingRow({ finding, pieces }: { readonly finding: Finding; readonly pieces: number }) {
  const { t } = useTranslation('finding')
  const language = useLanguage()
  return (
    <div className={classes['row']}>
      <div className={classes['rowTitle']}>
        <span className="code">{findingLabel(finding.number)}</span>
        <span data-empty={finding.title === '' || undefined}>{finding.title || t('untitled')}</span>
      </div>
      <div className={`tabular ${classes['rowFacts'] ?? ''}`}>
        {finding.positive ? (
          <Chip tone="green" icon={IconThumbUp}>
            {t('kind.positive')}
          </Chip>
        ) : (
          <SeverityChip severity={finding.severity} />
        )}
        {finding.pointCode !== null && <span className="code">{finding.pointCode}</span>}
        {finding.rows.length > 0 && <span>{t('row-count', { count: finding.rows.length })}</span>}
        {pieces > 0 && (
          <span className={classes['pieces']}>
            <IconPaperclip size={14} aria-hidden />
            <span aria-hidden>{pieces}</span>
            <span className="visually-hidden">{t('piece-count', { count: pieces })}</span>
          </span>
        )}
        {finding.amount !== null && (
          <span className={classes['amount']}>{formatEuros(finding.amount, language)}</span>
        )}
      </div>
    </div>
  )
}
