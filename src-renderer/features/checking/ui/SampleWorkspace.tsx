import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceLine, Finding } from '#domain/finding/finding.ts'
import { sampleLabel } from '#domain/finding/numbering.ts'
import { lineCheckId, type InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { linesToCheck, tallyOf } from '#renderer/features/checking/lines.ts'
import { useChecks, type CheckBook } from '#renderer/features/checking/queries/use-checks.ts'
import { linkedRowsOf, useSampledRows } from '#renderer/features/checking/queries/use-sampled-rows.ts'
import { changeLook, useLook, VIEWS } from '#renderer/features/checking/state/checking-view.ts'
import classes from '#renderer/features/checking/ui/checking.module.css'
import { EvaluationSheet } from '#renderer/features/checking/ui/EvaluationSheet.tsx'
import { FlashMode } from '#renderer/features/checking/ui/FlashMode.tsx'
import { LineList } from '#renderer/features/checking/ui/LineList.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { TabBar } from '#renderer/ui/TabBar.tsx'

/** What a finding made of checked lines starts from. */
export type LinesSeed = Pick<Finding, 'rows' | 'amount' | 'cause' | 'nature'>

/** What a piece of evidence may call its line. */
const LONGEST_LABEL = 200

interface Props {
  readonly sample: InspectionSample
  readonly readOnly: boolean
  readonly onBack: () => void
  /** The evidence of one line. */
  readonly renderEvidence?: (target: { readonly line: EvidenceLine }) => React.ReactNode
  /** Makes a finding and gives its id; null when it was refused. */
  readonly onCreateFinding: (seed: LinesSeed) => Promise<string | null>
  readonly onOpenFinding: (findingId: string) => void
}

/** The work on a drawn sample: its lines, one at a time, and what they say together. Give it `key={sample.id}`. */
export function SampleWorkspace(props: Props): React.JSX.Element {
  const { sample } = props
  const { t } = useTranslation('checking')
  const book = useChecks(sample)
  if (!book) return <Skeleton height={320} aria-label={t('loading')} />
  return <Workspace {...props} book={book} />
}

function Workspace(props: Props & { readonly book: CheckBook }): React.JSX.Element {
  const { sample, readOnly, book, onOpenFinding } = props
  const { t } = useTranslation('checking')
  const look = useLook(sample)
  const rows = useSampledRows(sample)
  const seedOf = (lineIds: readonly string[]): LinesSeed => seedOfLines(sample, book, lineIds, rows)
  const createFinding = async (lineIds: readonly string[]): Promise<void> => {
    const findingId = await props.onCreateFinding(seedOf(lineIds))
    if (findingId === null) return
    await Promise.all(lineIds.map((lineId) => book.change(lineId, { findingId })))
    onOpenFinding(findingId)
  }
  const shared = {
    sample,
    readOnly,
    book,
    onCreateFinding: (ids: readonly string[]) => void createFinding(ids),
  }
  return (
    <div className={classes['workspace']}>
      <Head {...props} />
      {book.failure && <ErrorNotice error={book.failure} onClose={book.forget} />}
      <div role="tabpanel" id="sample-view" aria-label={t(`view.${look.view}`)} className={classes['view']}>
        {look.view === 'lines' && <LineList {...shared} look={look} />}
        {look.view === 'flash' && (
          <FlashMode
            {...shared}
            look={look}
            rows={rows}
            onOpenFinding={onOpenFinding}
            evidenceOf={(lineId) => props.renderEvidence?.({ line: evidenceLineOf(sample, lineId) })}
          />
        )}
        {look.view === 'evaluation' && <EvaluationSheet {...shared} />}
      </div>
    </div>
  )
}

const evidenceLineOf = ({ id, number }: InspectionSample, lineId: string): EvidenceLine => ({
  checkId: lineCheckId(id, lineId),
  label: `${sampleLabel(number)} · ${lineId}`.slice(0, LONGEST_LABEL),
})

function seedOfLines(
  { units }: InspectionSample,
  { checks }: CheckBook,
  lineIds: readonly string[],
  rows: ReturnType<typeof useSampledRows>,
): LinesSeed {
  const chosen = new Set(lineIds)
  const lost = units
    .filter(({ id }) => chosen.has(id))
    .reduce((sum, { id, amount }) => sum + amount - (checks.get(id)?.accepted ?? 0), 0)
  const told = lineIds.flatMap((id) => checks.get(id) ?? [])
  return {
    rows: rows?.ok === true ? linkedRowsOf(rows.value, lineIds) : [],
    amount: lost > 0 ? lost : null,
    cause: [...new Set(told.map(({ cause }) => cause).filter((cause) => cause !== ''))].join('\n'),
    nature: told[0]?.nature ?? 'RANDOM',
  }
}

function Head({ sample, book, onBack }: Props & { readonly book: CheckBook }): React.JSX.Element {
  const { t } = useTranslation('checking')
  const { view } = useLook(sample)
  const tally = useMemo(() => tallyOf(linesToCheck(sample), book.checks), [sample, book.checks])
  return (
    <>
      <header className={classes['head']}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <h2>
          <span className="code">{sampleLabel(sample.number)}</span> {sample.title || t('untitled')}
        </h2>
        <p role="status" className={`tabular ${classes['progress'] ?? ''}`}>
          {t('progress', { checked: tally.checked, lines: tally.lines })}
          {tally.wrong > 0 && ` · ${t('wrong-lines', { count: tally.wrong })}`}
        </p>
      </header>
      <TabBar
        label={t('view.label')}
        value={view}
        controls="sample-view"
        onChange={(next) => changeLook(sample, { view: next })}
        tabs={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      />
    </>
  )
}
