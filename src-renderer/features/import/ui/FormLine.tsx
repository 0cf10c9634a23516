import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/import/ui/import.module.css'

interface Props {
  readonly encoding: string
  readonly separator: string
  readonly sheet: string | null
  readonly headerLine: number
}

/** How a file is read: its encoding and separator or its sheet, and where its header stands. */
export function FormLine({ encoding, separator, sheet, headerLine }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const sign = separator === '\t' ? t('form.tab') : separator
  const form = sheet === null ? t('form.text', { encoding, separator: sign }) : t('form.sheet', { sheet })
  return (
    <p className={classes['quiet']}>
      {form} {t('form.header', { line: headerLine })}
    </p>
  )
}
