import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#domain/result.ts'
import type { SystemicError } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveSample } from '#renderer/features/checking/commands/save-sample.ts'
import type { Checks } from '#renderer/features/checking/queries/use-checks.ts'
import { lostOn, newSystemic, readIds, undelimited } from '#renderer/features/checking/systemic.ts'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { AmountField } from '#renderer/ui/AmountField.tsx'
import { AutosaveText, AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly sample: InspectionSample
  readonly checks: Checks
  readonly readOnly: boolean
}
type ChangeList = (list: SystemicError[]) => SystemicError[]

const saveList = (sample: InspectionSample, change: ChangeList) =>
  saveSample(sample, ({ systemic }) => ({ systemic: change(systemic) }))

/** Errors whose extent is known: which lines they touch, in the sample or not, and for how much. */
export function SystemicErrors({ sample, checks, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const open = undelimited(sample, checks)
  const add = () => trackSave(saveList(sample, (list) => [...list, newSystemic(sample, checks)]))
  return (
    <section className={classes['part']} aria-labelledby="evaluation-systemic">
      <h3 id="evaluation-systemic">{t('systemic.title')}</h3>
      <p className={classes['quiet']}>
        {open.length > 0 ? t('systemic.open', { count: open.length }) : t('systemic.hint')}
      </p>
      {sample.systemic.map((error) => (
        <Systemic key={error.code} {...{ sample, checks, error, readOnly }} />
      ))}
      {!readOnly && (
        <Button
          size="xs"
          variant={open.length > 0 ? 'light' : 'default'}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void add()}
        >
          {t('systemic.add')}
        </Button>
      )}
    </section>
  )
}

function Systemic(props: Props & { readonly error: SystemicError }): React.JSX.Element {
  const { sample, checks, error, readOnly } = props
  const { t } = useTranslation('evaluation')
  const { code } = error
  const at = (field: string) => textAt(sample.inspectionId, `systemic/${sample.id}/${code}/${field}`)
  const save = (fields: Partial<SystemicError>) =>
    saveList(sample, (list) => list.map((one) => (one.code === code ? { ...one, ...fields } : one)))
  return (
    <fieldset className={classes['systemic']}>
      <legend>{t('systemic.one', { code })}</legend>
      <AutosaveText
        place={at('description')}
        label={t('systemic.description')}
        maxLength={2000}
        readOnly={readOnly}
        value={error.description}
        onSave={(description) => save({ description })}
      />
      <div className={classes['pair']}>
        <AutosaveTextarea
          place={at('ids')}
          label={t('systemic.ids')}
          description={t('systemic.ids-hint')}
          minRows={2}
          readOnly={readOnly}
          value={error.ids.join('\n')}
          onSave={(text) => save({ ids: readIds(text) })}
        />
        <AmountField
          place={at('amount')}
          label={t('systemic.amount')}
          description={t('systemic.amount-hint')}
          readOnly={readOnly}
          amount={error.amount}
          onSave={(amount) => save({ amount: amount ?? 0 })}
        />
      </div>
      {!readOnly && <Acts {...{ sample, checks, error, save }} />}
    </fieldset>
  )
}

interface ActsProps extends Omit<Props, 'readOnly'> {
  readonly error: SystemicError
  readonly save: (fields: Partial<SystemicError>) => Promise<Result<null>>
}

function Acts({ sample, checks, error, save }: ActsProps): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const { code } = error
  const open = undelimited(sample, checks)
  const takeIn = () => {
    const amount = error.amount + lostOn(sample, checks, open)
    return trackSave(save({ ids: [...error.ids, ...open], amount }))
  }
  const remove = () => trackSave(saveList(sample, (list) => list.filter((one) => one.code !== code)))
  return (
    <div className={classes['acts']}>
      {open.length > 0 && (
        <Button size="xs" variant="default" onClick={() => void takeIn()}>
          {t('systemic.take-in', { count: open.length })}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        aria-label={t('systemic.remove-one', { code })}
        onClick={() => void remove()}
      >
        {t('systemic.remove')}
      </Button>
    </div>
  )
}
