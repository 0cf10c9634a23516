import { Button, Skeleton } from '@mantine/core'
import { IconFlag, IconPlus } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, LinkedRow } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import type { AppError, Result } from '#domain/result.ts'
import { copyFinding, createFinding } from '#renderer/features/findings/commands/create-finding.ts'
import { saveFinding } from '#renderer/features/findings/commands/save-finding.ts'
import { useFindings } from '#renderer/features/findings/queries/use-findings.ts'
import { FindingBin } from '#renderer/features/findings/ui/FindingBin.tsx'
import { FindingForm } from '#renderer/features/findings/ui/FindingForm.tsx'
import { FindingList } from '#renderer/features/findings/ui/FindingList.tsx'
import classes from '#renderer/features/findings/ui/Findings.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { ariaKeys, KEYS } from '#renderer/ui/keys.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useKeys } from '#renderer/ui/useKeys.ts'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** The finding being looked at; null for the first. */
  readonly findingId: string | null
  readonly onSelect: (findingId: string) => void
  /** Leads to a row that a finding cites, and to the listings to pick rows for it. */
  readonly onShowRow: (row: LinkedRow) => void
  readonly onPickRows: (findingId: string) => void
  readonly renderEvidence: (target: { readonly findingId: string }) => React.ReactNode
}

/** The findings at the left, the one being written at the right. */
export function FindingsTab(props: Props): React.JSX.Element {
  const { inspectionId, readOnly, onSelect } = props
  const { t } = useTranslation('finding')
  const root = useRef<HTMLDivElement>(null)
  const view = useFindings(inspectionId)
  const [listRef, formRef] = [useKeptScroll('findings'), useKeptScroll('finding')]
  const current = view?.findings.find(({ id }) => id === props.findingId) ?? view?.findings[0]
  const { failure, notice, ...actions } = useFindingActions(inspectionId, readOnly, current, onSelect)
  useKeys('file', { 'new-finding': actions.create }, root)
  useKeys('findings', { duplicate: actions.duplicate }, root)
  if (!view) return <Skeleton height={320} aria-label={t('loading')} />
  return (
    <div ref={root} className={classes['frame']}>
      <div className={classes['panes']}>
        <div ref={listRef} className={classes['list']}>
          <ListHead count={view.findings.length} readOnly={readOnly} onCreate={actions.create} />
          {failure && <ErrorNotice error={failure} onClose={actions.forget} />}
          <p role="status" className={classes['notice']}>
            {notice && t('binned', { number: notice })}
          </p>
          <FindingList {...view} selected={current?.id ?? null} onSelect={onSelect} />
          <FindingBin findings={view.binned} readOnly={readOnly} onRestore={actions.restore} />
        </div>
        <section ref={formRef} className={classes['form']} aria-label={t('form')}>
          {current ? (
            <FindingForm
              key={current.id}
              finding={current}
              readOnly={readOnly}
              onDuplicate={actions.duplicate}
              onDelete={() => actions.bin(current)}
              evidence={props.renderEvidence({ findingId: current.id })}
              rows={{ onShowRow: props.onShowRow, onPickRows: () => props.onPickRows(current.id) }}
            />
          ) : (
            <NoFinding readOnly={readOnly} onCreate={actions.create} />
          )}
        </section>
      </div>
    </div>
  )
}

interface HeadProps {
  readonly count: number
  readonly readOnly: boolean
  readonly onCreate: () => void
}

function ListHead({ count, readOnly, onCreate }: HeadProps): React.JSX.Element {
  const { t } = useTranslation('finding')
  return (
    <div className={classes['listHead']}>
      <h2>{t('count', { count })}</h2>
      {!readOnly && count > 0 && (
        <Button
          size="xs"
          aria-keyshortcuts={ariaKeys(KEYS.file['new-finding'])}
          title={KEYS.file['new-finding'].join()}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={onCreate}
        >
          {t('create')}
        </Button>
      )}
    </div>
  )
}

function NoFinding({ readOnly, onCreate }: Omit<HeadProps, 'count'>): React.JSX.Element {
  const { t } = useTranslation('finding')
  return (
    <EmptyState icon={IconFlag} title={t('empty.title')} {...(readOnly ? {} : { text: t('empty.text') })}>
      {!readOnly && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onCreate}>
          {t('create')}
        </Button>
      )}
    </EmptyState>
  )
}

/** The verbs of this screen; a failure of one stays on screen until it is closed or the next succeeds. */
function useFindingActions(
  inspectionId: string,
  readOnly: boolean,
  current: Finding | undefined,
  onSelect: (findingId: string) => void,
) {
  const [failure, setFailure] = useState<AppError | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const track = useCallback(async <T,>(saving: Promise<Result<T>>, then?: (value: T) => void) => {
    const result = await trackSave(saving)
    setFailure(result.ok ? null : result.error)
    if (result.ok) then?.(result.value)
  }, [])
  return {
    failure,
    notice,
    create: () => {
      if (!readOnly) void track(createFinding(inspectionId, {}), onSelect)
    },
    duplicate: () => {
      if (!readOnly && current) void track(copyFinding(current), onSelect)
    },
    forget: () => setFailure(null),
    bin: (finding: Finding) =>
      void track(saveFinding(finding, { binned: true }), () => setNotice(findingLabel(finding.number))),
    restore: (finding: Finding) =>
      void track(saveFinding(finding, { binned: false }), () => {
        setNotice(null)
        onSelect(finding.id)
      }),
  }
}
