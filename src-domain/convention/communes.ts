import type { BilingualText } from '#domain/convention/convention.ts'

/** A commune of the Brussels-Capital Region. Its postcodes are the usual ones: the NIS code decides. */
export interface Commune {
  readonly nisCode: string
  readonly postcodes: readonly string[]
  readonly name: BilingualText
}

const commune = (nisCode: string, postcodes: string, fr: string, nl: string = fr): Commune => ({
  nisCode,
  postcodes: postcodes.split(' '),
  name: { fr, nl },
})

/** The 19 communes (`docs/domain/identifiers.md`). */
export const COMMUNES: readonly Commune[] = [
  commune('21004', '1000 1020 1120 1130', 'Bruxelles', 'Brussel'),
  commune('21015', '1030', 'Schaerbeek', 'Schaarbeek'),
  commune('21005', '1040', 'Etterbeek'),
  commune('21009', '1050', 'Ixelles', 'Elsene'),
  commune('21013', '1060', 'Saint-Gilles', 'Sint-Gillis'),
  commune('21001', '1070', 'Anderlecht'),
  commune('21012', '1080', 'Molenbeek-Saint-Jean', 'Sint-Jans-Molenbeek'),
  commune('21011', '1081', 'Koekelberg'),
  commune('21003', '1082', 'Berchem-Sainte-Agathe', 'Sint-Agatha-Berchem'),
  commune('21008', '1083', 'Ganshoren'),
  commune('21010', '1090', 'Jette'),
  commune('21006', '1140', 'Evere'),
  commune('21019', '1150', 'Woluwe-Saint-Pierre', 'Sint-Pieters-Woluwe'),
  commune('21002', '1160', 'Auderghem', 'Oudergem'),
  commune('21017', '1170', 'Watermael-Boitsfort', 'Watermaal-Bosvoorde'),
  commune('21016', '1180', 'Uccle', 'Ukkel'),
  commune('21007', '1190', 'Forest', 'Vorst'),
  commune('21018', '1200', 'Woluwe-Saint-Lambert', 'Sint-Lambrechts-Woluwe'),
  commune('21014', '1210', 'Saint-Josse-ten-Noode', 'Sint-Joost-ten-Node'),
]

const nisCodes: ReadonlySet<string> = new Set(COMMUNES.map(({ nisCode }) => nisCode))

/** True when a NIS code lies in the Brussels-Capital Region. */
export const isBrusselsNis = (nisCode: string): boolean => nisCodes.has(nisCode)

/** True when a postcode is one of the Region's, special codes (1099, 1105…) included. */
export const isBrusselsPostcode = (postcode: string): boolean => /^1[0-2]\d\d$/.test(postcode)

const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bste?\b\.?/g, (word) => (word.startsWith('ste') ? 'sainte' : 'saint'))
    .replace(/[^a-z]/g, '')

/** The commune of a name as people write it: case, accents, `St`, `FR/NL` and trailing dots do not matter. */
export function findCommuneByName(text: string): Commune | undefined {
  const names = text.split('/').map(plainName)
  return COMMUNES.find(({ name }) => [name.fr, name.nl].some((known) => names.includes(plainName(known))))
}
