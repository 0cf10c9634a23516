import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')
/** The built app that is measured. */
export const APP = process.env['CONSTAT_APP_FOLDER'] ?? ROOT
