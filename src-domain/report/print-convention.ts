import type { Convention } from '#domain/convention/convention.ts'
import { agreedFteOn, ceilingOn, euRateOn } from '#domain/convention/parameters.ts'
import type { Words } from '#domain/report/print-words.ts'
import type { ReportIndicator, ReportModel } from '#domain/report/report-model.ts'

/** Who the partner is and what was agreed with them, in words. */
export function printConvention(convention: Convention, words: Words) {
  const { partner, controlPeriod } = convention
  return {
    partner: {
      name: words.pick(partner.name),
      enterpriseNo: partner.enterpriseNo.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3'),
      address: partner.address,
    },
    agreement: printAgreement(convention, words),
    period: { start: words.day(controlPeriod.start), end: words.day(controlPeriod.end) },
    legalBases: convention.legalBases.map((basis) => words.pick(basis)),
    indicators: convention.indicators.map((indicator) => printIndicator(indicator, words)),
  }
}

function printAgreement(convention: Convention, words: Words): ReportModel['agreement'] {
  const { financing } = convention
  const lastDay = convention.controlPeriod.end
  return {
    no: convention.agreementNo,
    measure: `${convention.measureCode} – ${words.pick(convention.measureLabel)}`,
    project: convention.project,
    type: words.text(`partnership.${convention.partnershipType}`),
    start: words.day(convention.startDate),
    end: words.day(convention.endDate),
    mode: words.text(`mode.${financing.mode}`),
    ceiling: ceilingOn(convention, lastDay),
    agreedFte: agreedFteOn(convention, lastDay),
    euFunding: printEuFunding(convention, words),
    instalments: financing.instalments.map(({ dueEvent, paidDate, no, percentage, amount }) => ({
      ...{ no, percentage, amount, paidOn: words.day(paidDate) },
      dueEvent: words.find('settlement', `event.${dueEvent}`) ?? dueEvent,
    })),
    amendments: convention.amendments.map(({ no, date, title }) => {
      return { no, date: words.day(date), title: words.pick(title) }
    }),
    sites: convention.sites.map((site) => printSite(site, words)),
  }
}

function printSite(site: Convention['sites'][number], words: Words): string {
  return `${site.name}, ${site.street}, ${site.postcode} ${words.pick(site.commune)}`
}

function printEuFunding(convention: Convention, words: Words): string {
  const { financing, controlPeriod } = convention
  if (!financing.euCofinanced) return ''
  const rate = words.figure((euRateOn(convention, controlPeriod.end) ?? 0) * 100)
  return words.text('euFunding', { rate, operation: financing.operationCode ?? '–' })
}

function printIndicator(indicator: Convention['indicators'][number], words: Words): ReportIndicator {
  const { code, target, threshold, declared, unit } = indicator
  const gap = declared === null ? null : declared - target
  return {
    code,
    label: words.pick(indicator.label),
    unit: words.name('unit', unit),
    target,
    threshold,
    declared,
    gap,
  }
}
