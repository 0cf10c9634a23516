import words from '#resources/sample-network/words.json' with { type: 'json' }
import { parametersOn } from '#domain/convention/parameters.ts'
import { addDays, rollToWorkingDay } from '#domain/dates.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { Diary, SINGLE_HOURS } from '#scripts/sample/calendar.ts'
import type { Chance } from '#scripts/sample/chance.ts'
import { LARGE_AGREEMENT, type SampleConvention, spread } from '#scripts/sample/conventions.ts'
import { day, decimal, type FileRow, type FileRows } from '#scripts/sample/file-rows.ts'
import { makePapers } from '#scripts/sample/papers.ts'
import type { Population } from '#scripts/sample/people.ts'

const LARGE_ACTIVITIES = 50_000
const SESSIONS_PER_COHORT = 3
const COHORT_SIZE = 10

const number = (prefix: string, no: number, length = 4): string =>
  `${prefix}-${String(no).padStart(length, '0')}`

interface Work {
  readonly chance: Chance
  readonly population: Population
  readonly sample: SampleConvention
  readonly rows: FileRows
}

function references({ sample: { convention }, rows }: Work): void {
  const add = (code: string, fr: string, nl: string, kind: string, unit: string, cost = '') =>
    rows.references.push({
      code,
      labelFr: fr,
      labelNl: nl,
      kind,
      unit,
      unitCostCode: cost,
      validFrom: day(convention.startDate),
      validTo: '',
    })
  for (const module of words.modules) {
    const at = module as keyof typeof words.labelsFr
    add(`COL-${module}`, words.labelsFr[at], words.labelsNl[at], 'ACTION', 'HOUR')
  }
  add('IND-ENT', words.labelsFr.IND, words.labelsNl.IND, 'ACTION', 'HOUR')
  const phases = new Map(convention.financing.unitCosts.map(({ code, label }) => [code, label]))
  for (const [code, label] of phases) add(code, label.fr, label.nl, 'PHASE', 'PERSON', code)
  for (const { code, name } of convention.sites) add(code, name, name, 'SITE', '')
}

function counsellors({ chance, sample, rows }: Work): void {
  for (let no = 1; no <= sample.counsellors; no++) {
    const full = chance.happens(70)
    const fte = full ? 1 : 0.8
    rows.counsellors.push({
      counsellorId: number('R', no, 2),
      lastName: chance.pick(words.lastNames).toUpperCase(),
      firstName: chance.pick(chance.happens(60) ? words.firstNamesF : words.firstNamesM),
      nissHash: `hmac:${chance.int(0, 0xffffff).toString(16).padStart(6, '0')}${chance.int(0, 0xffffff).toString(16)}`,
      function: chance.pick(words.functions),
      contractType: 'CDI',
      contractStart: day(`20${chance.int(10, 24)}-0${chance.int(1, 9)}-01`),
      contractEnd: '',
      weeklyHours: full ? '38,00' : '30,40',
      fullTimeHours: '38,00',
      fteContract: decimal(fte),
      fteOnAction: decimal(fte),
      startOnAction: day(sample.convention.startDate),
      endOnAction: day(sample.convention.endDate),
      subsidisedPost: 'none',
      otherFundingPct: '0',
      qualification: 'bachelier',
      rpeUser: 'O',
      grossAnnualCost: decimal(chance.int(46_000, 68_000) * fte),
    })
  }
}

function exitOf(chance: Chance, last: string): Partial<FileRow> {
  if (!chance.happens(60)) return {}
  const exit = addDays(last, chance.int(5, 30))
  const outcome = chance.pick(['EMPLOI', 'EMPLOI', 'STAGE', 'FORMATION', 'ABANDON', 'AUTRE'])
  const proven = outcome !== 'ABANDON' && outcome !== 'AUTRE'
  return {
    exitDate: day(exit),
    exitOutcome: outcome,
    exitProof: proven ? 'attestation' : '',
    exitProofDate: proven ? day(addDays(exit, chance.int(0, 40))) : '',
  }
}

function participant(work: Work, counsellorId: string, entry: string, hours: number, last: string): string {
  const { chance, sample, rows } = work
  const { minAge, maxAge } = parametersOn(sample.convention, sample.convention.startDate)
  const person = work.population.makePerson(entry, { min: minAge ?? 19, max: maxAge === null ? 63 : maxAge })
  const id = number('P', rows.participants.length + 1)
  const registered = addDays(entry, -chance.int(20, 500))
  rows.participants.push({
    participationId: id,
    agreementNo: sample.convention.agreementNo,
    actirisNo: person.actirisNo,
    niss: person.niss,
    lastName: person.lastName,
    firstName: person.firstName,
    sex: person.sex,
    birthDate: day(person.birthDate),
    postcode: person.postcode,
    nisCode: person.nisCode,
    registrationStatusAtEntry: 'CEI',
    registrationDate: day(registered),
    unemploymentDurationMonths: String(chance.int(1, 36)),
    educationLevel: String(chance.int(0, 6)),
    targetGroupProof: minAge !== null || maxAge !== null ? 'attestation' : '',
    entryDate: day(entry),
    agreementSignedDate: day(entry),
    phase: `P${chance.int(1, 4)}`,
    hoursDelivered: decimal(hours),
    ...exitOf(chance, last),
    counsellorId,
    infoNoticeDate: day(entry),
    workingAtEntry: 'N',
    trainingHoursPerWeek: String(chance.int(0, 18)),
  })
  return id
}

