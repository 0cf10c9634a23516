import { Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconPaperclip, IconTrash } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '#domain/finding/finding.ts'
import { evidenceLabel } from '#domain/finding/numbering.ts'
import { saveEvidence } from '#renderer/features/evidence/commands/save-evidence.ts'
import { useAllEvidence } from '#renderer/features/evidence/queries/use-evidence.ts'
import { AddEvidence } from '#renderer/features/evidence/ui/AddEvidence.tsx'
import classes from '#renderer/features/evidence/ui/Evidence.module.css'
import { EvidenceCard } from '#renderer/features/evidence/ui/EvidenceCard.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
}

/** Every piece of the inspection with what it belongs to, and the bin. */
export function EvidenceTab({ inspectionId, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('evidence')
  const view = useAllEvidence(inspectionId)
  if (!view) return <Skeleton height={320} aria-label={t('loading')} />
  const place = (piece: Evidence): string =>
    (piece.findingId && view.findingLabels.get(piece.findingId)) ??
    piece.line?.label ??
    piece.pointCode ??
    t('whole-inspection')
  return (
    <div className={classes['tab']}>
      <h2>{t('count', { count: view.kept.length })}</h2>
      {!readOnly && <AddEvidence inspectionId={inspectionId} target={null} />}
      {view.kept.length === 0 && <EmptyState icon={IconPaperclip} title={t('none')} text={t('empty-text')} />}
      <ul className={classes['cards']} aria-label={t('list')}>
        {view.kept.map((piece) => (
          <EvidenceCard key={piece.id} piece={piece} readOnly={readOnly} belongsTo={place(piece)} />
        ))}
      </ul>
      <EvidenceBin pieces={view.binned} readOnly={readOnly} />
    </div>
  )
}

interface BinProps {
  readonly pieces: readonly Evidence[]
  readonly readOnly: boolean
}

function EvidenceBin({ pieces, readOnly }: BinProps): React.JSX.Element | null {
  const { t } = useTranslation('evidence')
  if (pieces.length === 0) return null
  return (
    <details className={classes['bin']}>
      <summary>
        <IconTrash size={16} aria-hidden /> {t('bin', { count: pieces.length })}
      </summary>
      <ul>
        {pieces.map((piece) => (
          <li key={piece.id}>
            <span className="code">{evidenceLabel(piece.number)}</span>
            <span className={classes['name']}>{piece.caption || piece.fileName}</span>
            {!readOnly && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                aria-label={t('restore-one', { number: evidenceLabel(piece.number) })}
                onClick={() => void trackSave(saveEvidence(piece, { binned: false }))}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
