import { COMMUNES, isBrusselsNis, isBrusselsPostcode } from '#domain/convention/communes.ts'
import { when, type Check } from '#domain/listing/judge/rule.ts'

/** Avenue Louise and the European quarter: the City of Brussels under postcodes of other communes (`docs/domain/identifiers.md`). */
const CITY_OF_BRUSSELS = '21004'
const CITY_POSTCODES = ['1050', '1040']

const ownersOf: ReadonlyMap<string, readonly string[]> = new Map(
  COMMUNES.flatMap(({ nisCode, postcodes }) =>
    postcodes.map((postcode) => [
      postcode,
      CITY_POSTCODES.includes(postcode) ? [nisCode, CITY_OF_BRUSSELS] : [nisCode],
    ]),
  ),
)

/** Whether a postcode can lie in a commune; special codes of the Region (1099, 1105…) can lie in any of its communes. */
function canLieIn(postcode: string, nisCode: string): boolean {
  const owners = ownersOf.get(postcode)
  return owners ? owners.includes(nisCode) : isBrusselsPostcode(postcode) === isBrusselsNis(nisCode)
}

/** Where a participant lives: `docs/domain/columns.md`. A commune does not follow from a postcode, so the NIS code decides (§G.4). */
export const domicileChecks: readonly Check<'participants'>[] = [
  {
    code: 'part-outside-region',
    point: 'TGT-2',
    severity: 'F',
    columns: ['nisCode', 'postcode'],
    breach: ({ nisCode, postcode }) => {
      if (nisCode !== null) return when(!isBrusselsNis(nisCode), () => ({ place: nisCode }))
      return postcode === null ? null : when(!isBrusselsPostcode(postcode), () => ({ place: postcode }))
    },
  },
  {
    code: 'part-postcode-commune',
    point: 'TGT-2',
    severity: 'W',
    columns: ['postcode', 'nisCode'],
    breach: ({ nisCode, postcode }) =>
      nisCode === null || postcode === null
        ? null
        : when(!canLieIn(postcode, nisCode), () => ({ postcode, commune: nisCode })),
  },
]
