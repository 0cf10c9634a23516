import { Button, Select } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { ceilingOfPeriod } from '#domain/settlement/inspection-claim.ts'
import { INSTALMENT_PRESETS, planInstalments } from '#domain/settlement/instalments.ts'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'

type PresetName = keyof typeof INSTALMENT_PRESETS
const PRESETS = ['convention', '85_15', '50_50', '70_30'] as const
type Preset = (typeof PRESETS)[number]

interface Planned {
  readonly no: number
  readonly percentage: number
  readonly amount: number
  readonly event: string
  readonly paidDate: string | null
}

type Props = DecisionProps & { readonly onUse: (amount: number) => void }

/** Instalments as agreed, or by the terms that subsidies commonly use: a help to type what was paid. */
export function InstalmentPlan(props: Props): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const [isOpen, setOpen] = useState(false)
  const [preset, setPreset] = useState<Preset>('convention')
  const Picture = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className={classes['plan']}>
      <button
        type="button"
        className={classes['opener']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Picture size={16} aria-hidden /> {t('plan.title')}
      </button>
      {isOpen && (
        <>
          <Select
            label={t('plan.preset')}
            data={PRESETS.map((value) => ({ value, label: t(`plan.${value}`) }))}
            allowDeselect={false}
            size="xs"
            value={preset}
            onChange={(value) => value && setPreset(value)}
          />
          <PlanTable {...props} preset={preset} />
        </>
      )}
    </div>
  )
}

function PlanTable({ file, words, preset, onUse }: Props & { readonly preset: Preset }): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const planned = preset === 'convention' ? agreed(file) : byPreset(file, preset)
  const eventOf = (event: string) => t([`event.${event}`, 'line.unknown'], { code: event })
  return (
    <table className={classes['table']} aria-label={t('plan.title')}>
      <thead>
        <tr>
          <th scope="col">{t('plan.no')}</th>
          <th scope="col" data-figure>
            {t('plan.share')}
          </th>
          <th scope="col">{t('plan.event')}</th>
          <th scope="col" data-figure>
            {t('amount')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {planned.map(({ no, percentage, amount, event, paidDate }) => (
          <tr key={no}>
            <th scope="row">{no}</th>
            <td data-figure>{words.percent(percentage / 100)}</td>
            <td>{paidDate === null ? eventOf(event) : t('plan.paid', { day: words.day(paidDate) })}</td>
            <td data-figure>{words.euros(amount)}</td>
            <td data-figure>
              <Button size="compact-xs" variant="default" onClick={() => onUse(amount)}>
                {t('plan.use', { no })}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const agreed = ({ convention }: DecisionProps['file']): Planned[] =>
  convention.financing.instalments.map(({ dueEvent, ...rest }) => ({ ...rest, event: dueEvent }))

function byPreset({ convention }: DecisionProps['file'], preset: PresetName): Planned[] {
  const plan = planInstalments(ceilingOfPeriod(convention), INSTALMENT_PRESETS[preset])
  return plan.ok ? plan.value.map((one) => ({ ...one, paidDate: null })) : []
}
