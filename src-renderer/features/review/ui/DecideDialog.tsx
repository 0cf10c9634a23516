import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import type React from 'react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Decision,
  isReasonEnough,
  MIN_REASON,
  type ReportVersion,
} from '#domain/report/report-version.ts'
import type { AppError } from '#domain/result.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { decide } from '#renderer/features/review/commands/decide.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useKeptText } from '#renderer/ui/kept-drafts.ts'
import { SavedAt } from '#renderer/ui/SavedAt.tsx'

interface Props {
  readonly report: ReportVersion
  readonly decidedBy: string
  readonly opened: boolean
  readonly onClose: () => void
  /** After the decision is on disk. */
  readonly onDecided: () => void
}

/** Approve, or return with a reason. The first choice has the focus; nothing is chosen beforehand. */
export function DecideDialog({ opened, onClose, ...rest }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('decide.title', { version: rest.report.version })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <DecideForm {...rest} onClose={onClose} />
    </Modal>
  )
}

function DecideForm({ report, decidedBy, onClose, onDecided }: Omit<Props, 'opened'>): React.JSX.Element {
  const { t } = useTranslation(['review', 'common'])
  const [outcome, setOutcome] = useState<Decision['outcome'] | null>(null)
  const reason = useKeptText(textAt(report.inspectionId, `decision/${report.id}`))
  const [short, setShort] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const submit = async (event: React.SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (outcome === null) return
    if (outcome === 'RETURNED' && !isReasonEnough(reason.text)) {
      setShort(true)
      field.current?.focus()
      return
    }
    const decided = await decide(report, outcome, reason.text, decidedBy)
    if (!decided.ok) {
      setFailure(decided.error)
      return
    }
    await reason.drop()
    onClose()
    onDecided()
  }
  const type = (text: string): void => {
    reason.type(text)
    if (isReasonEnough(text)) setShort(false)
  }
  const left = MIN_REASON - reason.text.trim().length
  const counter = left > 0 ? t('decide.count', { count: left }) : t('decide.enough')
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Outcomes value={outcome} onChange={setOutcome} />
        <Textarea
          ref={field}
          label={outcome === 'RETURNED' ? t('decide.reason') : t('decide.note')}
          description={outcome === 'RETURNED' ? counter : t('decide.note-text')}
          required={outcome === 'RETURNED'}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={4000}
          value={reason.text}
          onChange={(event) => type(event.currentTarget.value)}
          error={short && <span role="alert">{t('errors.reason-short', { least: MIN_REASON })}</span>}
        />
        {failure && <ErrorNotice error={failure} />}
        <Acts outcome={outcome} onClose={onClose} />
      </Stack>
    </form>
  )
}

/** What is saved of the reason, and the two ways out. */
function Acts({
  outcome,
  onClose,
}: Pick<Props, 'onClose'> & { readonly outcome: Decision['outcome'] | null }) {
  const { t } = useTranslation(['review', 'common'])
  return (
    <Group justify="flex-end" gap="xs">
      <Text size="sm" c="dimmed" mr="auto">
        <SavedAt />
      </Text>
      <Button variant="default" onClick={onClose}>
        {t('common:cancel')}
      </Button>
      <Button type="submit" disabled={outcome === null}>
        {outcome === null ? t('decide.confirm') : t(`decide.confirm-${outcome}`)}
      </Button>
    </Group>
  )
}

function Outcomes(props: {
  readonly value: Decision['outcome'] | null
  readonly onChange: (outcome: Decision['outcome']) => void
}): React.JSX.Element {
  const { t } = useTranslation('review')
  return (
    <Radio.Group
      label={t('decide.question')}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(value as Decision['outcome'])}
    >
      <Stack gap="xs" mt={8}>
        {(['APPROVED', 'RETURNED'] as const).map((outcome, at) => (
          <Radio
            key={outcome}
            value={outcome}
            label={<Text fw={600}>{t(`decide.${outcome}`)}</Text>}
            description={t(`decide.${outcome}-text`)}
            data-autofocus={at === 0 || undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
