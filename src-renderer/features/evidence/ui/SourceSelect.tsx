import { Select } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceSource, type Evidence } from '#domain/finding/finding.ts'
import { saveEvidence } from '#renderer/features/evidence/commands/save-evidence.ts'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly piece: Evidence
  readonly readOnly: boolean
}

/** Where a piece comes from: camera, file, scan. */
export function SourceSelect({ piece, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('evidence')
  return (
    <Select
      label={t('source.label')}
      data={EvidenceSource.enum.map((source) => ({ value: source, label: t(`source.${source}`) }))}
      allowDeselect={false}
      readOnly={readOnly}
      value={piece.source}
      onChange={(source) => source && void trackSave(saveEvidence(piece, { source }))}
    />
  )
}
