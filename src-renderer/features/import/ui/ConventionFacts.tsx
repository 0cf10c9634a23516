import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import type { AppError } from '#domain/result.ts'
import classes from '#renderer/features/import/ui/import.module.css'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly convention: Convention
  readonly warnings: readonly AppError[]
}

/** Which convention a file holds, and what is unusual in it. */
export function ConventionFacts({ convention, warnings }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const words = useErrorText()
  const { agreementNo, partner, language } = convention
  return (
    <>
      <p className={classes['quiet']}>
        <span className="code">{agreementNo}</span> · {partner.name[language]}
      </p>
      {warnings.length > 0 && (
        <details>
          <summary>{t('files.warnings', { count: warnings.length })}</summary>
          <ul className={classes['warnings']}>
            {warnings.map((warning, at) => (
              <li key={at}>{words(warning)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
