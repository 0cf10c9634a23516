import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ControlGrid } from '#domain/checklist/control-grid.ts'
import type { Evidence, Finding } from '#domain/finding/finding.ts'
import { newFinding } from '#domain/finding/new-finding.ts'
import { canSign, findGaps, type InspectionFile } from '#domain/inspection/completeness.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import gridFile from '#resources/control-grid.json' with { type: 'json' }

const grid = gridFile as ControlGrid
const inspection: Inspection = {
  id: '018f0000-0000-7000-8000-000000000001',
  reference: 'RI/ARAE/2025-014',
  agreementNo: 'ARAE-2025-014',
  partnerName: { fr: 'Tremplin', nl: 'Tremplin' },
  measureCode: 'ARAE',
  language: 'fr',
  inspectorId: '018f0000-0000-7000-8000-000000000002',
  inspectorName: 'A. Baert',
  plannedDate: '2025-11-18',
  state: 'ON_SITE',
  visitDate: '2025-11-18',
  visitPlace: 'Molenbeek',
  announced: true,
  personsMet: 'La directrice',
  limits: '',
  summary: 'Synthèse',
  conclusion: 'Conclusion',
  overallAssessment: 'WORKS_SOME_IMPROVEMENT',
  independenceDeclared: true,
}
const answers = grid.points.map(({ code }) => ({
  pointCode: code,
  value: 'YES' as const,
  progress: 'DONE' as const,
  comment: '',
}))
const complete: InspectionFile = { inspection, grid, answers, findings: [], evidence: [] }
const finding = (seed: Partial<Finding> = {}): Finding =>
  newFinding(
    { id: '018f0000-0000-7000-8000-000000000003', inspectionId: inspection.id, number: 3 },
    { title: 'T', criterion: 'C', condition: 'E', pointCode: 'EVA-3', ...seed },
  )
const codes = (file: Partial<InspectionFile>): string[] =>
  findGaps({ ...complete, ...file }).map((gap) => gap.code)
const withVisit = (patch: Partial<Inspection>): string[] => codes({ inspection: { ...inspection, ...patch } })

test('a complete file has nothing to be done and may be signed', () => {
  expect(findGaps(complete)).toEqual([])
  expect(canSign([])).toBe(true)
})

describe('visit', () => {
  test('every detail that is missing is named with its field', () => {
    const blank = {
      visitDate: null,
      visitPlace: ' ',
      personsMet: '',
      independenceDeclared: false,
      summary: '',
      conclusion: '',
      overallAssessment: null,
    }
    const gaps = findGaps({ ...complete, inspection: { ...inspection, ...blank } })
    expect(gaps.map((gap) => gap.place)).toEqual(
      [
        'visitDate',
        'visitPlace',
        'personsMet',
        'independenceDeclared',
        'summary',
        'overallAssessment',
        'conclusion',
      ].map((field) => ({ kind: 'visit', field })),
    )
    expect(canSign(gaps)).toBe(false)
  })
})

describe('points', () => {
  test('58 points without an answer are 58 gaps, each with its place', () => {
    const gaps = findGaps({ ...complete, answers: [] })
    expect(gaps).toHaveLength(58)
    expect(gaps[0]).toEqual({
      code: 'point-unanswered',
      weight: 'missing',
      place: { kind: 'point', pointCode: 'DUR-1', field: 'answer' },
      label: 'DUR-1',
    })
  })

  test('a failure is explained by a finding on its point', () => {
    const failing = answers.map((answer) => ({
      ...answer,
      ...(answer.pointCode === 'EVA-3' && { value: 'NO' as const }),
    }))
    expect(codes({ answers: failing })).toEqual(['point-unexplained'])
    expect(codes({ answers: failing, findings: [finding()] })).toEqual([])
    expect(codes({ answers: failing, findings: [{ ...finding(), binned: true }] })).toEqual([
      'point-unexplained',
    ])
  })

  test('a finding of a failure on a point answered yes is an advice, on one not applicable a contradiction', () => {
    const advice = findGaps({ ...complete, findings: [finding()] })
    expect(advice.map((gap) => gap.code)).toEqual(['point-yes-with-finding'])
    expect(canSign(advice)).toBe(true)
    const na = answers.map((answer) => ({ ...answer, value: 'NA' as const, comment: 'sans objet' }))
    expect(codes({ answers: na, findings: [finding()] })).toEqual(['point-na-with-finding'])
    expect(codes({ findings: [finding({ positive: true })] })).toEqual([])
  })
})

