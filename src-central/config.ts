import path from 'node:path'
import { err, ok, type Result } from '#domain/result.ts'

/** Cost of a password hash (Argon2id, one lane). */
export interface PasswordCost {
  readonly memoryKib: number
  readonly iterations: number
}

export interface CentralSettings {
  readonly host: string
  readonly port: number
  /** Undefined: the embedded database, for demonstrations and pilots. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly organisation: string
  readonly tokenHours: number
  readonly signInsPerMinute: number
  readonly password: PasswordCost
}

/** Every setting: the environment variable, its default and what it is. The one list for reading and for `--help`. */
const VARIABLES = {
  CONSTAT_HOST: ['127.0.0.1', 'address to listen on; put a TLS proxy in front of any other'],
  CONSTAT_PORT: ['8460', 'port to listen on; 0 takes a free one'],
  CONSTAT_DATA: ['.constat/central', 'folder of the files, the keys and the embedded database'],
  DATABASE_URL: ['', 'PostgreSQL 15 or newer; without it the embedded database (demo or pilot)'],
  CONSTAT_ORGANISATION: ['Bruxelles Emploi (démo)', 'name of the organisation, in its certificates'],
  CONSTAT_TOKEN_HOURS: ['12', 'how long a sign-in lasts'],
  CONSTAT_SIGN_INS_PER_MINUTE: ['60', 'sign-ins taken per address and minute'],
  CONSTAT_PASSWORD_MIB: ['64', 'memory of one password hash (Argon2id), 8 to 1024'],
  CONSTAT_PASSWORD_ROUNDS: ['3', 'rounds of one password hash, 1 to 20'],
} as const satisfies Record<string, readonly [standard: string, meaning: string]>
type Variable = keyof typeof VARIABLES

/** Checks the environment; `request.bad-setting` names the first variable that makes no sense. */
export function readSettings(environment: NodeJS.ProcessEnv): Result<CentralSettings> {
  const text = (name: Variable): string => environment[name] ?? VARIABLES[name][0]
  const bad = findBadNumber(text)
  if (bad !== undefined) return err('request.bad-setting', { name: bad, value: text(bad) })
  return ok({
    host: text('CONSTAT_HOST'),
    port: Number(text('CONSTAT_PORT')),
    databaseUrl: text('DATABASE_URL') || undefined,
    dataFolder: path.resolve(text('CONSTAT_DATA')),
    organisation: text('CONSTAT_ORGANISATION'),
    tokenHours: Number(text('CONSTAT_TOKEN_HOURS')),
    signInsPerMinute: Number(text('CONSTAT_SIGN_INS_PER_MINUTE')),
    password: {
      memoryKib: Number(text('CONSTAT_PASSWORD_MIB')) * 1024,
      iterations: Number(text('CONSTAT_PASSWORD_ROUNDS')),
    },
  })
}

const RANGES: Partial<Record<Variable, readonly [number, number]>> = {
  CONSTAT_PORT: [0, 65535],
  CONSTAT_TOKEN_HOURS: [0, 24 * 365],
  CONSTAT_SIGN_INS_PER_MINUTE: [1, 1_000_000],
  CONSTAT_PASSWORD_MIB: [1, 1024],
  CONSTAT_PASSWORD_ROUNDS: [1, 20],
}

function findBadNumber(text: (name: Variable) => string): Variable | undefined {
  const names = Object.keys(RANGES) as Variable[]
  return names.find((name) => {
    const [low, high] = RANGES[name] ?? [0, 0]
    return !/^\d+(\.\d+)?$/.test(text(name)) || Number(text(name)) < low || Number(text(name)) > high
  })
}

/** What `--help` prints. */
export function describeSettings(): string {
  const lines = Object.entries(VARIABLES).map(
    ([name, [standard, meaning]]) =>
      `  ${name.padEnd(28)} ${meaning}\n${' '.repeat(31)}default: ${standard || '-'}`,
  )
  return `Constat, the central store

  npm run central                      starts it
  npm run central -- --sample FOLDER   loads a sample network when the store is empty, then starts it
  npm run central -- --help            this text

Settings (environment):
${lines.join('\n')}`
}
