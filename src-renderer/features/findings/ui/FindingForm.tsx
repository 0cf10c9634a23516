import { Button, Group } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/finding/finding.ts'
import { requiredElements } from '#domain/finding/finding-gaps.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import type { RecordChange } from '#renderer/db/changes.ts'
import type { FindingField } from '#domain/inspection/gap.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveFinding } from '#renderer/features/findings/commands/save-finding.ts'
import classes from '#renderer/features/findings/ui/Findings.module.css'
import { FindingMeasure } from '#renderer/features/findings/ui/FindingMeasure.tsx'
import { LinkedRows } from '#renderer/features/findings/ui/LinkedRows.tsx'
import { AutosaveText, AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { ariaKeys, KEYS } from '#renderer/ui/keys.ts'
import { placeId } from '#renderer/ui/places.ts'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'

interface Props {
  readonly finding: Finding
  readonly readOnly: boolean
  readonly onDuplicate: () => void
  readonly onDelete: () => void
  readonly evidence: React.ReactNode
  /** The ways to its rows. */
  readonly rows: Pick<React.ComponentProps<typeof LinkedRows>, 'onShowRow' | 'onPickRows'>
}

const ELEMENTS = ['criterion', 'condition', 'cause', 'effect', 'recommendation'] as const

/** One finding, every element of it; each field saves itself. Give it `key={finding.id}`. */
export function FindingForm({ finding, readOnly, onDuplicate, onDelete, evidence, rows }: Props) {
  const { t } = useTranslation('finding')
  const change = useRecordChange('finding', finding.id)
  const required: readonly string[] = requiredElements(finding)
  const at = (field: FindingField): string => placeId({ kind: 'finding', findingId: finding.id, field })
  return (
    <>
      <FormHeading finding={finding} change={change}>
        {!readOnly && <FormActions onDuplicate={onDuplicate} onDelete={onDelete} />}
      </FormHeading>
      <RefusedRecord change={change} />
      <AutosaveText
        id={at('title')}
        place={textAt(finding.inspectionId, `finding/${finding.id}/title`)}
        label={t('field.title')}
        withAsterisk={required.includes('title')}
        maxLength={200}
        readOnly={readOnly}
        value={finding.title}
        onSave={(title) => saveFinding(finding, { title })}
      />
      <FindingMeasure finding={finding} readOnly={readOnly} />
      {ELEMENTS.filter((element) => required.includes(element) || !finding.positive || finding[element]).map(
        (element) => (
          <AutosaveTextarea
            key={element}
            id={at(element)}
            place={textAt(finding.inspectionId, `finding/${finding.id}/${element}`)}
            label={t(`field.${element}`)}
            description={t(`hint.${element}`)}
            withAsterisk={required.includes(element)}
            maxLength={10000}
            readOnly={readOnly}
            value={finding[element]}
            onSave={(text) => saveFinding(finding, { [element]: text })}
          />
        ),
      )}
      <LinkedRows finding={finding} readOnly={readOnly} {...rows} />
      <section className={classes['block']} aria-labelledby="finding-evidence">
        <h3 id="finding-evidence">{t('evidence')}</h3>
        {evidence}
      </section>
    </>
  )
}

/** Number of the finding; a finding without a title has just been made, so its first field takes the focus. */
function FormHeading({
  finding,
  change,
  children,
}: {
  readonly finding: Finding
  readonly change: RecordChange | null
  readonly children: React.ReactNode
}) {
  const { t } = useTranslation('finding')
  const head = useRef<HTMLElement>(null)
  const isNew = finding.title === ''
  useEffect(() => {
    const form = head.current?.parentElement
    // Who was led to another field of it stays there.
    if (!isNew || form?.contains(document.activeElement)) return
    if (document.activeElement?.getAttribute('role') === 'option') return
    form?.querySelector('input')?.focus({ preventScroll: true })
    // Only when the form opens: later changes of the title must not move the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <header ref={head} className={classes['formHead']}>
      <h2>
        {t('heading')} <span className="code">{findingLabel(finding.number)}</span>{' '}
        <WaitingChip change={change} />
      </h2>
      {children}
    </header>
  )
}

function FormActions({ onDuplicate, onDelete }: Pick<Props, 'onDuplicate' | 'onDelete'>): React.JSX.Element {
  const { t } = useTranslation('finding')
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        aria-keyshortcuts={ariaKeys(KEYS.findings.duplicate)}
        title={`${t('duplicate-hint')} (${KEYS.findings.duplicate.join()})`}
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={onDuplicate}
      >
        {t('duplicate')}
      </Button>
      <Button
        size="xs"
        variant="default"
        title={t('delete-hint')}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={onDelete}
      >
        {t('delete')}
      </Button>
    </Group>
  )
}
