import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkListing } from '#scripts/check-listing/command.ts'
import type { PrintedJudgement, PrintedMark, PrintedRefusal } from '#scripts/check-listing/print.ts'
import { judgeFolder } from '#test/main/judges.ts'
import { listingFile, sampleConvention, sampleConventionText } from '#test/fixtures/listings/small-world.ts'

/** The judgement as it is read back. */
type Judgement = {
  readonly [K in keyof PrintedJudgement]: PrintedJudgement[K] extends Iterable<PrintedMark>
    ? readonly PrintedMark[]
    : PrintedJudgement[K]
}

const SAMPLE = path.resolve('test/fixtures/listings')
const sample = (name: string): string => path.join(SAMPLE, name)
const folder = judgeFolder()
const own = path.join(folder, 'own')
const other = path.join(folder, 'other')

/** Writes a file of a package of the test. */
function put(place: string, name: string, content: Uint8Array | string): string {
  mkdirSync(place, { recursive: true })
  const file = path.join(place, name)
  writeFileSync(file, content)
  return file
}

/** The command as a shell runs it. */
function run(...args: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-listing.mjs', ...args], {
    encoding: 'utf8',
  })
  return { status, out: stdout, error: stderr }
}
async function answer(...args: string[]): Promise<unknown> {
  const { out } = await checkListing(['--convention', sample('convention.json'), ...args])
  return JSON.parse([...out].join(''))
}
const judge = async (...args: string[]) => (await answer(...args)) as Judgement
const refuse = async (...args: string[]) => ((await answer(...args)) as PrintedRefusal).refused
const said = (marks: readonly PrintedMark[]): string[] => marks.map(({ line, rule }) => `${line}:${rule}`)

beforeAll(() => {
  put(own, 'participants.csv', listingFile('participants', [{ phase: 'P1' }]).bytes)
  const convention = { ...sampleConvention(), agreementNo: 'AUTRE-2025-001' }
  put(other, 'convention.json', JSON.stringify({ ...JSON.parse(sampleConventionText()), ...convention }))
  const theirs = [{ agreementNo: 'AUTRE-2025-001', participationId: 'Q-9', phase: 'P1' }]
  put(other, 'participants.csv', listingFile('participants', theirs).bytes)
  copyFileSync(sample('references.csv'), path.join(other, 'references.csv'))
})

