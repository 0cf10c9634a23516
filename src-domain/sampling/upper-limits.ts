import { err, ok, type Result } from '#domain/result.ts'
import {
  clopperPearsonUpper,
  mostWrongAfterLooks,
  mostWrongUnits,
  type Look,
} from '#domain/sampling/tails.ts'

/** What was seen of a population: wrong lines among those checked, and looks taken before because of errors. */
export interface SeenLines {
  readonly wrong: number
  readonly size: number
  readonly confidence: number
  /** Lines of the population; absent: only a rate can be limited. */
  readonly lines?: number | undefined
  /** Earlier looks, cumulated, and the number of wrong lines that each would have excluded. */
  readonly looks?: readonly Look[] | undefined
  readonly wrongLines?: number | undefined
}

const checkLook = ({ wrong, size }: Look): Result<null> =>
  wrong > size ? err('sampling.more-wrong-than-checked', { wrong, size }) : ok(null)

/** Looks grow: more lines each time, no fewer wrong ones. */
function checkLooks(looks: readonly Look[]): Result<null> {
  const bad = looks.map(checkLook).find((checked) => !checked.ok)
  if (bad) return bad
  const grows = looks.every((look, at) => {
    const before = looks[at - 1]
    return before === undefined || (look.size > before.size && look.wrong >= before.wrong)
  })
  return grows ? ok(null) : err('sampling.looks-wrong')
}

/**
 * The most that may be wrong: as a rate (Clopper–Pearson), and in lines of a finite population, over all looks together.
 * @returns errors `sampling.more-wrong-than-checked`, `size-above-population`, `looks-wrong`, `parameter-missing`
 */
export function upperLimits(seen: SeenLines): Result<{ rate: number; lines: number | null }> {
  const { wrong, size, confidence, lines, looks = [], wrongLines } = seen
  const all = [...looks, { size, wrong }]
  const checked = checkLooks(all)
  if (!checked.ok) return checked
  if (lines !== undefined && size > lines) return err('sampling.size-above-population', { size, lines })
  const rate = clopperPearsonUpper(wrong, size, confidence)
  if (lines === undefined) return ok({ rate, lines: null })
  if (looks.length === 0) return ok({ rate, lines: mostWrongUnits(lines, size, wrong, confidence) })
  if (wrongLines === undefined)
    return err('sampling.parameter-missing', { method: 'DISCOVERY', parameter: 'wrongLines' })
  const most = mostWrongAfterLooks(lines, all, wrongLines, confidence)
  return ok({ rate: most / lines, lines: most })
}
