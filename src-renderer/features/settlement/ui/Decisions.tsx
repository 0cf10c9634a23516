import type React from 'react'
import { useTranslation } from 'react-i18next'
import { textAt } from '#renderer/db/drafts.ts'
import { Advances } from '#renderer/features/settlement/ui/Advances.tsx'
import { Corrections } from '#renderer/features/settlement/ui/Corrections.tsx'
import { FindingEffects } from '#renderer/features/settlement/ui/FindingEffects.tsx'
import { ParameterTable } from '#renderer/features/settlement/ui/ParameterTable.tsx'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import { PerformancePart } from '#renderer/features/settlement/ui/PerformancePart.tsx'
import { Roles } from '#renderer/features/settlement/ui/Roles.tsx'
import { AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'

type Props = DecisionProps & { readonly onOpenFinding: (findingId: string) => void }

/** What the inspector decides: effects of findings, corrections, money paid, performance, roles; and on what ground. */
export function Decisions({ onOpenFinding, ...part }: Props): React.JSX.Element {
  const { mode } = part.file.convention.financing
  return (
    <>
      <FindingEffects {...part} onOpenFinding={onOpenFinding} />
      {mode === 'SALARY_LUMP_SUM' && part.settled && <Roles {...part} settled={part.settled} />}
      <Corrections {...part} />
      <Advances {...part} />
      <PerformancePart {...part} />
      {part.settled && <ParameterTable {...part} settled={part.settled} />}
      <Note {...part} />
    </>
  )
}

function Note({ file, decided, decide, readOnly }: DecisionProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  return (
    <AutosaveTextarea
      place={textAt(file.inspectionId, 'settlement/note')}
      label={t('note')}
      maxLength={4000}
      readOnly={readOnly}
      value={decided.note}
      onSave={(note) => decide(() => ({ note }))}
    />
  )
}
