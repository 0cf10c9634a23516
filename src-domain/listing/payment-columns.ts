import { optional, required, type ColumnTraits } from '#domain/listing/column.ts'

const year = { min: 1990, max: 2199 }
const long = { maxLength: 1000 }

/** A text that the open data gives in both languages. */
const named = <const I extends string>(id: I, fr: string, nl: string, traits: ColumnTraits = long) =>
  optional(id, 'text', fr, nl, traits)

const organisation = [
  optional('idBceOrg', 'enterpriseNo', 'BCE de l’organisme', 'KBO van de instelling'),
  named('nameOrg1Fr', 'Organisme niveau 1 (FR)', 'Instelling niveau 1 (FR)'),
  named('nameOrg1Nl', 'Organisme niveau 1 (NL)', 'Instelling niveau 1 (NL)'),
  named('nameOrg2Fr', 'Organisme niveau 2 (FR)', 'Instelling niveau 2 (FR)'),
  named('nameOrg2Nl', 'Organisme niveau 2 (NL)', 'Instelling niveau 2 (NL)'),
  optional('idOrg3', 'id', 'N° organisme niveau 3', 'Nr. instelling niveau 3'),
  named('nameOrg3Fr', 'Organisme niveau 3 (FR)', 'Instelling niveau 3 (FR)'),
  named('nameOrg3Nl', 'Organisme niveau 3 (NL)', 'Instelling niveau 3 (NL)'),
] as const

const budget = [
  optional('idAb', 'id', 'Allocation de base', 'Basisallocatie', { synonyms: ['AB', 'BA'] }),
  named('descAbFr', 'Libellé de l’allocation (FR)', 'Omschrijving basisallocatie (FR)'),
  named('descAbNl', 'Libellé de l’allocation (NL)', 'Omschrijving basisallocatie (NL)'),
  optional('accIdFunction', 'id', 'Code fonctionnel', 'Functionele code'),
  named('accDescFunctionFr', 'Libellé fonctionnel (FR)', 'Functionele omschrijving (FR)'),
  named('accDescFunctionNl', 'Libellé fonctionnel (NL)', 'Functionele omschrijving (NL)'),
  optional('accIdEconomic', 'id', 'Code économique', 'Economische code'),
  named('accDescEconomicFr', 'Libellé économique (FR)', 'Economische omschrijving (FR)'),
  named('accDescEconomicNl', 'Libellé économique (NL)', 'Economische omschrijving (NL)'),
] as const

const commitment = [
  optional('idEng', 'id', 'N° engagement', 'Vastleggingsnr.', { synonyms: ['engagement', 'vastlegging'] }),
  named('nameEng', 'Objet de l’engagement', 'Voorwerp van de vastlegging'),
  optional('dateEng', 'date', 'Date d’engagement', 'Datum vastlegging'),
  optional('amountEng', 'money', 'Montant engagé', 'Vastgelegd bedrag'),
  optional('currencyEng', 'text', 'Devise de l’engagement', 'Munt van de vastlegging', { maxLength: 10 }),
] as const

const settlement = [
  required('idLiq', 'id', 'N° liquidation', 'Vereffeningsnr.', { synonyms: ['liquidation', 'vereffening'] }),
  named('nameLiq', 'Objet de la liquidation', 'Voorwerp van de vereffening'),
  required('dateLiq', 'date', 'Date de liquidation', 'Datum vereffening', { synonyms: ['date de paiement'] }),
  required('amountLiq', 'money', 'Montant liquidé', 'Vereffend bedrag', { synonyms: ['montant payé'] }),
  optional('devcod', 'text', 'Devise de la liquidation', 'Munt van de vereffening', {
    synonyms: ['devise', 'munt'],
    maxLength: 10,
  }),
] as const

const recipient = [
  optional('idBceRecipient', 'enterpriseNo', 'BCE du bénéficiaire', 'KBO van de begunstigde'),
  optional('idRecipient', 'id', 'N° bénéficiaire', 'Nr. begunstigde'),
  named('nameRecipient', 'Bénéficiaire', 'Begunstigde'),
  named('addressRecipient', 'Adresse du bénéficiaire', 'Adres van de begunstigde'),
  optional('cpRecipient', 'postcode', 'Code postal du bénéficiaire', 'Postcode van de begunstigde'),
  named('communeRecipient', 'Commune du bénéficiaire', 'Gemeente van de begunstigde'),
  optional('ccRecipient', 'text', 'Pays du bénéficiaire', 'Land van de begunstigde', { maxLength: 40 }),
  optional('budexe', 'integer', 'Exercice budgétaire', 'Begrotingsjaar', year),
] as const

/**
 * Payments as the office publishes them (`docs/domain/columns.md`): one row is one settlement. Each identifier is the
 * published header in camel case (`ID_BCE_ORG` → `idBceOrg`), so the published files are read as they are.
 */
export const payments = [...organisation, ...budget, ...commitment, ...settlement, ...recipient] as const
