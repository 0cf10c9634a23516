import { Select } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import { SETTLED_LISTING } from '#domain/settlement/claim.ts'
import type { FindingEffect } from '#domain/settlement/inspection-settlement.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { trace } from '#renderer/features/settlement/state/settlement-view.ts'
import { takenBy } from '#renderer/features/settlement/subject-cuts.ts'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { AmountField } from '#renderer/ui/AmountField.tsx'

type Props = DecisionProps & { readonly onOpenFinding: (findingId: string) => void }

/** What each negative finding does to the money. */
export function FindingEffects(props: Props): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const findings = props.file.findings.filter(({ positive }) => !positive)
  return (
    <section aria-labelledby="settlement-effects">
      <h3 id="settlement-effects">{t('effects.title')}</h3>
      {findings.length === 0 ? (
        <p className={classes['quiet']}>{t('effects.none')}</p>
      ) : (
        <table className={classes['table']} aria-labelledby="settlement-effects">
          <thead>
            <tr>
              <th scope="col">{t('effects.finding')}</th>
              <th scope="col">{t('effects.effect')}</th>
              <th scope="col" data-figure>
                {t('amount')}
              </th>
              <th scope="col" data-figure>
                {t('effects.taken')}
              </th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <EffectRow key={finding.id} {...props} finding={finding} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type RowProps = Props & { readonly finding: Finding }

function EffectRow({ finding, ...props }: RowProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { file, settled, words, decided } = props
  const label = findingLabel(finding.number)
  const effect = decided.effects.find(({ findingId }) => findingId === finding.id)
  const taken = settled ? takenBy(settled.settlement, finding.id) : 0
  const listing = SETTLED_LISTING[file.convention.financing.mode]
  const rows = finding.rows.filter((row) => row.listing === listing).length
  return (
    <tr>
      <th scope="row">
        <button type="button" className={classes['link']} onClick={() => props.onOpenFinding(finding.id)}>
          {label} {finding.title || t('effects.untitled')}
        </button>
        <span className={classes['sub']}>{t('effects.rows', { count: rows })}</span>
      </th>
      <td className={classes['choice']}>
        <EffectSelect {...props} finding={finding} effect={effect} />
      </td>
      <td data-figure className={classes['money']}>
        {effect?.effect === 'DEDUCT' && <EffectAmount {...props} finding={finding} effect={effect} />}
      </td>
      <td data-figure>
        <button
          type="button"
          className={classes['figure']}
          aria-label={t('lines.trace', { what: `${label} ${words.less(taken)}` })}
          onClick={() => trace(file.inspectionId, { kind: 'finding', findingId: finding.id })}
        >
          {words.less(taken)}
        </button>
      </td>
    </tr>
  )
}

const EFFECTS = ['NONE', 'REJECT_ROWS', 'DEDUCT'] as const
type EffectProps = RowProps & { readonly effect: FindingEffect | undefined }

function EffectSelect({ finding, effect, decide, readOnly }: EffectProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const choose = (chosen: (typeof EFFECTS)[number]) =>
    decide(({ effects }) => {
      const others = effects.filter(({ findingId }) => findingId !== finding.id)
      if (chosen === 'NONE') return { effects: others }
      const amount = chosen === 'DEDUCT' ? (effect?.amount ?? finding.amount) : null
      return { effects: [...others, { findingId: finding.id, effect: chosen, amount }] }
    })
  return (
    <Select
      aria-label={t('effects.of', { finding: findingLabel(finding.number) })}
      data={EFFECTS.map((value) => ({ value, label: t(`effects.${value}`) }))}
      allowDeselect={false}
      readOnly={readOnly}
      size="xs"
      value={effect?.effect ?? 'NONE'}
      onChange={(chosen) => chosen && void choose(chosen)}
    />
  )
}

function EffectAmount({ file, finding, effect, decide, readOnly }: EffectProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  return (
    <AmountField
      key={finding.id}
      place={textAt(file.inspectionId, `settlement/${finding.id}`)}
      aria-label={t('effects.amount-of', { finding: findingLabel(finding.number) })}
      size="xs"
      readOnly={readOnly}
      amount={effect?.amount ?? null}
      onSave={(amount) =>
        decide(({ effects }) => ({
          effects: effects.map((one) => (one.findingId === finding.id ? { ...one, amount } : one)),
        }))
      }
    />
  )
}
