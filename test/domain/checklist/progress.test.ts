import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AnswerValue, Progress, type ControlGrid } from '#domain/checklist/control-grid.ts'
import {
  pointLack,
  progressAfterAnswer,
  progressAfterComment,
  sectionStatuses,
  type AnswerState,
} from '#domain/checklist/progress.ts'
import gridFile from '#resources/control-grid.json' with { type: 'json' }

const grid = gridFile as ControlGrid
const answer = (state: Partial<AnswerState>): AnswerState => ({
  pointCode: 'TGT-1',
  value: 'YES',
  progress: 'DONE',
  comment: '',
  ...state,
})
const anyAnswer = fc.record({
  pointCode: fc.constantFrom(...grid.points.map((point) => point.code)),
  value: fc.constantFrom(null, ...AnswerValue.enum),
  progress: fc.constantFrom(...Progress.enum),
  comment: fc.constantFrom('', ' ', 'vu sur place'),
})

describe('what is missing on a point', () => {
  test('a point without an answer is unanswered', () => {
    expect(pointLack(undefined, false)).toBe('unanswered')
    expect(pointLack(answer({ value: null }), true)).toBe('unanswered')
  })

  test('a failure needs a finding or a comment', () => {
    expect(pointLack(answer({ value: 'NO' }), false)).toBe('unexplained')
    expect(pointLack(answer({ value: 'PARTIAL', comment: '  ' }), false)).toBe('unexplained')
    expect(pointLack(answer({ value: 'NO', comment: 'Dossier absent' }), false)).toBeNull()
    expect(pointLack(answer({ value: 'PARTIAL' }), true)).toBeNull()
  })

  test('not applicable needs a comment, a finding does not replace it', () => {
    expect(pointLack(answer({ value: 'NA' }), true)).toBe('not-applicable-unexplained')
    expect(pointLack(answer({ value: 'NA', comment: 'Pas de cofinancement FSE+' }), false)).toBeNull()
  })

  test('an answered point stays open as long as its inspector says so', () => {
    expect(pointLack(answer({ progress: 'DOING' }), false)).toBe('in-progress')
  })
})

describe('sections', () => {
  test('the 58 points stand under their 13 sections', () => {
    const sections = sectionStatuses(grid, [], new Set())
    expect(sections).toHaveLength(13)
    expect(sections.reduce((sum, section) => sum + section.total, 0)).toBe(58)
  })

  test('a section counts its answered points', () => {
    const answers = [answer({}), answer({ pointCode: 'TGT-2', value: 'NO' }), answer({ pointCode: 'DUR-1' })]
    const target = sectionStatuses(grid, answers, new Set()).find((section) => section.code === 'TGT')
    expect(target).toMatchObject({ answered: 2, total: 6, complete: false })
  })

  test('a section is complete exactly when none of its points lacks anything', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 80 }), (answers) => {
        for (const section of sectionStatuses(grid, answers, new Set())) {
          expect(section.complete).toBe(section.points.every((point) => point.lacks === null))
          expect(section.answered).toBe(section.points.filter((point) => point.value !== null).length)
          if (section.complete) expect(section.answered).toBe(section.total)
        }
      }),
    )
  })
})

describe('progress beside the result', () => {
  test('a first answer ends the work on a point, but never a point kept open', () => {
    expect(progressAfterAnswer('TODO', 'YES')).toBe('DONE')
    expect(progressAfterAnswer('DOING', 'NO')).toBe('DOING')
  })

  test('taking an answer back opens the point again', () => {
    expect(progressAfterAnswer('DONE', null)).toBe('DOING')
    expect(progressAfterAnswer('TODO', null)).toBe('TODO')
  })

  test('a comment on an untouched point starts it', () => {
    expect(progressAfterComment('TODO', 'Vu')).toBe('DOING')
    expect(progressAfterComment('TODO', '  ')).toBe('TODO')
    expect(progressAfterComment('DONE', 'Vu')).toBe('DONE')
  })
})
