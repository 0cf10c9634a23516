import type { Content, createPdf, Size } from 'pdfmake'

/** pdfmake's types, by names that its main module does not give. */
export type { Alignment, Content, CustomTableLayout, TableCell } from 'pdfmake'
export type TDocumentDefinitions = Parameters<typeof createPdf>[0]
export type Column = Content & { width?: Size }
export type StyleDictionary = NonNullable<TDocumentDefinitions['styles']>
export type DynamicContent = Extract<TDocumentDefinitions['footer'], (...page: never[]) => unknown>
