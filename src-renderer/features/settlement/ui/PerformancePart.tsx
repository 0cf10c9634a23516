import { Select } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { parametersOn } from '#domain/convention/parameters.ts'
import { err, type Result } from '#domain/result.ts'
import type { Performance } from '#domain/settlement/finish-settlement.ts'
import { textAt } from '#renderer/db/drafts.ts'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { AutosaveText } from '#renderer/ui/AutosaveText.tsx'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** A grant that is reduced when a target is not reached, where the convention says so (`docs/formulas.md`). */
export function PerformancePart(props: DecisionProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { file, words, decided } = props
  const { convention } = file
  const threshold = parametersOn(convention, convention.controlPeriod.end).performanceThreshold
  return (
    <section aria-labelledby="settlement-performance">
      <h3 id="settlement-performance">{t('performance.title')}</h3>
      {threshold === null ? (
        <p className={classes['quiet']}>{t('performance.no-clause')}</p>
      ) : (
        <>
          <p className={classes['quiet']}>{t('performance.help', { threshold: words.percent(threshold) })}</p>
          <div className={classes['form']}>
            <IndicatorSelect {...props} threshold={threshold} />
            {decided.performance && (
              <Achieved key={decided.indicator} {...props} performance={decided.performance} />
            )}
          </div>
        </>
      )}
    </section>
  )
}

const NONE = '-'

function IndicatorSelect({
  file,
  decided,
  decide,
  readOnly,
  threshold,
}: DecisionProps & { threshold: number }) {
  const { t } = useTranslation('settlement')
  const language = useLanguage()
  const indicators = file.convention.indicators.filter(
    ({ level, target }) => level === 'AGREED' && target > 0,
  )
  const choose = (code: string) =>
    decide(() => {
      const chosen = indicators.find((one) => one.code === code)
      if (!chosen) return { performance: null }
      const { target, declared } = chosen
      return { indicator: code, performance: { achieved: declared ?? target, target, threshold } }
    })
  return (
    <Select
      className={classes['wide'] ?? ''}
      label={t('performance.indicator')}
      data={[
        { value: NONE, label: t('performance.none') },
        ...indicators.map(({ code, label }) => ({ value: code, label: pick(label, language) })),
      ]}
      allowDeselect={false}
      readOnly={readOnly}
      value={decided.performance ? (decided.indicator ?? NONE) : NONE}
      onChange={(code) => code && void choose(code)}
    />
  )
}

const readFigure = (text: string): number | null => {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

type AchievedProps = DecisionProps & { readonly performance: Performance }

function Achieved({ file, decided, performance, words, decide, readOnly }: AchievedProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const save = async (text: string): Promise<Result<null>> => {
    const achieved = readFigure(text)
    if (achieved === null) return err('settlement.figure-wrong')
    return await decide(() => ({ performance: { ...performance, achieved } }))
  }
  return (
    <AutosaveText
      place={textAt(file.inspectionId, `settlement/achieved/${decided.indicator ?? ''}`)}
      label={t('performance.achieved', { target: words.figure(performance.target) })}
      inputMode="decimal"
      autoComplete="off"
      readOnly={readOnly}
      value={words.figure(performance.achieved)}
      onSave={save}
    />
  )
}
