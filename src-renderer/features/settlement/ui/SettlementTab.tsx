import { Loader } from '@mantine/core'
import { IconCalculator } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingName } from '#domain/listing/listing.ts'
import { SETTLED_LISTING } from '#domain/settlement/claim.ts'
import { decisionOf } from '#domain/settlement/inspection-facts.ts'
import { changeSettlement } from '#renderer/features/settlement/commands/change-settlement.ts'
import { useSettlement, type SettlementView } from '#renderer/features/settlement/queries/use-settlement.ts'
import { Decisions } from '#renderer/features/settlement/ui/Decisions.tsx'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { SettlementSheet } from '#renderer/features/settlement/ui/SettlementSheet.tsx'
import { TracePanel } from '#renderer/features/settlement/ui/TracePanel.tsx'
import { useWords } from '#renderer/features/settlement/ui/use-words.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

export interface SettlementTabProps {
  readonly inspectionId: string
  readonly readOnly: boolean
  readonly onOpenFinding: (findingId: string) => void
  readonly onShowRow: (row: { readonly listing: ListingName; readonly line: number }) => void
  /** What else can be done with the settlement: its export. */
  readonly renderActions?: () => React.ReactNode
}

/** The settlement: declared, accepted and difference, what changes them, and where every euro comes from. */
export function SettlementTab(props: SettlementTabProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const view = useSettlement(props.inspectionId)
  if (!view) {
    return (
      <p className={classes['counting']} role="status">
        <Loader size="xs" aria-hidden /> {t('counting')}
      </p>
    )
  }
  if (view.file === null) {
    return view.answer.ok ? (
      <EmptyState icon={IconCalculator} title={t('empty.title')} />
    ) : (
      <ErrorNotice error={view.answer.error} />
    )
  }
  return <Sheet {...props} file={view.file} answer={view.answer} />
}

type SheetProps = SettlementTabProps & {
  readonly file: NonNullable<SettlementView['file']>
  readonly answer: SettlementView['answer']
}

function Sheet({ file, answer, ...props }: SheetProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { inspectionId, convention } = file
  const words = useWords(file)
  const sheetRef = useKeptScroll('settlement')
  const listing = SETTLED_LISTING[convention.financing.mode]
  const settled = answer.ok ? answer.value : null
  if (answer.ok && settled === null) {
    const text = t('empty.text', { listing: t(`common:listing.${listing}`) })
    return <EmptyState icon={IconCalculator} title={t('empty.title')} text={text} />
  }
  const decisions = {
    ...{ file, words, settled, readOnly: props.readOnly, decided: decisionOf(file) },
    decide: (change: Parameters<typeof changeSettlement>[2]) =>
      trackSave(changeSettlement(inspectionId, convention, change)),
  }
  return (
    <div className={classes['columns']}>
      <div ref={sheetRef} className={classes['sheet']}>
        {!answer.ok && <ErrorNotice error={answer.error} />}
        {settled && (
          <SettlementSheet file={file} settled={settled} words={words} actions={props.renderActions?.()} />
        )}
        <Decisions {...decisions} onOpenFinding={props.onOpenFinding} />
      </div>
      {settled && (
        <TracePanel
          {...{ file, settled, words }}
          onOpenFinding={props.onOpenFinding}
          onShowRow={(row) => {
            const line = settled.places.get(row)
            if (line !== undefined) props.onShowRow({ listing, line })
          }}
        />
      )}
    </div>
  )
}
