import { Type, type Static } from 'typebox'
import { Sha256 } from '#domain/ids.ts'
import { Cents } from '#domain/money.ts'

const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })
const Rate = Type.Number()
const orNone = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/**
 * A parameter that a number rests on: since when it holds, the days it served, and the clause it comes from (empty: none
 * known).
 */
export const ReportParameter = Type.Object({
  ...{ name: Text, value: Text, since: Text, clause: Text },
  /** Absent where it served the whole, and in earlier reports. */
  served: Type.Optional(Text),
})
export type ReportParameter = Static<typeof ReportParameter>

/** What was done to a sample after its draw, or the draw itself. */
export const ReportStep = Type.Object({ on: Text, what: Text, reason: Text })
export type ReportStep = Static<typeof ReportStep>

/** A checked line that is not accepted as declared, could not be shown, or was chosen for its risk. */
export const ReportSampleLine = Type.Object({
  id: Text,
  part: Text,
  declared: Cents,
  found: orNone(Cents),
  accepted: orNone(Cents),
  nature: Text,
  cause: Text,
  justification: Text,
  /** `C-03`, or empty. */
  finding: Text,
})
export type ReportSampleLine = Static<typeof ReportSampleLine>

export const ReportEvaluation = Type.Object({
  declared: Cents,
  projected: Cents,
  precision: orNone(Cents),
  systemic: Cents,
  anomalous: Cents,
  confirmed: Cents,
  totalError: Cents,
  totalErrorRate: Rate,
  upperLimit: orNone(Cents),
  upperLimitRate: orNone(Rate),
  tolerable: Cents,
  materiality: Rate,
  confidence: Rate,
  /** What the confidence is worth for the upper limit alone. */
  upperConfidence: orNone(Rate),
  /** Mean or ratio, in words; empty where the method leaves no choice. */
  estimator: Text,
  conclusion: Text,
  lines: Type.Object({
    checked: Count,
    wrong: Count,
    /** Wrong lines known beside the drawn ones. */
    apart: Type.Optional(Count),
    projected: orNone(Type.Number()),
    upperRate: orNone(Rate),
    upperLines: orNone(Type.Number()),
  }),
  /** What must stand beside these numbers. */
  warnings: Type.Array(Text),
})
export type ReportEvaluation = Static<typeof ReportEvaluation>

/** One opinion over several samples, as printed. */
export const ReportOpinion = Type.Object({
  /** `E-01, E-02`. */
  samples: Text,
  declared: Cents,
  confirmed: Cents,
  totalError: Cents,
  totalErrorRate: Rate,
  precision: orNone(Cents),
  upperLimit: orNone(Cents),
  upperLimitRate: orNone(Rate),
  tolerable: Cents,
  materiality: Rate,
  upperConfidence: orNone(Rate),
  conclusion: Text,
  warnings: Type.Array(Text),
})
export type ReportOpinion = Static<typeof ReportOpinion>

/** A sample as printed: its definition, what was found, and what that says of the population. */
export const ReportSample = Type.Object({
  /** `E-01`. */
  number: Text,
  title: Text,
  listing: Text,
  /** Of the listing's file. */
  sha256: Sha256,
  filters: Type.Array(Text),
  amountRule: Text,
  /** The column that makes the strata; empty: none. */
  stratum: Text,
  population: Type.Object({ count: Count, amount: Cents, hash: Sha256 }),
  method: Text,
  /** False where every line is checked: then nothing is drawn. */
  drawn: Type.Boolean(),
  seed: Text,
  version: Type.Integer(),
  /** SHA-256 of the convention the draw rests on; empty: none was loaded. */
  convention: Text,
  parameters: Type.Array(ReportParameter),
  steps: Type.Array(ReportStep),
  /** How many lines stand where: `[words, count]`. */
  parts: Type.Array(Type.Tuple([Text, Count])),
  /** Ids of the lines to be checked, in their order. */
  ids: Type.Array(Text),
  lines: Type.Array(ReportSampleLine),
  evaluation: orNone(ReportEvaluation),
  /** Why nothing was evaluated; empty when it was. */
  problem: Text,
  notices: Type.Array(Text),
  /** The correction that counts; null: the projection is an indication. */
  applied: orNone(Type.Object({ amount: Cents, on: Text })),
  /** Whether the projection counts, in words, with the reason. */
  standing: Text,
})
export type ReportSample = Static<typeof ReportSample>

const cut = { line: Text, cause: Text, findings: Type.Array(Text), amount: Cents }

/** The settlement as printed: accepted + rejected = declared, per line and in all. */
export const ReportSettlement = Type.Object({
  mode: Text,
  settledOn: Text,
  lines: Type.Array(
    Type.Object({ line: Text, rows: Count, declared: Cents, accepted: Cents, rejected: Cents }),
  ),
  /** What was taken away inside the lines, gathered by line, cause and findings. */
  cuts: Type.Array(Type.Object({ ...cut, rows: Count })),
  /** What no single row bears; `line` is empty when it is about the whole. */
  adjustments: Type.Array(Type.Object(cut)),
  /** What was not taken again, gathered likewise, and the causes that had it first; absent in earlier reports. */
  leftOut: Type.Optional(Type.Array(Type.Object({ ...cut, rows: Count, taken: Type.Array(Text) }))),
  declared: Cents,
  accepted: Cents,
  rejected: Cents,
  advances: Type.Array(Type.Object({ paidOn: Text, amount: Cents })),
  advanced: Cents,
  balance: Cents,
  recovery: Cents,
  parameters: Type.Array(ReportParameter),
  /** What must stand beside these numbers. */
  notices: Type.Array(Text),
  note: Text,
})
export type ReportSettlement = Static<typeof ReportSettlement>
