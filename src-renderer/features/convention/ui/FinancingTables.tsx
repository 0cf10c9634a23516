import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { formatEuros } from '#domain/money.ts'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Facts } from '#renderer/features/convention/ui/Facts.tsx'
import { formatFigure, formatShare } from '#renderer/features/convention/ui/figures.ts'
import { ValidFrom } from '#renderer/features/convention/ui/ValidFrom.tsx'
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
      <FlatRates convention={convention} />
      <Instalments convention={convention} />
    </>
  )
}

function Terms({ convention }: { readonly convention: Convention }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const { mode, euCofinanced, operationCode, terms } = convention.financing
  return (
    <>
      <Facts
        facts={[
          [t('financing.mode'), t(`financing.modes.${mode}`)],
          [t('financing.eu'), t(euCofinanced ? 'financing.euYes' : 'financing.euNo')],
          [t('financing.operation'), operationCode],
        ]}
      />
      <FactTable
        caption={t('financing.terms')}
        columns={[
          { label: t('financing.validFrom') },
          { label: t('financing.ceiling'), figure: true },
          { label: t('financing.fte'), figure: true },
          { label: t('financing.euRate'), figure: true },
        ]}
        rows={inOrder(terms).map(({ validFrom, annualCeiling, agreedFte, euRate }) => [
          <ValidFrom key="from" of={terms} validFrom={validFrom} convention={convention} />,
          formatEuros(annualCeiling, screen),
          formatFigure(agreedFte, screen),
          euRate === null ? '–' : formatShare(euRate * 100, screen),
        ])}
      />
    </>
  )
}

/** Dated entries, oldest first, those of one code together. */
const inOrder = <T extends { readonly validFrom: string; readonly code?: string }>(list: readonly T[]): T[] =>
  list.toSorted(
    (a, b) => (a.code ?? '').localeCompare(b.code ?? '') || a.validFrom.localeCompare(b.validFrom),
  )

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
      rows={inOrder(amounts).map(({ code, label, validFrom, amount }) => [
        <span key="code" className="code">
          {code}
        </span>,
        <span key="label" lang={language}>
          {label[language]}
        </span>,
        <ValidFrom
          key="from"
          of={amounts.filter((other) => other.code === code)}
          validFrom={validFrom}
          convention={convention}
        />,
        formatEuros(amount, screen),
      ])}
    />
  )
}

function FlatRates({ convention }: { readonly convention: Convention }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const { flatRates } = convention.financing
  if (flatRates.length === 0) return null
  return (
    <FactTable
      caption={t('financing.flatRates')}
      columns={[
        { label: t('financing.label') },
        { label: t('financing.validFrom') },
        { label: t('financing.rate'), figure: true },
      ]}
      rows={flatRates.map(({ kind, validFrom, rate }) => [
        t(`financing.flatRateKinds.${kind}`),
        <ValidFrom
          key="from"
          of={flatRates.filter((other) => other.kind === kind)}
          validFrom={validFrom}
          convention={convention}
        />,
        formatShare(rate * 100, screen),
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
