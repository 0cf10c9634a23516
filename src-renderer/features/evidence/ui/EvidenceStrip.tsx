import type React from 'react'
import { useTranslation } from 'react-i18next'
import { useEvidenceOf, type EvidenceTarget } from '#renderer/features/evidence/queries/use-evidence.ts'
import { AddEvidence } from '#renderer/features/evidence/ui/AddEvidence.tsx'
import classes from '#renderer/features/evidence/ui/Evidence.module.css'
import { EvidenceCard } from '#renderer/features/evidence/ui/EvidenceCard.tsx'

interface Props {
  readonly inspectionId: string
  readonly target: EvidenceTarget
  readonly readOnly: boolean
}

/** The evidence of one finding, control point or checked line, and the place to add more. */
export function EvidenceStrip({ inspectionId, target, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('evidence')
  const pieces = useEvidenceOf(inspectionId, target)
  return (
    <div className={classes['strip']}>
      {pieces && pieces.length > 0 && (
        <ul className={classes['cards']} aria-label={t('list')}>
          {pieces.map((piece) => (
            <EvidenceCard key={piece.id} piece={piece} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {readOnly ? (
        pieces?.length === 0 && <p className={classes['quiet']}>{t('none')}</p>
      ) : (
        <AddEvidence inspectionId={inspectionId} target={target} />
      )}
    </div>
  )
}
