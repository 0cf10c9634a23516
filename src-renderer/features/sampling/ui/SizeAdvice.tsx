import { Loader } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { RequiredSize } from '#domain/sampling/required-size.ts'
import type { Asked } from '#renderer/features/sampling/queries/use-asked.ts'
import { formatNumber, formatShare } from '#renderer/features/sampling/ui/figures.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly definition: Result<SampleDefinition>
  readonly size: Asked<RequiredSize>
  /** Lines of the population. */
  readonly lines: number
}

/** How many lines the definition needs, and everything that must be said beside it. */
export function SizeAdvice({ definition, size, lines }: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const worded = useWorded()
  const { pending, answer } = size
  const isShare = definition.ok && definition.value.method === 'VALUE_SHARE'
  const words = ({ target, raw }: RequiredSize): string =>
    isShare
      ? t('size.share', { share: formatShare(target, language) })
      : t(raw === null ? 'size.lines' : 'size.computed', {
          count: target,
          size: formatCount(target, language),
          of: formatCount(lines, language),
          raw: raw === null ? '' : formatNumber(raw, language),
        })
  return (
    <section className={classes['survey']} aria-label={t('size.title')}>
      <p role="status">
        {pending && definition.ok && (
          <>
            <Loader size="xs" aria-hidden /> {t('size.computing')}
          </>
        )}
        {!pending && answer?.ok && <strong>{words(answer.value)}</strong>}
      </p>
      {!pending && answer && !answer.ok && <ErrorNotice error={worded(answer.error)} />}
      {!pending && answer?.ok && <Warnings warnings={answer.value.warnings} />}
    </section>
  )
}

/** What is used, but not silently. */
export function Warnings({ warnings }: { readonly warnings: readonly AppError[] }): React.JSX.Element | null {
  const { t } = useTranslation('sampling')
  const worded = useWorded()
  const words = useErrorText()
  if (warnings.length === 0) return null
  return (
    <div
      className={classes['notice']}
      role="note"
      aria-label={t('size.warnings', { count: warnings.length })}
    >
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{t('size.warnings', { count: warnings.length })}</strong>
        <ul className={classes['warnings']}>
          {warnings.map((warning) => (
            <li key={warning.code}>{words(worded(warning))}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
