import { Button, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { err, ok } from '#domain/result.ts'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import { RemoveButton } from '#renderer/features/settlement/ui/RemoveButton.tsx'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { useEntry } from '#renderer/features/settlement/ui/use-entry.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

/** Corrections that no row and no finding bears, each with its reason. */
export function Corrections(props: DecisionProps): React.JSX.Element {
  const { decided, words, readOnly, decide } = props
  const { t } = useTranslation('settlement')
  const remove = (at: number) =>
    decide(({ corrections }) => ({ corrections: corrections.filter((_, place) => place !== at) }))
  return (
    <section aria-labelledby="settlement-corrections">
      <h3 id="settlement-corrections">{t('corrections.title')}</h3>
      <p className={classes['quiet']}>{t('corrections.help')}</p>
      <ul className={classes['entries']}>
        {decided.corrections.map(({ cause, amount }, at) => (
          <li key={at}>
            <span>{cause}</span>
            <span className="tabular">{words.less(amount)}</span>
            {!readOnly && (
              <RemoveButton what={`${cause} ${words.euros(amount)}`} onRemove={() => void remove(at)} />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && <NewCorrection {...props} />}
    </section>
  )
}

function NewCorrection({ file, decide }: DecisionProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const say = useErrorText()
  const entry = useEntry(file.inspectionId, 'correction', (text) =>
    text.trim() === '' ? err('settlement.cause-missing') : ok(text.trim()),
  )
  const add = () =>
    entry.add(({ text, amount }) =>
      decide(({ corrections }) => ({ corrections: [...corrections, { cause: text, amount, findings: [] }] })),
    )
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        className={classes['wide'] ?? ''}
        label={t('corrections.cause')}
        maxLength={300}
        value={entry.text.text}
        onChange={(event) => entry.text.type(event.currentTarget.value)}
      />
      <TextInput
        label={t('corrections.amount')}
        placeholder="0,00"
        inputMode="decimal"
        autoComplete="off"
        value={entry.amount.text}
        onChange={(event) => entry.amount.type(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('corrections.add')}
      </Button>
      <p role="alert" className={classes['wrong']}>
        {entry.failure && say(entry.failure)}
      </p>
    </form>
  )
}
