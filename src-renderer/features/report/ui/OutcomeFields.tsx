import { Textarea, TextInput } from '@mantine/core'
import { IconBan, IconHome, IconMail, IconMailbox } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { CopyWay, Outcome } from '#domain/report/acknowledgement.ts'
import {
  isOlder,
  type AcknowledgementDraft,
  type DraftField,
} from '#renderer/features/report/acknowledgement-draft.ts'
import { EXPLAINED } from '#renderer/features/report/outcome-text.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { SignaturePad } from '#renderer/features/report/ui/SignaturePad.tsx'
import { Choices } from '#renderer/ui/Choices.tsx'

interface Props {
  readonly draft: AcknowledgementDraft
  readonly kind: Outcome
  /** Hash of the content that lies before the partner. */
  readonly content: string
  readonly replyDays: number
  readonly set: (fields: Partial<AcknowledgementDraft>) => void
  readonly wrong: (field: DraftField) => string | undefined
}

/** What is to be noted of the outcome that was chosen. */
export function OutcomeFields(props: Props): React.JSX.Element {
  const { kind, replyDays } = props
  const { t } = useTranslation('report')
  return (
    <>
      <WhoFields {...props} />
      <Explanation {...props} />
      {kind === 'UNABLE' && <Present {...props} />}
      {kind === 'REPLY_LATER' && (
        <p className={classes['quiet']}>{t('partner.reply-term', { days: replyDays })}</p>
      )}
      {kind === 'SIGNED' ? <Hand {...props} /> : <CopyFields {...props} />}
    </>
  )
}

/** The names that are compulsory wear an asterisk: a refusal may be anybody's. */
const NAMED: Readonly<Record<Outcome, readonly ('name' | 'function')[]>> = {
  SIGNED: ['name', 'function'],
  REFUSED: [],
  ABSENT: ['name'],
  UNABLE: ['name'],
  REPLY_LATER: ['name', 'function'],
}

function WhoFields({ draft, kind, set, wrong }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <div className={classes['pair']}>
      {(['name', 'function'] as const).map((field) => (
        <TextInput
          key={field}
          data-field={field}
          label={t(`partner.${kind === 'ABSENT' && field === 'name' ? 'expected' : field}`)}
          withAsterisk={NAMED[kind].includes(field)}
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

/** The remark, the reason or the circumstances, in the partner's or the inspector's words. */
function Explanation({ draft, kind, set, wrong }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const { field, word } = EXPLAINED[kind]
  return (
    <Textarea
      data-field={field}
      label={t(`partner.${word}`)}
      description={t(`partner.${word}-hint`)}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={2000}
      withAsterisk={field === 'reason'}
      value={draft[field]}
      error={field === 'reason' ? wrong(field) : undefined}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

function Present({ draft, set }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <Textarea
      label={t('partner.present')}
      description={t('partner.present-hint')}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={2000}
      value={draft.present}
      onChange={(event) => set({ present: event.currentTarget.value })}
    />
  )
}

const WAYS = { LEFT: IconHome, POST: IconMailbox, EMAIL: IconMail, NONE: IconBan } as const

/** What becomes of the partner's copy: left or to be sent, and where to. */
function CopyFields({ draft, set, wrong }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const ways = Object.keys(WAYS) as CopyWay[]
  return (
    <>
      <div data-field="copy">
        <Choices
          label={t('partner.copy')}
          choices={ways.map((value) => ({ value, label: t(`partner.copy-way.${value}`), icon: WAYS[value] }))}
          value={draft.copy}
          onChange={(copy) => (set({ copy }), null)}
        />
        <FieldError text={wrong('copy')} />
      </div>
      {draft.copy !== null && draft.copy !== 'NONE' && (
        <TextInput
          label={t(`partner.copy-to.${draft.copy}`)}
          maxLength={200}
          autoComplete="off"
          value={draft.copyTo}
          onChange={(event) => set({ copyTo: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** The hand goes with the content that was read: one drawn under another is shown no more, and asked for anew. */
function Hand({ draft, content, set, wrong }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const older = isOlder(draft, content)
  return (
    <div>
      {older && (
        <p role="status" className={dialog['fieldError']}>
          {t('partner.older')}
        </p>
      )}
      <SignaturePad
        strokes={older ? NOTHING : draft.strokes}
        onChange={(strokes) => set({ strokes: [...strokes], drawnOn: content })}
      />
      <FieldError text={older ? undefined : wrong('strokes')} />
    </div>
  )
}

const NOTHING: AcknowledgementDraft['strokes'] = []

/** Why a choice or a drawing does not do yet; it has no field of its own that could say it. */
export function FieldError({ text }: { readonly text: string | undefined }): React.JSX.Element {
  return (
    <p role="alert" className={dialog['fieldError']}>
      {text}
    </p>
  )
}