describe('findings', () => {
  test('what must be told grows with the severity', () => {
    const bare = { title: '', criterion: '', condition: '', pointCode: 'DUR-1' }
    const missing = (seed: Partial<Finding>): string[] =>
      codes({ findings: [finding({ ...bare, ...seed })] }).filter((code) => code.startsWith('finding-'))
    expect(missing({ positive: true })).toEqual(['finding-title', 'finding-condition'])
    expect(missing({})).toEqual(['finding-title', 'finding-criterion', 'finding-condition'])
    expect(missing({ severity: 'HIGH' })).toHaveLength(6)
  })

  test('amount, nature and severity agree', () => {
    const contradictions = (seed: Partial<Finding>): string[] =>
      codes({ findings: [finding({ cause: 'c', effect: 'e', recommendation: 'r', ...seed })] })
    expect(contradictions({ amount: 100, severity: 'LOW' })).toContain('amount-without-nature')
    expect(contradictions({ amount: 100, nature: 'RANDOM' })).toContain('amount-with-observation')
    expect(contradictions({ amount: 100, positive: true })).toContain('positive-with-amount')
    expect(contradictions({ severity: 'LOW', positive: true })).toContain('positive-with-severity')
    expect(contradictions({ amount: 100, severity: 'LOW', nature: 'RANDOM' })).toEqual([
      'point-yes-with-finding',
    ])
  })

  test('a finding without a control point stands under no section: an advice', () => {
    expect(codes({ findings: [finding({ pointCode: null })] })).toEqual(['finding-point'])
  })
})

test.each([
  ['WORKS_WELL', 'HIGH', 'works-well-with-serious'],
  ['WORKS_WELL', 'CRITICAL', 'works-well-with-serious'],
  ['WORKS_SOME_IMPROVEMENT', 'CRITICAL', 'works-with-critical'],
  ['DOES_NOT_WORK', 'MEDIUM', 'fails-without-serious'],
] as const)('%s does not go with the gravest finding being %s', (overallAssessment, severity, code) => {
  const findings = [finding({ severity })]
  expect(codes({ findings, inspection: { ...inspection, overallAssessment } })).toContain(code)
  expect(withVisit({ overallAssessment: 'WORKS_PARTIALLY' })).toEqual([])
})

describe('a visit to which access was refused', () => {
  const refused: Inspection = {
    ...inspection,
    visitOutcome: 'ACCESS_REFUSED',
    refusedAt: '09:30',
    refusedBy: 'M. Nunez, directeur',
    refusedAccess: ['PREMISES'],
    refusalWords: 'Les locaux sont fermés au contrôle.',
  }
  const bare = { ...refused, personsMet: '', summary: '', overallAssessment: null }

  test('needs neither grid nor summary nor assessment to be signed', () => {
    expect(codes({ inspection: bare, answers: [] })).toEqual([])
    expect(codes({ inspection: { ...bare, visitOutcome: 'HELD' }, answers: [] })).toHaveLength(58 + 3)
  })

  test('tells when, who, what was refused and what was said', () => {
    const untold: Inspection = { ...inspection, visitOutcome: 'ACCESS_REFUSED' }
    expect(codes({ inspection: untold, answers: [] })).toEqual([
      'refused-at',
      'refused-by',
      'refused-access',
      'refusal-words',
      'works-with-refusal',
    ])
  })

  test('still has each answer that was given explained', () => {
    const no = { pointCode: 'INS-1', value: 'NO' as const, progress: 'DONE' as const, comment: '' }
    expect(codes({ inspection: bare, answers: [no] })).toEqual(['point-unexplained'])
  })

  test.each([
    ['WORKS_WELL', ['works-with-refusal']],
    ['WORKS_SOME_IMPROVEMENT', ['works-with-refusal']],
    ['WORKS_PARTIALLY', []],
    ['DOES_NOT_WORK', []],
  ] as const)('with the assessment %s has the contradictions %j', (overallAssessment, contradictions) => {
    expect(codes({ inspection: { ...refused, overallAssessment } })).toEqual(contradictions)
  })
})

test('evidence without a caption or a date is an advice and holds nothing back', () => {
  const piece: Evidence = {
    id: '018f0000-0000-7000-8000-000000000009',
    inspectionId: inspection.id,
    findingId: null,
    pointCode: null,
    number: 7,
    fileName: 'a.jpg',
    mediaType: 'image/jpeg',
    size: 10,
    sha256: 'a'.repeat(64),
    source: 'FILE',
    capturedOn: null,
    receivedOn: '2025-11-18',
    caption: '',
    binned: false,
  }
  const gaps = findGaps({ ...complete, evidence: [piece] })
  expect(gaps.map((gap) => [gap.code, gap.label])).toEqual([
    ['evidence-caption', 'P-07'],
    ['evidence-date', 'P-07'],
  ])
  expect(canSign(gaps)).toBe(true)
  expect(findGaps({ ...complete, evidence: [{ ...piece, binned: true }] })).toEqual([])

  const codesOf = (change: Partial<Evidence>) =>
    findGaps({ ...complete, evidence: [{ ...piece, caption: 'Registre', ...change }] }).map(
      ({ code }) => code,
    )
  expect(codesOf({ capturedOn: '2025-11-18' }), 'the date of a file is no fact').toEqual(['evidence-date'])
  expect(codesOf({ capturedOn: '2025-11-18', capturedFrom: 'EXIF' })).toEqual([])
  expect(codesOf({ mediaType: 'application/pdf' }), 'a document is not taken').toEqual([])
})

test('answering one more point never adds a missing point', () => {
  const partial = fc.subarray(answers)
  fc.assert(
    fc.property(partial, fc.constantFrom(...answers), (some, extra) => {
      const others = some.filter((answer) => answer.pointCode !== extra.pointCode)
      expect(codes({ answers: [...others, extra] }).length).toBeLessThan(codes({ answers: others }).length)
    }),
  )
})
