import words from '#resources/sample-network/words.json' with { type: 'json' }
import { COMMUNES } from '#domain/convention/communes.ts'
import { addDays } from '#domain/dates.ts'
import type { Chance } from '#scripts/sample/chance.ts'
import { nationalNumber } from '#scripts/sample/numbers.ts'

export interface Person {
  readonly niss: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly birthDate: string
  readonly postcode: string
  readonly nisCode: string
  readonly actirisNo: string
}

/** Makes people whose national numbers are all different. */
export class Population {
  private readonly used = new Set<string>()
  private readonly chance: Chance

  constructor(chance: Chance) {
    this.chance = chance
  }

  /** @param ages lowest and highest age reached on `entryDate` */
  makePerson(entryDate: string, ages: { min: number; max: number }): Person {
    const { chance } = this
    const sex = chance.happens(52) ? 'F' : 'M'
    const birthDate = addDays(
      entryDate,
      -Math.floor(365.25 * ages.min) - chance.int(10, (ages.max - ages.min) * 365),
    )
    const niss = nationalNumber(birthDate, 981 + 2 * chance.int(0, 8) - (sex === 'F' ? 1 : 0))
    if (this.used.has(niss)) return this.makePerson(entryDate, ages)
    this.used.add(niss)
    const commune = chance.pick(COMMUNES)
    return {
      niss,
      lastName: chance.pick(words.lastNames).toUpperCase(),
      firstName: chance.pick(sex === 'F' ? words.firstNamesF : words.firstNamesM),
      sex,
      birthDate,
      postcode: chance.pick(commune.postcodes),
      nisCode: commune.nisCode,
      actirisNo: String(5_000_000 + this.used.size),
    }
  }
}