describe('npm run check-listing', () => {
  it('prints one object with what was accepted, rejected and found, and ends with 1', () => {
    const args = ['--convention', sample('convention.json'), '--listing', 'participants']
    const { status, out } = run(...args, sample('participants.csv'))
    const judgement = JSON.parse(out) as Judgement
    expect(judgement).toMatchObject({
      listing: 'participants',
      read: 7,
      accepted: 6,
      rejectedRows: 1,
      warnings: [],
    })
    expect(judgement.rejected).toEqual([
      {
        line: 4,
        column: null,
        columns: [],
        rule: 'row-column-count',
        severity: 'E',
        message: expect.stringContaining('La ligne a 24 colonnes au lieu de 25.') as unknown,
        details: { found: 24, expected: 25 },
      },
    ])
    expect(said(judgement.suggestedFindings)).toContain('5:part-outside-region')
    expect(out).not.toMatch(/ALPHA|96\.03\.14|96031499837/)
    expect(status).toBe(1)
  })

  it('ends with 0 when every row is accepted', async () => {
    const args = ['--convention', sample('convention.json'), '--listing', 'references']
    expect(await checkListing([...args, sample('references.csv')])).toMatchObject({ exit: 0 })
  })

  it('looks rows up in the other listings it is given', async () => {
    const alone = await judge('--listing', 'attendance', sample('attendance.csv'))
    expect(said(alone.suggestedFindings)).toEqual(['3:att-unsigned'])
    const others = ['activities', 'participants'].flatMap((name) => [
      '--with',
      `${name}=${sample(`${name}.csv`)}`,
    ])
    const together = await judge(...others, '--listing', 'attendance', sample('attendance.csv'))
    expect(said(together.suggestedFindings)).toContain('3:att-outside-participation')
  })

  it('says in the language asked for, with the name of the column in it', async () => {
    const file = put(own, 'references.csv', listingFile('references', [{ validTo: 'hier' }]).bytes)
    const { warnings } = await judge('--language', 'nl', '--listing', 'references', file)
    expect(warnings).toMatchObject([{ line: 2, column: 'validTo', rule: 'cell-date', severity: 'W' }])
    expect(warnings[0]?.message).toContain('Geldig tot')
  })

  it.each([
    ['the folder of a package', () => other],
    ['its convention', () => path.join(other, 'convention.json')],
    ['one of its listings', () => path.join(other, 'participants.csv')],
  ])('finds a person that another package claims too, given %s', async (_what, place) => {
    const args = ['--package', place(), '--listing', 'participants', path.join(own, 'participants.csv')]
    const { suggestedFindings } = await judge(...args)
    expect(suggestedFindings.filter(({ rule }) => rule.startsWith('claim-'))).toMatchObject([
      { line: 2, rule: 'claim-person-overlap', details: { other: 'Q-9', agreement: 'AUTRE-2025-001' } },
    ])
  })

  it('refuses a file in words and ends with 2', () => {
    const pdf = put(own, 'rapport.csv', '%PDF-1.7')
    const { status, out } = run(
      ...['--convention', sample('convention.json'), '--language', 'en', '--listing', 'references', pdf],
    )
    expect(JSON.parse(out)).toMatchObject({ refused: { code: 'import.pdf', details: { fileName: pdf } } })
    expect(out).toContain('is a PDF, not a listing')
    expect(status).toBe(2)
  })

  it('refuses what it cannot read, whichever file it is', async () => {
    const missing = path.join(own, 'nowhere.csv')
    expect(await refuse('--listing', 'references', missing)).toMatchObject({ code: 'check.file-unreadable' })
    const withMissing = [
      '--with',
      `activities=${missing}`,
      '--listing',
      'references',
      sample('references.csv'),
    ]
    expect(await refuse(...withMissing)).toMatchObject({ details: { fileName: missing } })
    const fromOwn = [
      '--package',
      sample('participants.csv'),
      '--listing',
      'references',
      sample('references.csv'),
    ]
    expect(await refuse(...fromOwn)).toMatchObject({ code: 'check.package-own' })
    const args = ['--convention', sample('references.csv'), '--listing', 'references', missing]
    const convention = await checkListing(args)
    expect(convention).toMatchObject({ exit: 2 })
    expect([...convention.out].join('')).toContain('import.convention-not-json')
  })

  it.each([
    [
      ['--listing', 'people'],
      ['people', 'participants', 'documents'],
    ],
    [
      ['--listing', 'references', '--language', 'de'],
      ['de', 'fr, nl, en'],
    ],
    [
      ['--listing', 'references', '--with', 'people=x.csv'],
      ['people', 'participants'],
    ],
    [
      ['--colour', 'red'],
      ['--convention', '--package'],
    ],
    [[], ['un seul fichier']],
  ])('says what is wrong with %j, and what is allowed', async (args, words) => {
    const { error = '' } = await checkListing(
      ['--convention', 'c.json', ...args, 'x.csv'].slice(args.length > 0 ? 0 : 2),
    )
    const [reason = ''] = error.split('\n')
    for (const word of words) expect(reason).toContain(word)
  })

  it('tells once what is missing for a comparison, and what is unusual in the convention', async () => {
    const late = { ...sampleConvention(), endDate: '2035-12-31' }
    const file = put(folder, 'late.json', JSON.stringify({ ...JSON.parse(sampleConventionText()), ...late }))
    const { out } = await checkListing([
      '--convention',
      file,
      '--listing',
      'participants',
      sample('participants.csv'),
    ])
    const { conventionWarnings, notices } = JSON.parse([...out].join('')) as Judgement
    expect(conventionWarnings.map(({ code }) => code)).toContain('import.convention-long')
    expect(conventionWarnings[0]?.message).toContain('6 ans')
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'not-compared' }))
  })

  it('tells all that is wrong with the convention, in words and with their places', async () => {
    const whole = sampleConvention()
    const partner = { ...whole.partner, iban: 'FR1', enterpriseNo: '0239843187' }
    const file = put(folder, 'wrong.json', JSON.stringify({ ...whole, partner, sites: [{}] }))
    const args = [
      '--convention',
      file,
      '--listing',
      'participants',
      '--language',
      'nl',
      sample('participants.csv'),
    ]
    const { exit, out } = await checkListing(args)
    const { refused, problems = [] } = JSON.parse([...out].join('')) as PrintedRefusal
    expect(exit).toBe(2)
    expect(refused.message).toContain(`Aantal verbeteringen: ${problems.length}.`)
    const messages = problems.map(({ message }) => message)
    expect(messages).toContainEqual(expect.stringContaining('De IBAN is niet Belgisch (/partner/iban)'))
    expect(messages).toContainEqual(expect.stringContaining('(/partner/enterpriseNo)'))
    expect(messages).toContainEqual(expect.stringContaining('(/sites/0/postcode)'))
  })

  it('explains itself', async () => {
    const help = run('--help')
    expect(help.status).toBe(0)
    for (const word of ['Usage :', 'Gebruik:', 'Usage:', '--package', 'participants'])
      expect(help.out).toContain(word)
    for (const wrong of [[], ['--listing', 'people', 'x.csv'], ['--colour', 'red']]) {
      const { exit, out, error } = await checkListing(wrong)
      expect([exit, [...out]]).toEqual([2, []])
      expect(error).toContain('npm run check-listing')
    }
  })
})
