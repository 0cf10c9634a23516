import type React from 'react'
import { useTranslation } from 'react-i18next'
import { readAmount } from '#domain/finding/read-amount.ts'
import { formatEuros } from '#domain/money.ts'
import { err, type Result } from '#domain/result.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import type { CheckFields } from '#renderer/features/checking/commands/save-check.ts'
import { foundAmount } from '#renderer/features/checking/line-result.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import { amountPlaces } from '#renderer/features/checking/ui/use-line-result.ts'
import { AmountField } from '#renderer/ui/AmountField.tsx'
import { AutosaveCheckbox } from '#renderer/ui/AutosaveCheckbox.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What the fields of one line share. */
export interface LineProps {
  readonly sample: InspectionSample
  readonly unit: SampleUnit
  readonly check: LineCheck
  readonly readOnly: boolean
  readonly change: (fields: CheckFields) => Promise<Result<null>>
}

/** What the documents show and what is accepted of it, where that is neither all nor nothing. */
export function LineAmounts({ sample, unit, check, readOnly, change }: LineProps): React.JSX.Element {
  const { t } = useTranslation('checking')
  const language = useLanguage()
  const { amount } = unit
  const places = amountPlaces(sample, unit)
  const isLess = (accepted: number | null) => accepted !== null && accepted < amount
  const withNature = (fields: CheckFields): CheckFields =>
    isLess(fields.accepted ?? null) && check.nature === null ? { ...fields, nature: 'RANDOM' } : fields
  const readAccepted = (text: string): Result<number | null> => {
    const read = readAmount(text)
    const isAbove = read.ok && (read.value ?? 0) > amount
    return isAbove ? err('checking.above-declared', { declared: formatEuros(amount, language) }) : read
  }
  return (
    <div className={classes['amounts']}>
      <AmountField
        id="check-found"
        place={places.found}
        label={t('field.found')}
        description={t('hint.found')}
        readOnly={readOnly}
        amount={check.found}
        onSave={(found) => change(withNature(foundAmount(unit, found)))}
      />
      <AmountField
        place={places.accepted}
        label={t('field.accepted')}
        description={t('hint.accepted')}
        readOnly={readOnly}
        amount={check.accepted}
        read={readAccepted}
        onSave={(accepted) => change(withNature({ accepted, found: check.found ?? accepted }))}
      />
      <AutosaveCheckbox
        label={t('field.wrong')}
        description={t('hint.wrong')}
        disabled={readOnly || check.accepted === null || isLess(check.accepted)}
        value={check.wrong}
        onSave={(wrong) => change(wrong && check.nature === null ? { wrong, nature: 'RANDOM' } : { wrong })}
      />
    </div>
  )
}
