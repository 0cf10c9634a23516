import words from '#resources/sample-network/words.json' with { type: 'json' }
import { COMMUNES } from '#domain/convention/communes.ts'
import type { Convention, Site } from '#domain/convention/convention.ts'
import type { Chance } from '#scripts/sample/chance.ts'
import { enterpriseNumber, iban } from '#scripts/sample/numbers.ts'

export interface SamplePartner {
  readonly language: 'fr' | 'nl'
  readonly partner: Convention['partner']
  readonly sites: readonly Site[]
}

export const PARTNER_COUNT = 200

/** The commune at a place in the list of 19, around and around. */
function communeAt(index: number) {
  const commune = COMMUNES[index % COMMUNES.length]
  if (!commune) throw new RangeError('no commune')
  return commune
}

function makeSite(chance: Chance, index: number, no: number, language: 'fr' | 'nl'): Site {
  const commune = communeAt(index + no * 7)
  const street = chance.pick(language === 'fr' ? words.streetsFr : words.streetsNl)
  return {
    code: `S${no + 1}`,
    name: `Site ${commune.name[language]}`,
    street: `${street} ${chance.int(1, 180)}`,
    postcode: commune.postcodes[0] ?? '1000',
    nisCode: commune.nisCode,
    commune: commune.name,
  }
}

function nameOf(index: number, language: 'fr' | 'nl', site: Site): { fr: string; nl: string } {
  const [first, suffix, form] =
    language === 'fr' ? [words.partnerFr, words.suffixFr, 'ASBL'] : [words.partnerNl, words.suffixNl, 'vzw']
  const name = `${first[index % first.length] ?? ''}-${suffix[index % suffix.length] ?? ''} ${site.postcode} ${form}`
  return { fr: name, nl: name }
}

function welfareCentre(site: Site): { fr: string; nl: string } {
  return { fr: `CPAS de ${site.commune.fr} (démo)`, nl: `OCMW van ${site.commune.nl} (demo)` }
}

function contacts(chance: Chance): Convention['partner']['contacts'] {
  const person = (): string => `${chance.pick(words.firstNamesF)} ${chance.pick(words.lastNames)}`
  const line = (role: string) => ({
    name: person(),
    role,
    email: `contact${chance.int(100, 999)}@partenaire.example`,
    phone: `02 555 ${chance.int(10, 99)} ${chance.int(10, 99)}`,
  })
  return [line('direction'), line('coordination')]
}

/** 200 partners with one to three sites in the 19 communes; every sixth keeps its files in Dutch; the first 19 are welfare centres. */
export function makePartners(chance: Chance): readonly SamplePartner[] {
  return Array.from({ length: PARTNER_COUNT }, (_, index) => {
    const language = index % 6 === 5 ? 'nl' : 'fr'
    const sites = Array.from({ length: 1 + (index % 3) }, (_, no) => makeSite(chance, index, no, language))
    const [site] = sites
    if (!site) throw new RangeError('a partner has a site')
    const partner = {
      name: index < 19 ? welfareCentre(site) : nameOf(index, language, site),
      enterpriseNo: enterpriseNumber(index),
      iban: iban(index),
      legalForm: index < 19 ? 'CPAS' : language === 'fr' ? 'ASBL' : 'VZW',
      address: `${site.street}, ${site.postcode} ${site.commune[language]}`,
      contacts: contacts(chance),
    }
    return { language, partner, sites }
  })
}
