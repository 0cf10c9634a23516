import { derivedId } from '#domain/derived-id.ts'

/** The id of the answer to one control point. */
export const answerId = (inspectionId: string, pointCode: string): string =>
  derivedId(`${inspectionId}/${pointCode}`)
