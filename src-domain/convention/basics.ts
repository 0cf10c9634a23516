import { Type, type Static, type TSchema } from 'typebox'

/** A text that a cell of a workbook can hold. */
export const Text = Type.String({ maxLength: 32_000 })

/** A text in both languages of the Region. */
export const BilingualText = Type.Object({ fr: Text, nl: Text })
export type BilingualText = Static<typeof BilingualText>

/** A calendar day, `yyyy-mm-dd`. */
export const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** What entries of a list are told apart and spoken of by: no blank at either end. */
export const Code = Type.String({ pattern: '^\\S(?:.*\\S)?$' })

/** A part of one: 0.4 for 40 %. */
export const Share = Type.Number({ minimum: 0, maximum: 1 })

/** A value, or null when there is none. */
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** The language of the partner: that of the report, never mixed. */
export const ReportLanguage = Type.Enum(['fr', 'nl'])
export type ReportLanguage = Static<typeof ReportLanguage>
