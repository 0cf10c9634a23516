import { Button } from '@mantine/core'
import { IconCircleCheck, IconEye, IconWritingSign } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { canSign, type Gap } from '#domain/inspection/completeness.ts'
import classes from '#renderer/features/report/ui/Report.module.css'

interface Props {
  readonly gaps: readonly Gap[]
  readonly onPreview: () => void
  readonly onSign: () => void
  /** The list of what is missing. */
  readonly children: React.ReactNode
}

/** Read, sign, and what stands in the way of signing. */
export function SignPanel({ gaps, onPreview, onSign, children }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const ready = canSign(gaps)
  const open = gaps.filter((gap) => gap.weight !== 'advice').length
  return (
    <section className={classes['panel']} aria-labelledby="sign-title">
      <h2 id="sign-title">{t('finish')}</h2>
      <p role="status" className={classes['state']} data-ready={ready || undefined}>
        {ready && <IconCircleCheck size={18} aria-hidden />}
        {ready ? t('ready') : t('open', { count: open })}
      </p>
      <div className={classes['buttons']}>
        <Button variant="default" leftSection={<IconEye size={18} aria-hidden />} onClick={onPreview}>
          {t('preview')}
        </Button>
        <Button
          disabled={!ready}
          leftSection={<IconWritingSign size={18} aria-hidden />}
          onClick={onSign}
          {...(ready ? {} : { title: t('not-ready') })}
        >
          {t('sign')}
        </Button>
      </div>
      {children}
    </section>
  )
}
