import { Type, type Static } from 'typebox'
import { ReportLanguage } from '#domain/convention/convention.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { Cents } from '#domain/money.ts'
import { ReportOpinion, ReportSample, ReportSettlement } from '#domain/report/numbers-model.ts'

const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })

/** A finding as printed: every element in words of the report's language. */
export const ReportFinding = Type.Object({
  /** `C-03`, as on screen. */
  number: Text,
  title: Text,
  positive: Type.Boolean(),
  section: Text,
  pointCode: Type.Union([Text, Type.Null()]),
  criterion: Text,
  condition: Text,
  cause: Text,
  effect: Text,
  recommendation: Text,
  nature: Text,
  severity: Text,
  amount: Type.Union([Cents, Type.Null()]),
  /** The listing rows it speaks of, gathered by listing: ids and lines, never names. */
  rows: Type.Array(Text),
  /** Numbers of its evidence, `P-07`. */
  evidence: Type.Array(Text),
})
export type ReportFinding = Static<typeof ReportFinding>

/** One control point with its answer in words; an open point says so. */
export const ReportPoint = Type.Object({
  code: Text,
  label: Text,
  answer: Text,
  comment: Text,
  evidence: Type.Array(Text),
})
export type ReportPoint = Static<typeof ReportPoint>

/** A section of the convention, or (code `GEN`) the findings that stand under none. */
export const ReportSection = Type.Object({
  code: Text,
  title: Text,
  /** How many points got each answer: `[words, count]`, answers nobody gave left out. */
  tally: Type.Array(Type.Tuple([Text, Count])),
  /** How many points nobody could examine because access was refused. */
  notExamined: Count,
  points: Type.Array(ReportPoint),
  findings: Type.Array(ReportFinding),
})
export type ReportSection = Static<typeof ReportSection>

export const ReportListing = Type.Object({
  name: Text,
  fileName: Text,
  sha256: Sha256,
  extractedOn: Text,
  read: Count,
  accepted: Count,
  rejected: Count,
  suspicious: Count,
})
export type ReportListing = Static<typeof ReportListing>

export const ReportIndicator = Type.Object({
  code: Text,
  label: Text,
  unit: Text,
  target: Type.Number(),
  threshold: Type.Number(),
  declared: Type.Union([Type.Number(), Type.Null()]),
  /** Declared less target; null when nothing was declared. */
  gap: Type.Union([Type.Number(), Type.Null()]),
})
export type ReportIndicator = Static<typeof ReportIndicator>

export const ReportEvidence = Type.Object({
  number: Text,
  fileName: Text,
  caption: Text,
  sha256: Sha256,
  size: Type.Integer(),
  capturedOn: Text,
  /** Who says so, in words; empty with the day. */
  capturedFrom: Text,
  receivedOn: Text,
  source: Text,
  /** What it belongs to: `C-03`, a point's code, or empty. */
  belongsTo: Text,
  /** True when a print copy of the image comes with the request, keyed by `sha256`. */
  printed: Type.Boolean(),
})
export type ReportEvidence = Static<typeof ReportEvidence>

/** A refused access as printed: the report is then one of an obstruction. */
export const ReportRefusal = Type.Object({
  at: Text,
  by: Text,
  /** What was refused: premises, files… */
  access: Type.Array(Text),
  words: Text,
  witnesses: Text,
  /** What the convention says of access, clause by clause; empty when it says nothing. */
  clauses: Text,
})
export type ReportRefusal = Static<typeof ReportRefusal>

const Agreement = Type.Object({
  no: Text,
  measure: Text,
  project: Text,
  type: Text,
  start: Text,
  end: Text,
  mode: Text,
  ceiling: Cents,
  agreedFte: Type.Number(),
  /** Empty when the convention is not co-financed by the ESF+. */
  euFunding: Text,
  instalments: Type.Array(
    Type.Object({
      no: Type.Integer(),
      percentage: Type.Number(),
      dueEvent: Text,
      amount: Cents,
      paidOn: Text,
    }),
  ),
  amendments: Type.Array(Type.Object({ no: Type.Integer(), date: Text, title: Text })),
  sites: Type.Array(Text),
})

/** Everything the report prints, decided here; the layout adds no fact. Amounts in cents, dates as text. */
export const ReportModel = Type.Object({
  format: Type.Literal('constat-report/1'),
  inspectionId: Uuid,
  reference: Text,
  version: Type.Integer({ minimum: 1 }),
  supersedes: Type.Union([Type.Integer(), Type.Null()]),
  language: ReportLanguage,
  /** ISO 8601 UTC; the PDF's creation date, so that equal input gives equal bytes. */
  createdAt: Text,
  /** The body that issues the report. */
  organisation: Text,
  partner: Type.Object({ name: Text, enterpriseNo: Text, address: Text }),
  agreement: Agreement,
  period: Type.Object({ start: Text, end: Text }),
  visit: Type.Object({
    date: Text,
    place: Text,
    announced: Type.Union([Type.Boolean(), Type.Null()]),
    personsMet: Text,
  }),
  /** Null when the visit was held. */
  refusal: Type.Union([ReportRefusal, Type.Null()]),
  inspector: Text,
  legalBases: Type.Array(Text),
  independenceDeclared: Type.Boolean(),
  summary: Text,
  assessment: Text,
  limits: Text,
  conclusion: Text,
  counts: Type.Object({
    /** Findings that are not positive points. */
    findings: Count,
    positive: Count,
    bySeverity: Type.Array(Type.Tuple([Text, Count])),
    /** Sum of the findings' amounts. */
    amount: Cents,
  }),
  /** Calendar days the partner has to reply, from receipt. */
  replyDays: Type.Integer({ minimum: 1 }),
  /** How much of the grid was answered: a scope that is stated is one that was covered. */
  scope: Type.Object({ grid: Text, points: Count, answered: Count, sections: Count, touched: Count }),
  /** Rows that the inspector declares to have examined, where there are any. */
  examined: Type.Object({ rejected: Type.Boolean(), suspicious: Type.Boolean() }),
  listings: Type.Array(ReportListing),
  sections: Type.Array(ReportSection),
  indicators: Type.Array(ReportIndicator),
  samples: Type.Array(ReportSample),
  /** Null, or absent, where there are no two samples to be judged together. */
  opinion: Type.Optional(Type.Union([ReportOpinion, Type.Null()])),
  /** Null when there is nothing to settle, or when it could not be computed. */
  settlement: Type.Union([ReportSettlement, Type.Null()]),
  /** Why the settlement could not be computed; empty when it could. */
  settlementProblem: Text,
  evidence: Type.Array(ReportEvidence),
})
export type ReportModel = Static<typeof ReportModel>
