import { Type, type Static } from 'typebox'
import { ReportLanguage } from '#domain/convention/convention.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { Cents } from '#domain/money.ts'

const Text = Type.String()
const Row = Type.Array(Text)

/** A finding as printed: every element in words of the report's language. */
export const ReportFinding = Type.Object({
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
  rows: Type.Array(Text),
  evidence: Type.Array(Text),
})

export const ReportEvidence = Type.Object({
  number: Text,
  fileName: Text,
  caption: Text,
  sha256: Sha256,
  size: Type.Integer(),
  capturedOn: Text,
  receivedOn: Text,
  source: Text,
  /** True when a print copy of the image comes with the request, keyed by `sha256`. */
  printed: Type.Boolean(),
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
  partner: Type.Object({ name: Text, enterpriseNo: Text, address: Text }),
  agreement: Type.Object({
    no: Text,
    measure: Text,
    type: Text,
    start: Text,
    end: Text,
    mode: Text,
    ceiling: Cents,
  }),
  period: Type.Object({ start: Text, end: Text }),
  visit: Type.Object({ date: Text, place: Text, announced: Type.Boolean(), personsMet: Text }),
  inspector: Text,
  legalBases: Type.Array(Text),
  independenceDeclared: Type.Boolean(),
  summary: Text,
  assessment: Text,
  limits: Text,
  conclusion: Text,
  counts: Type.Object({ findings: Type.Integer(), bySeverity: Type.Array(Row), amount: Cents }),
  listings: Type.Array(
    Type.Object({
      name: Text,
      fileName: Text,
      sha256: Sha256,
      extractedOn: Text,
      read: Type.Integer(),
      accepted: Type.Integer(),
      rejected: Type.Integer(),
    }),
  ),
  sections: Type.Array(
    Type.Object({
      code: Text,
      title: Text,
      points: Type.Array(Type.Object({ code: Text, label: Text, answer: Text, comment: Text })),
      findings: Type.Array(ReportFinding),
    }),
  ),
  indicators: Type.Array(Row),
  evidence: Type.Array(ReportEvidence),
})
export type ReportModel = Static<typeof ReportModel>
