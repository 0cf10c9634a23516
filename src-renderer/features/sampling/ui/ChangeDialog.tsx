import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { VALUE_SHARES } from '#domain/sampling/definition.ts'
import type { SampleChange } from '#domain/sampling/inspection-record.ts'
import { lineCheckId, type InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { reachOf } from '#domain/sampling/replay-steps.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { changeSample } from '#renderer/db/numbers/change-sample.ts'
import { trackKept } from '#renderer/features/sampling/commands/track-kept.ts'
import { readNumber } from '#renderer/features/sampling/state/read-figures.ts'
import { formatShare } from '#renderer/features/sampling/ui/figures.ts'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useKeptText } from '#renderer/ui/kept-drafts.ts'
import { SavedAt } from '#renderer/ui/SavedAt.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly sample: InspectionSample
  readonly asked: { readonly kind: SampleChange['kind']; readonly id?: string }
  readonly onClose: () => void
}

/** Asks for the reason of one change, and makes it; what was typed stays when it is refused. */
export function ChangeDialog({ sample, asked, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const { kind } = asked
  const form = useChangeForm(sample, asked)
  const { failure, busy, make } = useChange(sample, () => void form.drop().then(onClose))
  return (
    <Modal
      opened
      title={t(`change.${kind}.title`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void make(form.read())
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`change.${kind}.text`, { id: form.id.text })}</Text>
          {kind === 'PICK' && (
            <TextInput
              label={t('change.line')}
              withAsterisk
              data-autofocus
              value={form.id.text}
              onChange={(event) => form.id.type(event.currentTarget.value)}
            />
          )}
          {kind === 'EXTEND' && (
            <TargetField {...form} target={form.target.text} onChange={form.target.type} />
          )}
          <ReasonField
            isFirst={kind !== 'PICK' && kind !== 'EXTEND'}
            value={form.reason.text}
            onChange={form.reason.type}
          />
          {failure && <ErrorNotice error={failure} />}
          <Group justify="flex-end" gap="xs">
            <Text size="sm" c="dimmed" mr="auto">
              <SavedAt />
            </Text>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(`change.${kind}.do`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What is typed, and the change it reads as. */
function useChangeForm(sample: InspectionSample, { kind, id: given = '' }: Props['asked']) {
  const isShare = sample.definition.method === 'VALUE_SHARE'
  const { target: before } = reachOf(sample)
  const next = VALUE_SHARES.find((share) => share > before) ?? 1
  const place = `sample/${lineCheckId(sample.id, given)}/${kind}`
  const id = useKeptText(textAt(sample.inspectionId, `${place}/line`), given)
  const target = useKeptText(textAt(sample.inspectionId, `${place}/target`), isShare ? String(next) : '')
  const reason = useKeptText(textAt(sample.inspectionId, `${place}/reason`))
  const read = (): Result<SampleChange> => {
    const why = reason.text
    if (why.trim() === '') return err('sampling.reason-missing')
    if (kind === 'CONFIRM') return ok({ kind, reason: why })
    if (kind !== 'EXTEND') return ok({ kind, id: id.text.trim(), reason: why })
    const typed = isShare ? Number(target.text) : readNumber(target.text)
    return typed === null
      ? err('sampling.parameter-typed', { parameter: 'size' })
      : ok({ kind, target: typed, reason: why })
  }
  const drop = () => Promise.all([id, target, reason].map((field) => field.drop()))
  return { id, target, reason, isShare, before, read, drop }
}

interface ReasonProps {
  /** The first field takes the focus. */
  readonly isFirst: boolean
  readonly value: string
  readonly onChange: (reason: string) => void
}

function ReasonField({ isFirst, value, onChange }: ReasonProps) {
  const { t } = useTranslation('sampling')
  return (
    <Textarea
      label={t('reason')}
      withAsterisk
      autosize
      minRows={2}
      maxLength={2000}
      data-autofocus={isFirst || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface TargetProps {
  readonly isShare: boolean
  readonly before: number
  readonly target: string
  readonly onChange: (target: string) => void
}

/** To how many lines, or to which share of the amount. */
function TargetField({ isShare, before, target, onChange }: TargetProps) {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  if (!isShare)
    return (
      <TextInput
        label={t('change.target', { before })}
        inputMode="numeric"
        withAsterisk
        data-autofocus
        value={target}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <Select
      label={t('change.share')}
      allowDeselect={false}
      data={VALUE_SHARES.filter((share) => share > before).map((share) => ({
        value: String(share),
        label: formatShare(share, language),
      }))}
      value={target}
      onChange={(share) => share && onChange(share)}
    />
  )
}

function useChange(sample: InspectionSample, onDone: () => void) {
  const worded = useWorded()
  const [failure, setFailure] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (change: Result<SampleChange>): Promise<void> => {
    setBusy(true)
    const made = change.ok ? await trackKept(changeSample(sample, change.value)) : change
    setBusy(false)
    if (made.ok) onDone()
    else setFailure(worded(made.error))
  }
  return { failure, busy, make }
}
