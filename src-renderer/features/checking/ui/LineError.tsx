import { IconDice5, IconFocusCentered, IconRepeat } from '@tabler/icons-react'
import { useId, useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorNature } from '#domain/sampling/evaluation.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { lackOf } from '#renderer/features/checking/line-result.ts'
import type { Checks } from '#renderer/features/checking/queries/use-checks.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import type { LineProps } from '#renderer/features/checking/ui/LineAmounts.tsx'
import { AutosaveCheckbox } from '#renderer/ui/AutosaveCheckbox.tsx'
import { AutosaveText, AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { Choices, type Choice } from '#renderer/ui/Choices.tsx'

/** Causes offered again. */
const MOST_OFFERED = 20

interface Props extends LineProps {
  /** What was found on the other lines: their causes are offered. */
  readonly others: Checks
}

/** Where an error comes from and how it counts: random ones are projected, the others are not. */
export function LineError({ sample, unit, check, readOnly, change, others }: Props): React.JSX.Element {
  const { t } = useTranslation('checking')
  const lack = lackOf(unit, check)
  const isDelimited = sample.systemic.some(({ ids }) => ids.includes(unit.id))
  return (
    <>
      <Cause {...{ check, readOnly, change, others }} lacks={lack === 'cause'} />
      <NatureChoices value={check.nature} readOnly={readOnly} onChange={(nature) => change({ nature })} />
      {check.nature === 'SYSTEMIC' && !isDelimited && (
        <p className={classes['quiet']}>{t('hint.systemic')}</p>
      )}
      {check.nature === 'ANOMALOUS' && (
        <>
          <AutosaveTextarea
            place={textAt(sample.inspectionId, `check/${check.id}/justification`)}
            label={t('field.justification')}
            description={t('hint.justification')}
            withAsterisk
            maxLength={4000}
            readOnly={readOnly}
            value={check.justification}
            onSave={(justification) => change({ justification })}
          />
          <AutosaveCheckbox
            label={t('field.corrected')}
            disabled={readOnly}
            value={check.corrected}
            onSave={(corrected) => change({ corrected })}
          />
        </>
      )}
    </>
  )
}

type CauseProps = Pick<Props, 'check' | 'readOnly' | 'change' | 'others'> & { readonly lacks: boolean }

function Cause({ check, readOnly, change, others, lacks }: CauseProps): React.JSX.Element {
  const { t } = useTranslation('checking')
  const offers = useId()
  const told = useMemo(() => toldCauses(others, check.lineId), [others, check.lineId])
  const missing = lacks && check.cause === '' ? t('lack.cause') : undefined
  return (
    <>
      <AutosaveText
        id="check-cause"
        place={textAt(check.inspectionId, `check/${check.id}/cause`)}
        label={t('field.cause')}
        withAsterisk
        maxLength={500}
        list={offers}
        autoComplete="off"
        readOnly={readOnly}
        description={missing}
        value={check.cause}
        onSave={(cause) => change({ cause })}
      />
      <datalist id={offers}>
        {told.map((cause) => (
          <option key={cause} value={cause} />
        ))}
      </datalist>
    </>
  )
}

/** Causes of other lines, each once. */
const toldCauses = (checks: Checks, lineId: string): string[] => {
  const told = [...checks.values()].flatMap((check) => (check.lineId === lineId ? [] : check.cause))
  return [...new Set(told)].filter((cause) => cause !== '').slice(0, MOST_OFFERED)
}

interface NatureProps {
  readonly value: ErrorNature | null
  readonly readOnly: boolean
  readonly onChange: (nature: ErrorNature) => ReturnType<LineProps['change']>
}

function NatureChoices({ value, readOnly, onChange }: NatureProps): React.JSX.Element {
  const { t } = useTranslation(['checking', 'common'])
  const choices: Choice<ErrorNature>[] = [
    { value: 'RANDOM', label: t('common:nature.RANDOM'), icon: IconDice5 },
    { value: 'SYSTEMIC', label: t('common:nature.SYSTEMIC'), icon: IconRepeat },
    { value: 'ANOMALOUS', label: t('common:nature.ANOMALOUS'), icon: IconFocusCentered },
  ]
  return (
    <Choices
      label={t('field.nature')}
      choices={choices}
      value={value}
      readOnly={readOnly}
      onChange={onChange}
    />
  )
}
