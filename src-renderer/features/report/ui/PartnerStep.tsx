import { Button, Textarea, TextInput } from '@mantine/core'
import { IconBan, IconWritingSign } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import {
  missingOf,
  type AcknowledgementDraft,
  type DraftField,
} from '#renderer/features/report/acknowledgement-draft.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { SignaturePad } from '#renderer/features/report/ui/SignaturePad.tsx'
import { Choices } from '#renderer/ui/Choices.tsx'

interface Props {
  readonly draft: AcknowledgementDraft
  readonly onChange: (draft: AcknowledgementDraft) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** The partner's representative signs by hand, or does not, and why. */
export function PartnerStep({ draft, onChange, onBack, onNext }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const form = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const missing = missingOf(draft)
  const set = (fields: Partial<AcknowledgementDraft>): void => onChange({ ...draft, ...fields })
  const choose = (kind: 'SIGNED' | 'REFUSED'): null => (set({ kind }), null)
  const wrong = (field: DraftField): string | undefined =>
    asked && missing.includes(field) ? t(`partner.missing.${field}`) : undefined
  const next = (): void => {
    setAsked(true)
    const [first] = missing
    if (first === undefined) onNext()
    else
      form.current
        ?.querySelector<HTMLElement>(`[data-field="${first}"], [data-field="${first}"] input`)
        ?.focus()
  }
  return (
    <>
      <div ref={form} className={dialog['sheet']}>
        <div data-field="kind">
          <Choices
            label={t('partner.question')}
            choices={[
              { value: 'SIGNED', label: t('partner.signs'), icon: IconWritingSign },
              { value: 'REFUSED', label: t('partner.refuses'), icon: IconBan, tone: 'orange' },
            ]}
            value={draft.kind}
            onChange={choose}
          />
          <FieldError text={wrong('kind')} />
        </div>
        {draft.kind !== null && <WhoFields draft={draft} set={set} wrong={wrong} />}
        {draft.kind === 'SIGNED' && <HandFields draft={draft} set={set} wrong={wrong} />}
        {draft.kind === 'REFUSED' && (
          <Textarea
            data-field="reason"
            label={t('partner.reason')}
            description={t('partner.reason-hint')}
            autosize
            minRows={3}
            maxLength={2000}
            withAsterisk
            value={draft.reason}
            error={wrong('reason')}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        )}
      </div>
      <div className={dialog['foot']}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button onClick={next}>{t('continue')}</Button>
      </div>
    </>
  )
}

interface FieldsProps {
  readonly draft: AcknowledgementDraft
  readonly set: (fields: Partial<AcknowledgementDraft>) => void
  readonly wrong: (field: DraftField) => string | undefined
}

function WhoFields({ draft, set, wrong }: FieldsProps): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <div className={classes['pair']}>
      {(['name', 'function'] as const).map((field) => (
        <TextInput
          key={field}
          data-field={field}
          label={t(`partner.${field}`)}
          withAsterisk={draft.kind === 'SIGNED'}
          maxLength={120}
          autoComplete="off"
          value={draft[field]}
          error={wrong(field)}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

function HandFields({ draft, set, wrong }: FieldsProps): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <>
      <Textarea
        label={t('partner.remark')}
        description={t('partner.remark-hint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
      <div>
        <SignaturePad strokes={draft.strokes} onChange={(strokes) => set({ strokes })} />
        <FieldError text={wrong('strokes')} />
      </div>
    </>
  )
}

function FieldError({ text }: { readonly text: string | undefined }): React.JSX.Element {
  return (
    <p role="alert" className={dialog['fieldError']}>
      {text}
    </p>
  )
}
