import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { MOST_LINES } from '#domain/sampling/draw-order.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'

/** One line that may be drawn: a voucher, a participant, a unit. */
export interface PopulationLine {
  readonly id: string
  /** Declared amount, whole cents. */
  readonly amount: number
  /** Phase, counsellor or site; lines without one form one stratum together. */
  readonly stratum?: string
}

/** What was there to be drawn from, fixed: lines by id, and what identifies them. */
export interface Population {
  readonly lines: readonly PopulationLine[]
  readonly count: number
  readonly amount: number
  /** SHA-256 of `id⇥amount⇥stratum⏎` of all lines in the order of their ids. */
  readonly hash: string
}

const MOST_CENTS = 9_000_000_000_000_000

/** UTF-16 order, the same on every machine. */
const byId = (a: PopulationLine, b: PopulationLine): number => (a.id < b.id ? -1 : 1)

const isReadable = (text: string): boolean => !text.includes('\t') && !text.includes('\n')

function faultOf({ id, amount, stratum = '' }: PopulationLine, at: number): AppError | null {
  if (id === '') return { code: 'sampling.id-missing', details: { line: at + 1 } }
  if (!isReadable(id) || !isReadable(stratum))
    return { code: 'sampling.id-unreadable', details: { line: at + 1 } }
  if (!Number.isSafeInteger(amount)) return { code: 'sampling.amount-not-cents', details: { id } }
  if (amount < 0) return { code: 'sampling.amount-negative', details: { id } }
  return null
}

function checkLines(lines: readonly PopulationLine[]): Result<null> {
  if (lines.length === 0) return err('sampling.empty-population')
  if (lines.length > MOST_LINES)
    return err('sampling.population-too-large', { count: lines.length, most: MOST_LINES })
  for (const [at, line] of lines.entries()) {
    const fault = faultOf(line, at)
    if (fault) return { ok: false, error: fault }
  }
  return ok(null)
}

const isSorted = (lines: readonly PopulationLine[]): boolean =>
  lines.every((line, at) => at === 0 || (lines[at - 1]?.id ?? '') <= line.id)

/** Characters hashed at a time: one long text would cost its length in memory again. */
const PIECE = 65_536

function hashOf(lines: readonly PopulationLine[]): string {
  const hash = sha256.create()
  let text = ''
  for (const { id, amount, stratum = '' } of lines) {
    text += `${id}\t${amount}\t${stratum}\n`
    if (text.length < PIECE) continue
    hash.update(utf8ToBytes(text))
    text = ''
  }
  return bytesToHex(hash.update(utf8ToBytes(text)).digest())
}

/**
 * Freezes a population: checked, in the order of ids, with count, amount and hash, so that the order of rows never
 * matters and a later change shows.
 * @returns errors `sampling.empty-population`, `population-too-large`, `id-missing`, `id-unreadable`, `id-twice`,
 *   `amount-not-cents`, `amount-negative`, `amount-too-large`
 */
export function freezePopulation(given: readonly PopulationLine[]): Result<Population> {
  const checked = checkLines(given)
  if (!checked.ok) return checked
  const lines = isSorted(given) ? [...given] : [...given].sort(byId)
  const twice = lines.find((line, at) => lines[at + 1]?.id === line.id)
  if (twice) return err('sampling.id-twice', { id: twice.id })
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  if (amount > MOST_CENTS) return err('sampling.amount-too-large')
  return ok({ lines, count: lines.length, amount, hash: hashOf(lines) })
}
