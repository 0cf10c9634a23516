import { Button } from '@mantine/core'
import {
  IconBan,
  IconClockPause,
  IconHandStop,
  IconUserOff,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { OUTCOMES, type Outcome } from '#domain/report/acknowledgement.ts'
import {
  missingOf,
  type AcknowledgementDraft,
  type DraftField,
} from '#renderer/features/report/acknowledgement-draft.ts'
import { GlyphNotice } from '#renderer/features/report/ui/GlyphNotice.tsx'
import { useDraftGlyphs } from '#renderer/features/report/ui/use-draft-glyphs.ts'
import { FieldError, OutcomeFields } from '#renderer/features/report/ui/OutcomeFields.tsx'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { Choices } from '#renderer/ui/Choices.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useSaveStatus } from '#renderer/ui/save-status.ts'

interface Props {
  readonly draft: AcknowledgementDraft
  /** Hash of the content that was read. */
  readonly content: string
  readonly replyDays: number
  readonly onChange: (draft: AcknowledgementDraft) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

const ICONS: Readonly<Record<Outcome, Icon>> = {
  SIGNED: IconWritingSign,
  REFUSED: IconBan,
  ABSENT: IconUserOff,
  UNABLE: IconHandStop,
  REPLY_LATER: IconClockPause,
}

/** The partner's representative signs by hand, or does not, and why. */
export function PartnerStep(props: Props): React.JSX.Element {
  const { draft, content, onChange, onBack, onNext } = props
  const { t } = useTranslation('report')
  const form = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  // the footer, which tells this elsewhere, lies behind the dialog
  const refused = useSaveStatus((status) => status.refused)
  const missing = missingOf(draft, content)
  const set = (fields: Partial<AcknowledgementDraft>): void => onChange({ ...draft, ...fields })
  const { inNames, inTexts } = useDraftGlyphs(draft)
  const wrong = (field: DraftField): string | undefined => {
    const sign = inNames.find((one) => one.field === field)?.sign
    if (sign !== undefined) return t('glyph.in-name', { sign })
    return asked && missing.includes(field) ? t(`partner.missing.${field}`) : undefined
  }
  const next = (): void => {
    setAsked(true)
    const [first] = [...missing, ...inNames.map(({ field }) => field)]
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
            choices={OUTCOMES.map((value) => ({
              value,
              label: t(`partner.choice.${value}`),
              icon: ICONS[value],
              ...(value === 'SIGNED' ? {} : { tone: 'orange' }),
            }))}
            value={draft.kind}
            onChange={(kind) => (set({ kind }), null)}
          />
          <FieldError text={wrong('kind')} />
        </div>
        {draft.kind !== null && <OutcomeFields {...props} kind={draft.kind} set={set} wrong={wrong} />}
        <GlyphNotice glyphs={inTexts} />
        {refused && <ErrorNotice error={refused} />}
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
