import fs from 'node:fs'
import path from 'node:path'
import { Type, type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { User } from '#domain/account/account.ts'
import { IsoDate, type Convention } from '#domain/convention/convention.ts'
import { parseConvention } from '#domain/convention/parse-convention.ts'
import { Uuid } from '#domain/ids.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import type { AppError } from '#domain/result.ts'
import type { ListingFile } from '#domain/listing/import-listings.ts'

/** An account of a network, with its password in clear: for demonstrations only. */
export const NetworkAccount = Type.Object({ ...User.properties, password: Type.String({ minLength: 1 }) })
export type NetworkAccount = Static<typeof NetworkAccount>

export const NetworkInspection = Type.Object({
  id: Uuid,
  reference: Type.String(),
  agreementNo: Type.String(),
  inspectorEmail: Type.String(),
  plannedDate: IsoDate,
})
export type NetworkInspection = Static<typeof NetworkInspection>

/** A file of a network that can't be used; told in a line for each thing that is wrong. */
export class NetworkProblem extends Error {}

export const readAccounts = (folder: string): NetworkAccount[] =>
  readJson(path.join(folder, 'accounts.json'), Type.Array(NetworkAccount))

export const readInspections = (folder: string): NetworkInspection[] =>
  readJson(path.join(folder, 'inspections.json'), Type.Array(NetworkInspection))

/** The folders of the conventions, in the order of their names. */
export function listConventions(folder: string): string[] {
  const place = path.join(folder, 'conventions')
  const entries = fs.readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries.map((entry) => path.join(place, entry.name)).sort()
}

/** A listing's file with the day it was made, as far as the file tells. */
export interface ReadFile extends ListingFile {
  readonly madeOn: string
}

/** The listings of a convention; one without a file is left out. */
export function readListings(folder: string): ReadFile[] {
  return LISTING_NAMES.flatMap((listing) => {
    const fileName = `${listing}.csv`
    const file = path.join(folder, fileName)
    if (!fs.existsSync(file)) return []
    const madeOn = fs.statSync(file).mtime.toISOString().slice(0, 10)
    return [{ listing, fileName, bytes: fs.readFileSync(file), madeOn }]
  })
}

function readJson<S extends TSchema>(file: string, schema: S): Static<S> {
  const value = parseJson(file)
  const shape = Compile(schema)
  if (shape.Check(value)) return value
  const [first] = shape.Errors(value)
  throw new NetworkProblem(`${file}: ${first?.instancePath ?? ''} ${first?.message ?? 'has another shape'}`)
}

/** What a JSON file holds, unchecked. */
function parseJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as unknown
  } catch (problem) {
    throw new NetworkProblem(`${file}: ${(problem as Error).message}`)
  }
}

const inOneLine = ({ code, details = {} }: AppError): string => `${code} ${JSON.stringify(details)}`

/** The convention of a folder, checked by the rules for conventions. */
export function readConvention(folder: string): Convention {
  const file = path.join(folder, 'convention.json')
  const parsed = parseConvention(fs.readFileSync(file, 'utf8'))
  if (parsed.ok) return parsed.value.convention
  const { error } = parsed
  throw new NetworkProblem(
    [error, ...(error.others ?? [])].map((one) => `${file}: ${inOneLine(one)}`).join('\n'),
  )
}
