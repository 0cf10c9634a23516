import { Button, Loader } from '@mantine/core'
import { IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { SigningDoubt } from '#domain/report/signing-doubts.ts'
import type { AppError } from '#domain/result.ts'
import type { AcknowledgementDraft } from '#renderer/features/report/acknowledgement-draft.ts'
import { drawingSvg } from '#renderer/features/report/drawing.ts'
import { EXPLAINED, outcomeText } from '#renderer/features/report/outcome-text.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly inspection: Inspection
  readonly model: ReportModel
  readonly doubts: readonly SigningDoubt[]
  readonly draft: AcknowledgementDraft
  readonly busy: boolean
  readonly failure: AppError | null
  readonly onBack: () => void
  readonly onSign: () => void
}

/** Last look at what will be sealed, then the inspector's signature. */
export function SealStep(props: Props): React.JSX.Element {
  const { inspection, model, doubts, draft, busy, failure, onSign } = props
  const { t } = useTranslation('report')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <div className={dialog['sheet']}>
        <dl className={dialog['facts']}>
          <Fact
            term={t('seal.report')}
            text={`${model.reference} · ${t('version', { version: model.version })}`}
          />
          <Fact term={t('seal.findings')} text={String(model.counts.findings)} />
          <PartnerFacts draft={draft} />
          <Fact term={t('seal.inspector')} text={inspection.inspectorName} />
        </dl>
        {draft.kind === 'SIGNED' && <Drawing draft={draft} />}
        <p className={classes['quiet']}>{t('seal.meaning')}</p>
        {failure && <ErrorNotice error={failure} />}
        <p role="status" className={dialog['progress']}>
          {busy && (
            <>
              <Loader size="sm" /> {t('seal.busy')}
            </>
          )}
        </p>
      </div>
      <div className={dialog['foot']}>
        <Button variant="default" disabled={busy} onClick={props.onBack}>
          {t('back')}
        </Button>
        <Button
          disabled={busy}
          leftSection={<IconWritingSign size={18} aria-hidden />}
          onClick={doubts.length > 0 ? () => setAsking(true) : onSign}
        >
          {t('seal.sign')}
        </Button>
      </div>
      <Doubts doubts={doubts} opened={asking} onClose={() => setAsking(false)} onConfirm={onSign} />
    </>
  )
}

interface DoubtsProps extends Pick<Props, 'doubts'> {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Asks before a report is signed that is hardly meant to be as it is. */
function Doubts({ doubts, ...asked }: DoubtsProps): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <ConfirmDialog {...asked} title={t('doubt.title')} text={t('doubt.text')} confirm={t('doubt.sign')}>
      <ul className={dialog['signs']}>
        {doubts.map(({ code, label }) => (
          <li key={`${code} ${label}`}>{t(`doubt.${code}`, { label })}</li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}

/** The outcome and everything noted with it. */
function PartnerFacts({ draft }: Pick<Props, 'draft'>): React.JSX.Element | null {
  const { t } = useTranslation('report')
  const { kind, copy, copyTo } = draft
  if (kind === null) return null
  const { field, word } = EXPLAINED[kind]
  return (
    <>
      <Fact term={t('seal.partner')} text={outcomeText({ ...draft, kind }, t)} />
      <Fact term={t(`partner.${word}`)} text={draft[field] || t('seal.no-remark')} />
      {kind === 'UNABLE' && draft.present !== '' && <Fact term={t('partner.present')} text={draft.present} />}
      {kind !== 'SIGNED' && copy !== null && (
        <Fact
          term={t('partner.copy')}
          text={[t(`partner.copy-way.${copy}`), copy === 'NONE' ? '' : copyTo].filter(Boolean).join(', ')}
        />
      )}
    </>
  )
}

function Fact({ term, text }: { readonly term: string; readonly text: string }): React.JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}

function Drawing({ draft }: { readonly draft: AcknowledgementDraft }): React.JSX.Element {
  const { t } = useTranslation('report')
  const url = `data:image/svg+xml,${encodeURIComponent(drawingSvg(draft.strokes))}`
  return <img className={dialog['drawing']} src={url} alt={t('hand.drawn')} />
}
