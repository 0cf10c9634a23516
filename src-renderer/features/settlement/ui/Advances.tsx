import { Button, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { writeAmount } from '#domain/finding/read-amount.ts'
import { err, type Result } from '#domain/result.ts'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import { InstalmentPlan } from '#renderer/features/settlement/ui/InstalmentPlan.tsx'
import { RemoveButton } from '#renderer/features/settlement/ui/RemoveButton.tsx'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { useEntry } from '#renderer/features/settlement/ui/use-entry.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { DAY_RANGES } from '#domain/day-ranges.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { readDay } from '#domain/typed-date.ts'

/** The money already paid: proposed from the convention, changed by the inspector. */
export function Advances(props: DecisionProps): React.JSX.Element {
  const { file, decided, words, readOnly, decide } = props
  const { t } = useTranslation('settlement')
  const { advances } = decided
  const remove = (at: number) =>
    decide((before) => ({ advances: before.advances.filter((_, place) => place !== at) }))
  return (
    <section aria-labelledby="settlement-advances">
      <h3 id="settlement-advances">{t('advances.title')}</h3>
      {advances.length === 0 && <p className={classes['quiet']}>{t('advances.none')}</p>}
      {file.decision === null && advances.length > 0 && (
        <p className={classes['quiet']}>{t('advances.proposed')}</p>
      )}
      <ul className={classes['entries']}>
        {advances.map(({ paidOn, amount }, at) => (
          <li key={at}>
            <span>{words.day(paidOn)}</span>
            <span className="tabular">{words.euros(amount)}</span>
            {!readOnly && (
              <RemoveButton
                what={`${words.day(paidOn)} ${words.euros(amount)}`}
                onRemove={() => void remove(at)}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && <NewAdvance {...props} />}
    </section>
  )
}

function NewAdvance(props: DecisionProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const say = useErrorText()
  const range = DAY_RANGES.payment(today())
  const entry = useEntry(props.file.inspectionId, 'advance', (text) => {
    const read = readDay(text, range)
    return read.ok && read.value === null ? err('settlement.day-missing') : (read as Result<string>)
  })
  const add = () =>
    entry.add(({ text, amount }) =>
      props.decide(({ advances }) => ({
        advances: [...advances, { paidOn: text, amount }].sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1)),
      })),
    )
  return (
    <>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <DayInput
          label={t('advances.paid-on')}
          range={range}
          text={entry.text.text}
          onText={entry.text.type}
        />
        <TextInput
          label={t('advances.amount')}
          placeholder="0,00"
          inputMode="decimal"
          autoComplete="off"
          value={entry.amount.text}
          onChange={(event) => entry.amount.type(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('advances.add')}
        </Button>
        <p role="alert" className={classes['wrong']}>
          {entry.failure && say(entry.failure)}
        </p>
      </form>
      <InstalmentPlan {...props} onUse={(amount) => entry.amount.type(writeAmount(amount))} />
    </>
  )
}