interface Session {
  readonly id: string
  readonly start: string
  readonly end: string
  /** The attendance sheet: one for each group session, one a month for a counsellor's single ones. */
  readonly sheet: string
}

interface Shape {
  readonly date: string
  readonly start: string
  readonly end: string
  readonly counsellorId: string
  readonly people: number
}

function session({ chance, sample, rows }: Work, { date, start, end, counsellorId, people }: Shape): Session {
  const { convention } = sample
  const single = people === 1
  const module = single ? 'IND' : chance.pick(words.modules)
  const label = (convention.language === 'fr' ? words.labelsFr : words.labelsNl)[
    module as keyof typeof words.labelsFr
  ]
  const id = number('A', rows.activities.length + 1, 5)
  rows.activities.push({
    activityId: id,
    agreementNo: convention.agreementNo,
    technicalRef: single ? 'IND-ENT' : `COL-${module}`,
    label,
    type: single ? 'INDIVIDUEL' : 'COLLECTIF',
    module,
    siteCode: chance.pick(convention.sites).code,
    date: day(date),
    startTime: start,
    endTime: end,
    hours: decimal(Number(end.slice(0, 2)) - Number(start.slice(0, 2))),
    breakMinutes: '0',
    counsellorId,
    capacity: String(single ? 1 : 15),
    registered: String(people),
    present: String(people),
    language: convention.language,
    exceptionReason: '',
  })
  const sheet = single ? `D-${counsellorId}-${date.slice(0, 7)}` : `D-${id.slice(2)}`
  return { id, start, end, sheet }
}

function attend({ rows }: Work, { id, start, end, sheet }: Session, participationId: string): void {
  rows.attendance.push({
    activityId: id,
    participationId,
    present: 'O',
    arrival: start,
    departure: end,
    participantSignature: 'O',
    trainerSignature: 'O',
    absenceReason: '',
    proofDocId: sheet,
  })
}

/** A group of people who follow the same half-days with one counsellor. */
function cohort(work: Work, size: number, counsellorId: string, diary: Diary): void {
  const { chance, sample } = work
  const from = addDays(sample.convention.controlPeriod.start, chance.int(3, 290))
  const slots = Array.from({ length: SESSIONS_PER_COHORT }, (_, week) => diary.book(addDays(from, week * 7)))
  const dates = slots.map(({ date }) => date).sort()
  const [entry = from] = dates
  const people = Array.from({ length: size }, () =>
    participant(work, counsellorId, entry, SESSIONS_PER_COHORT * 3, dates.at(-1) ?? from),
  )
  for (const slot of slots) {
    const held = session(work, { ...slot, counsellorId, people: size })
    for (const id of people) attend(work, held, id)
  }
}

function cohorts(work: Work): void {
  const { sample } = work
  const diaries = Array.from({ length: sample.counsellors }, () => new Diary())
  const groups = Math.max(1, Math.round(sample.participants / COHORT_SIZE))
  for (let at = 0; at < groups; at++) {
    const size =
      Math.floor(((at + 1) * sample.participants) / groups) - Math.floor((at * sample.participants) / groups)
    const counsellor = at % sample.counsellors
    const diary = diaries[counsellor]
    if (diary) cohort(work, size, number('R', counsellor + 1, 2), diary)
  }
}

/** One counsellor's year of single hours: each person comes a number of hours in a row. */
function yearOfSingles(work: Work, counsellorId: string, hoursOf: readonly number[]): void {
  let date = rollToWorkingDay(work.sample.convention.controlPeriod.start)
  let done = 0
  for (const hours of hoursOf) {
    const id = participant(work, counsellorId, date, hours, addDays(date, 14))
    for (let hour = 0; hour < hours; hour++, done++) {
      const start = SINGLE_HOURS[done % SINGLE_HOURS.length] ?? '09:00'
      if (done > 0 && done % SINGLE_HOURS.length === 0) date = rollToWorkingDay(addDays(date, 1))
      const end = `${String(Number(start.slice(0, 2)) + 1).padStart(2, '0')}:00`
      attend(work, session(work, { date, start, end, counsellorId, people: 1 }), id)
    }
  }
}

/** 50,000 single sessions of an hour: every counsellor sees one person an hour, day after day. */
function singleSessions(work: Work): void {
  const { counsellors: staff, participants } = work.sample
  const equal = (total: number, parts: number): number[] =>
    spread(
      total,
      Array.from({ length: parts }, () => 1),
    )
  const people = equal(participants, staff)
  for (const [at, hours] of equal(LARGE_ACTIVITIES, staff).entries()) {
    yearOfSingles(work, number('R', at + 1, 2), equal(hours, people[at] ?? 1))
  }
}

/** The listings of one convention, free of anything a rule would mark. */
export function makeListings(chance: Chance, population: Population, sample: SampleConvention): FileRows {
  const rows = Object.fromEntries(LISTING_NAMES.map((listing) => [listing, []])) as unknown as FileRows
  const work = { chance, population, sample, rows }
  references(work)
  counsellors(work)
  if (sample.convention.agreementNo === LARGE_AGREEMENT) singleSessions(work)
  else cohorts(work)
  makePapers(work)
  return rows
}
