import { FORM, OWNER, type FormColumn } from '#domain/convention/workbook/columns.ts'
import type { BilingualText } from '#domain/convention/basics.ts'

/** What a place of a convention is called in its workbook form. */
export interface FieldName {
  readonly part: BilingualText
  readonly field: BilingualText
  readonly kind: FormColumn['kind']
}

/** By the place in any convention, as `compareConventions` writes it. */
const NAMES: ReadonlyMap<string, FieldName> = new Map(
  FORM.flatMap(({ part, columns }) =>
    columns
      .filter(({ path }) => path !== OWNER)
      .map(({ path, header, kind }): [string, FieldName] => {
        const steps = part.list === undefined ? [path] : [part.list, '*', path]
        const place = steps.filter((step) => step !== '').join('/')
        return [place, { part: part.sheet, field: header, kind }]
      }),
  ),
)

/** Undefined for a place that the form does not show. */
export const fieldName = (path: string): FieldName | undefined => NAMES.get(path)
