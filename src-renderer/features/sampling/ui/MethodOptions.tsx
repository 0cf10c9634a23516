import { Checkbox, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { SamplingMethod } from '#domain/sampling/definition.ts'
import type { DrawOptions } from '#renderer/features/sampling/state/draw-draft.ts'
import { deviationFault, OPTIONS_OF, usesStrata } from '#renderer/features/sampling/state/read-draft.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

/** Most strata that are asked about one by one; the others have the deviation of all. */
const MOST_ASKED = 30

/** How the strata share the sample, how a non-statistical one is chosen, and what is expected stratum by stratum. */
export function MethodOptions(props: StepProps & { readonly method: SamplingMethod }): React.JSX.Element {
  const { draft, method, onChange } = props
  const { t } = useTranslation('sampling')
  const set = (name: keyof DrawOptions, isOn: boolean): void =>
    onChange({ options: { ...draft.options, [name]: isOn } })
  return (
    <>
      {OPTIONS_OF[method].map((name) => {
        const isIdle = name !== 'pps' && draft.stratum === null
        return (
          <Checkbox
            key={name}
            label={t(`parameter.${name}`)}
            description={t(isIdle ? 'parameter-hint.no-strata' : `parameter-hint.${name}`)}
            checked={draft.options[name] && !isIdle}
            disabled={isIdle}
            onChange={(event) => set(name, event.currentTarget.checked)}
          />
        )
      })}
      {usesStrata(draft, method) && <Deviations {...props} />}
    </>
  )
}

/** The expected deviation of each stratum, the largest first. */
function Deviations({ draft, draw, method, onChange }: StepProps & { readonly method: SamplingMethod }) {
  const { t } = useTranslation('sampling')
  const words = useErrorText()
  const worded = useWorded()
  const strata = draw.facts?.strata.slice(0, MOST_ASKED) ?? []
  const isMoney = method === 'STRATIFIED'
  return (
    <fieldset className={classes['set']}>
      <legend>{t(isMoney ? 'parameter.sigmas' : 'parameter.rateDeviations')}</legend>
      <p className={classes['quiet']}>{t('parameter-hint.deviations')}</p>
      <div className={classes['pair']}>
        {strata.map(({ code, lines }) => {
          const text = draft.deviations[code] ?? ''
          const fault = deviationFault(method, code, text)
          return (
            <TextInput
              key={code}
              label={t('parameter.of-stratum', { stratum: code || t('filter.empty'), count: lines })}
              inputMode="decimal"
              autoComplete="off"
              rightSection={isMoney ? <span aria-hidden>€</span> : undefined}
              value={text}
              onChange={(event) =>
                onChange({ deviations: { ...draft.deviations, [code]: event.currentTarget.value } })
              }
              error={fault ? words(worded(fault)) : undefined}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
