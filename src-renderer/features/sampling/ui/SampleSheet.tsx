import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconArrowsMaximize,
  IconDownload,
  IconListCheck,
  IconRefreshAlert,
  IconTargetArrow,
} from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { sampleLabel } from '#domain/finding/numbering.ts'
import { ok, type AppError } from '#domain/result.ts'
import type { SampleChange } from '#domain/sampling/inspection-record.ts'
import type { RecordChange } from '#renderer/db/changes.ts'
import { exportRecord } from '#renderer/features/sampling/commands/export-record.ts'
import { usePinned, type Ground } from '#renderer/features/sampling/queries/use-ground.ts'
import { useSize } from '#renderer/features/sampling/queries/use-population.ts'
import { useConventionInWork, type SampleItem } from '#renderer/features/sampling/queries/use-samples.ts'
import { ChangeDialog } from '#renderer/features/sampling/ui/ChangeDialog.tsx'
import { DefinitionPanel } from '#renderer/features/sampling/ui/DefinitionPanel.tsx'
import { Steps } from '#renderer/features/sampling/ui/Steps.tsx'
import { SampleLines } from '#renderer/features/sampling/ui/SampleLines.tsx'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { ShareAdvice } from '#renderer/features/sampling/ui/ShareAdvice.tsx'
import { Warnings } from '#renderer/features/sampling/ui/SizeAdvice.tsx'
import { StepHistory } from '#renderer/features/sampling/ui/StepHistory.tsx'
import { useDefinitionFacts } from '#renderer/features/sampling/ui/use-definition-facts.ts'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'

interface Props {
  readonly item: SampleItem
  readonly ground: Ground
  readonly readOnly: boolean
  readonly actions: React.ReactNode
  readonly onBack: () => void
  readonly onCheck: () => void
  readonly onDrawAnew: () => void
}

/** The hash of the convention a sample rests on: that of the draw, or the last one confirmed since. */
const restsOn = ({ sample }: SampleItem): string | null =>
  sample.steps.flatMap((step) => (step.kind === 'CONFIRM' ? step.convention : [])).at(-1) ?? sample.convention

/** A drawn sample: locked, its lines, its definition, and what may still be done with reasons. */
export function SampleSheet(props: Props): React.JSX.Element {
  const { item, readOnly } = props
  const { sample, lines, replacedBy } = item
  const { t } = useTranslation('sampling')
  const [asked, setAsked] = useState<{ kind: SampleChange['kind']; id?: string } | null>(null)
  const change = useRecordChange('sample', sample.id)
  const current = useConventionInWork(sample.inspectionId)
  const pinned = usePinned(sample)
  // the warnings of the sample as it is now, not as it was drawn
  const drawn = sample.units.filter(({ part }) => part === 'SAMPLED' || part === 'EXHAUSTIVE').length
  const asItIs = { ...sample.definition, size: drawn }
  const size = useSize(sample.inspectionId, ok(sample.source), ok(asItIs))
  const worded = useWorded()
  const facts = useDefinitionFacts({
    ...{ source: sample.source, population: sample.population, definition: sample.definition },
    ...{ on: sample.steps[0]?.on ?? '', version: sample.version, size: drawn, isDrawn: true, ...pinned },
  })
  const isChanged = typeof current === 'string' && current !== restsOn(item)
  const mayChange = !readOnly && replacedBy === null
  return (
    <div className={classes['wizard']}>
      <Steps current={3} />
      <div className={classes['columns']}>
        <div className={classes['step']}>
          <SheetHead {...props} {...{ mayChange, change }} onAsk={(kind) => setAsked({ kind })} />
          <RefusedRecord change={change} />
          {replacedBy !== null && (
            <p className={classes['quiet']}>{t('sheet.replaced', { sample: sampleLabel(replacedBy) })}</p>
          )}
          {isChanged && (
            <ConventionChanged mayChange={mayChange} onConfirm={() => setAsked({ kind: 'CONFIRM' })} />
          )}
          {size.answer && !size.answer.ok && <ErrorNotice error={worded(size.answer.error)} />}
          {size.answer?.ok && <Warnings warnings={size.answer.value.warnings} />}
          {sample.definition.method === 'VALUE_SHARE' && item.checked === lines && (
            <ShareAdvice sample={sample} />
          )}
          <SampleLines
            sample={sample}
            count={lines}
            mayChange={mayChange}
            onAsk={(kind, id) => setAsked({ kind, id })}
          />
        </div>
        <DefinitionPanel facts={facts} locked>
          <StepHistory sample={sample} />
        </DefinitionPanel>
      </div>
      {asked && (
        <ChangeDialog key={asked.kind} sample={sample} asked={asked} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

interface HeadProps extends Props {
  readonly mayChange: boolean
  readonly change: RecordChange | null
  readonly onAsk: (kind: SampleChange['kind']) => void
}

function SheetHead({
  item,
  change,
  ground,
  mayChange,
  readOnly,
  actions,
  onBack,
  onCheck,
  onDrawAnew,
  onAsk,
}: HeadProps) {
  const { t } = useTranslation('sampling')
  const { sample } = item
  const [failure, setFailure] = useState<AppError | null>(null)
  const worded = useWorded()
  const save = async (): Promise<void> => {
    const saved = await exportRecord(sample, ground.inspection?.reference ?? '')
    setFailure(saved.ok ? null : saved.error)
  }
  const act = (label: string, icon: React.ReactNode, onClick: () => void) => (
    <Button size="xs" variant="default" leftSection={icon} onClick={onClick}>
      {t(label)}
    </Button>
  )
  return (
    <>
      <div className={classes['head']}>
        <h2>
          <span className="code">{sampleLabel(sample.number)}</span> {sample.title || t('untitled')}{' '}
          <WaitingChip change={change} />
        </h2>
        <Button size="xs" leftSection={<IconListCheck size={16} aria-hidden />} onClick={onCheck}>
          {t('sheet.check')}
        </Button>
      </div>
      <div className={classes['acts']}>
        {act('sheet.back', <IconArrowLeft size={16} aria-hidden />, onBack)}
        {mayChange && sample.definition.method !== 'EXHAUSTIVE' && (
          <>
            {act('sheet.extend', <IconArrowsMaximize size={16} aria-hidden />, () => onAsk('EXTEND'))}
            {act('sheet.pick', <IconTargetArrow size={16} aria-hidden />, () => onAsk('PICK'))}
          </>
        )}
        {act('sheet.export', <IconDownload size={16} aria-hidden />, () => void save())}
        {!readOnly && mayChange && act('sheet.anew', <IconRefreshAlert size={16} aria-hidden />, onDrawAnew)}
        {actions}
      </div>
      {failure && <ErrorNotice error={worded(failure)} onClose={() => setFailure(null)} />}
    </>
  )
}

function ConventionChanged({
  mayChange,
  onConfirm,
}: {
  readonly mayChange: boolean
  readonly onConfirm: () => void
}) {
  const { t } = useTranslation('sampling')
  return (
    <div className={classes['notice']} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{t('sheet.convention-changed')}</strong>
        <p className={classes['plain']}>{t('sheet.convention-changed-text')}</p>
        {mayChange && (
          <Button size="xs" variant="default" mt="xs" onClick={onConfirm}>
            {t('change.CONFIRM.title')}
          </Button>
        )}
      </div>
    </div>
  )
}
