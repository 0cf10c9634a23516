import { Checkbox, TextInput } from '@mantine/core'
import { IconThumbUp } from '@tabler/icons-react'
import { useId } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { adviseMethods } from '#domain/sampling/advise-method.ts'
import { SAMPLING_METHODS, type SamplingMethod } from '#domain/sampling/definition.ts'
import type { ParameterName } from '#renderer/features/sampling/state/draw-draft.ts'
import {
  hasFiniteCorrection,
  parameterFault,
  PARAMETERS_OF,
} from '#renderer/features/sampling/state/read-draft.ts'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { MethodOptions } from '#renderer/features/sampling/ui/MethodOptions.tsx'
import { SizeAdvice } from '#renderer/features/sampling/ui/SizeAdvice.tsx'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

/** How lines are chosen, with the parameters of the method and the size they give. */
export function MethodStep(props: StepProps): React.JSX.Element {
  const { draft, draw, onChange } = props
  return (
    <>
      <MethodChoice
        value={draft.method}
        advised={draw.facts ? adviseMethods(draw.facts) : []}
        onChange={(method) => onChange({ method })}
      />
      {draft.method && (
        <>
          <ParameterFields {...props} method={draft.method} />
          <SizeAdvice definition={draw.definition} size={draw.size} lines={draw.facts?.count ?? 0} />
        </>
      )}
    </>
  )
}

interface ChoiceProps {
  readonly value: SamplingMethod | null
  readonly advised: readonly SamplingMethod[]
  readonly onChange: (method: SamplingMethod) => void
}

function MethodChoice({ value, advised, onChange }: ChoiceProps) {
  const { t } = useTranslation('sampling')
  const name = useId()
  return (
    <fieldset className={classes['methods']}>
      <legend className="visually-hidden">{t('step.method')}</legend>
      {SAMPLING_METHODS.map((method) => (
        <label key={method} className={classes['method']}>
          <input
            type="radio"
            name={name}
            value={method}
            checked={value === method}
            aria-labelledby={`${name}-${method}`}
            aria-describedby={`${name}-${method}-hint`}
            onChange={() => onChange(method)}
          />
          <span>
            <span className={classes['methodName']}>
              <span id={`${name}-${method}`}>{t(`method.${method}`)}</span>
              {advised.includes(method) && (
                <Chip plain tone="green" icon={IconThumbUp}>
                  {t('method-advised')}
                </Chip>
              )}
            </span>
            <span id={`${name}-${method}-hint`} className={classes['quiet']}>
              {t(`method-hint.${method}`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Of the parameters that may stay empty, the hint says what happens then. */
function ParameterFields(props: StepProps & { readonly method: SamplingMethod }) {
  const { draft, draw, method, onChange } = props
  const { t } = useTranslation('sampling')
  const names: readonly ParameterName[] = ['materiality', ...PARAMETERS_OF[method]]
  const isVisit = (draw.facts?.count ?? 0) > 0
  return (
    <fieldset className={classes['set']}>
      <legend>{t('parameter.title')}</legend>
      <div className={classes['pair']}>
        {names.map((name) => (
          <ParameterField key={name} name={name} draft={draft} onChange={onChange} />
        ))}
      </div>
      {hasFiniteCorrection(method) && (
        <Checkbox
          label={t('parameter.finiteCorrection')}
          description={t('parameter-hint.finiteCorrection')}
          checked={draft.finiteCorrection}
          onChange={(event) => onChange({ finiteCorrection: event.currentTarget.checked })}
        />
      )}
      <MethodOptions {...props} />
      {isVisit && method !== 'EXHAUSTIVE' && (
        <Checkbox
          label={t('parameter.minimum-ask')}
          checked={draft.visitMinimum}
          onChange={(event) => onChange({ visitMinimum: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  )
}

const UNITS: Partial<Record<ParameterName, string>> = {
  ...{ confidence: '%', materiality: '%', expectedRate: '%', expectedLineRate: '%' },
  ...{ sigma: '€', highValueFrom: '€' },
}

function ParameterField({
  name,
  draft,
  onChange,
}: Pick<StepProps, 'draft' | 'onChange'> & { readonly name: ParameterName }) {
  const { t } = useTranslation('sampling')
  const words = useErrorText()
  const worded = useWorded()
  const text = draft.texts[name]
  const fault = parameterFault(name, text)
  const unit = UNITS[name]
  return (
    <TextInput
      label={t(`parameter.${name}`)}
      description={t(`parameter-hint.${name}`)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputMode="decimal"
      autoComplete="off"
      rightSection={unit ? <span aria-hidden>{unit}</span> : undefined}
      value={text}
      onChange={(event) => onChange({ texts: { ...draft.texts, [name]: event.currentTarget.value } })}
      error={fault ? words(worded(fault)) : undefined}
    />
  )
}
