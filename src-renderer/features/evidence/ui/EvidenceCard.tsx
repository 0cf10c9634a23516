import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload, IconTrash } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '#domain/finding/finding.ts'
import { evidenceLabel } from '#domain/finding/numbering.ts'
import { isTaken, takenOn } from '#domain/finding/taken-on.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveEvidence, saveTakenOn } from '#renderer/features/evidence/commands/save-evidence.ts'
import classes from '#renderer/features/evidence/ui/Evidence.module.css'
import { Picture } from '#renderer/features/evidence/ui/Picture.tsx'
import { SourceSelect } from '#renderer/features/evidence/ui/SourceSelect.tsx'
import { bridge } from '#renderer/platform/bridge.ts'
import { AutosaveText } from '#renderer/ui/AutosaveText.tsx'
import { formatBytes } from '#renderer/ui/format.ts'
import { placeId } from '#renderer/ui/places.ts'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import { DAY_RANGES } from '#domain/day-ranges.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { err } from '#domain/result.ts'

interface Props {
  readonly piece: Evidence
  readonly readOnly: boolean
  /** What it belongs to, in words; shown where pieces of several are together. */
  readonly belongsTo?: string
}

/** One piece of evidence: picture, caption, dates, source, hash. Give it `key={piece.id}`. */
export function EvidenceCard({ piece, readOnly, belongsTo }: Props): React.JSX.Element {
  const { t } = useTranslation('evidence')
  const number = evidenceLabel(piece.number)
  const change = useRecordChange('evidence', piece.id)
  return (
    <li className={classes['card']} data-evidence={piece.id}>
      <Picture piece={piece} />
      <div className={classes['facts']}>
        <div className={classes['cardHead']}>
          <span className="code">{number}</span>
          <span className={classes['name']}>{piece.fileName}</span>
          {belongsTo && <span className={classes['quiet']}>{belongsTo}</span>}
          <CardActions piece={piece} readOnly={readOnly} />
        </div>
        <AutosaveText
          id={placeId({ kind: 'evidence', evidenceId: piece.id, field: 'caption' })}
          place={textAt(piece.inspectionId, `evidence/${piece.id}/caption`)}
          label={t('caption')}
          maxLength={500}
          readOnly={readOnly}
          value={piece.caption}
          onSave={(caption) => saveEvidence(piece, { caption })}
        />
        <div className={classes['dates']}>
          {isTaken(piece) && <TakenOn piece={piece} readOnly={readOnly} />}
          <ReceivedOn piece={piece} readOnly={readOnly} />
          <SourceSelect piece={piece} readOnly={readOnly} />
        </div>
        <RefusedRecord change={change} />
        <Fingerprint piece={piece}>
          <WaitingChip change={change} />
        </Fingerprint>
      </div>
    </li>
  )
}

/** Hints stand below: the fields of a row begin on one line, with a hint or without. */
const HINT_BELOW: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']

/** When the picture was taken, and who says so; a day without its source is not shown as one. */
function TakenOn({ piece, readOnly }: Omit<Props, 'belongsTo'>): React.JSX.Element {
  const { t } = useTranslation('evidence')
  const day = takenOn(piece)
  return (
    <DateField
      id={placeId({ kind: 'evidence', evidenceId: piece.id, field: 'capturedOn' })}
      place={textAt(piece.inspectionId, `evidence/${piece.id}/capturedOn`)}
      label={t('capturedOn')}
      inputWrapperOrder={HINT_BELOW}
      description={t(day === null ? 'captured.unknown' : `captured.${piece.capturedFrom ?? 'INSPECTOR'}`)}
      range={DAY_RANGES.picture(today())}
      readOnly={readOnly}
      day={day}
      onSave={(next) => saveTakenOn(piece, next)}
    />
  )
}

function ReceivedOn({ piece, readOnly }: Omit<Props, 'belongsTo'>): React.JSX.Element {
  const { t } = useTranslation('evidence')
  return (
    <DateField
      place={textAt(piece.inspectionId, `evidence/${piece.id}/receivedOn`)}
      label={t('receivedOn')}
      inputWrapperOrder={HINT_BELOW}
      description={t('received')}
      range={DAY_RANGES.received(today())}
      readOnly={readOnly}
      day={piece.receivedOn}
      onSave={async (day) =>
        day === null ? err('typed.not-a-day') : await saveEvidence(piece, { receivedOn: day })
      }
    />
  )
}

function CardActions({ piece, readOnly }: { readonly piece: Evidence; readonly readOnly: boolean }) {
  const { t } = useTranslation('evidence')
  const { inspectionId, sha256, fileName } = piece
  const number = evidenceLabel(piece.number)
  return (
    <span className={classes['actions']}>
      <Tooltip label={t('export')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('export-one', { number })}
          onClick={() => void bridge.invoke('file:export', { inspectionId, sha256, suggestedName: fileName })}
        >
          <IconDownload size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {!readOnly && (
        <Tooltip label={t('delete-hint')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('delete-one', { number })}
            onClick={() => void trackSave(saveEvidence(piece, { binned: true }))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  )
}

function Fingerprint(props: {
  readonly piece: Evidence
  readonly children: React.ReactNode
}): React.JSX.Element {
  const { piece, children } = props
  const { t } = useTranslation('evidence')
  const language = useLanguage()
  return (
    <div className={`tabular ${classes['print'] ?? ''}`}>
      <span>{formatBytes(piece.size, language)}</span>
      <span>SHA-256</span>
      <span className="code" title={piece.sha256}>
        {piece.sha256.slice(0, 12)}…
      </span>
      <CopyButton value={piece.sha256}>
        {({ copied, copy }) => (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('copy-hash')} onClick={copy}>
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
      {children}
    </div>
  )
}
