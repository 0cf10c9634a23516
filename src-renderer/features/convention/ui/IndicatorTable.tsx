import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { formatFigure } from '#renderer/features/convention/ui/figures.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly indicators: Convention['indicators']
  readonly language: 'fr' | 'nl'
}

/** The indicators: what was agreed, from when it counts as reached, what the partner declares. */
export function IndicatorTable({ indicators, language }: Props): React.JSX.Element | null {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (indicators.length === 0) return null
  return (
    <FactTable
      caption={t('indicators.title')}
      columns={[
        { label: t('indicators.code') },
        { label: t('indicators.label') },
        { label: t('indicators.level') },
        { label: t('indicators.kind') },
        { label: t('indicators.unit') },
        { label: t('indicators.target'), figure: true },
        { label: t('indicators.threshold'), figure: true },
        { label: t('indicators.declared'), figure: true },
      ]}
      rows={indicators.map(({ code, label, level, kind, unit, target, threshold, declared }) => [
        <span key="code" className="code">
          {code}
        </span>,
        <span key="label" lang={language}>
          {label[language]}
        </span>,
        t(`indicators.levels.${level}`),
        t(`indicators.kinds.${kind}`),
        unit,
        formatFigure(target, screen),
        formatFigure(threshold, screen),
        declared === null ? t('indicators.undeclared') : formatFigure(declared, screen),
      ])}
    />
  )
}
