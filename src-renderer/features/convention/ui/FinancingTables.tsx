import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { agreedFteOn, ceilingOn, euRateOn } from '#domain/convention/parameters.ts'
import { formatEuros } from '#domain/money.ts'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Facts } from '#renderer/features/convention/ui/Facts.tsx'
import { formatFigure, formatShare } from '#renderer/features/convention/ui/figures.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly convention: Convention
  readonly language: 'fr' | 'nl'
}

/** The financing agreed: its mode and ceiling, the dated amounts, the instalments. */
export function FinancingTables({ convention, language }: Props): React.JSX.Element {
  return (
    <>
      <Terms convention={convention} />
      <DatedAmounts kind="lumpSums" convention={convention} language={language} />
      <DatedAmounts kind="unitCosts" convention={convention} language={language} />
      <Instalments convention={convention} />
    </>
  )
}

function Terms({ convention }: { readonly convention: Convention }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const { financing, controlPeriod } = convention
  const euRate = euRateOn(convention, controlPeriod.end)
  const rate = euRate === null ? '' : ` · ${formatShare(euRate * 100, screen)}`
  return (
    <Facts
      facts={[
        [t('financing.mode'), t(`financing.modes.${financing.mode}`)],
        [t('financing.ceiling'), formatEuros(ceilingOn(convention, controlPeriod.end), screen)],
        [t('financing.fte'), formatFigure(agreedFteOn(convention, controlPeriod.end), screen)],
        [t('financing.eu'), financing.euCofinanced ? `${t('financing.euYes')}${rate}` : t('financing.euNo')],
        [t('financing.operation'), financing.operationCode],
      ]}
    />
  )
}

function DatedAmounts({ kind, convention, language }: Props & { readonly kind: 'lumpSums' | 'unitCosts' }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const amounts = convention.financing[kind]
  if (amounts.length === 0) return null
  return (
    <FactTable
      caption={t(`financing.${kind}`)}
      columns={[
        { label: t('financing.code') },
        { label: t('financing.label') },
        { label: t('financing.validFrom') },
        { label: t('financing.amount'), figure: true },
      ]}
      rows={amounts.map(({ code, label, validFrom, amount }) => [
        <span key="code" className="code">
          {code}
        </span>,
        <span key="label" lang={language}>
          {label[language]}
        </span>,
        formatDate(validFrom, screen),
        formatEuros(amount, screen),
      ])}
    />
  )
}

function Instalments({ convention: { financing } }: { readonly convention: Convention }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (financing.instalments.length === 0) return null
  return (
    <FactTable
      caption={t('financing.instalments')}
      columns={[
        { label: t('financing.no'), figure: true },
        { label: t('financing.dueEvent') },
        { label: t('financing.percentage'), figure: true },
        { label: t('financing.amount'), figure: true },
        { label: t('financing.paid') },
      ]}
      rows={financing.instalments.map(({ no, dueEvent, percentage, amount, paidDate }) => [
        no,
        dueEvent,
        formatShare(percentage, screen),
        formatEuros(amount, screen),
        paidDate === null ? t('financing.unpaid') : formatDate(paidDate, screen),
      ])}
    />
  )
}
