import { optional, required } from '#domain/listing/column.ts'

/** What a supporting document is (`docs/domain/columns.md`), with other ways to write it. */
const kinds = {
  PARTICIPANT_AGREEMENT: [
    'convention signée avec le CE',
    'convention individuelle',
    'overeenkomst met de WZ',
    'individuele overeenkomst',
    'signed convention with CE',
    'agreement with the participant',
  ],
  ATTENDANCE_SHEET: [
    'feuille de présence',
    'liste de présence',
    'aanwezigheidslijst',
    'aanwezigheidsblad',
    'attendance sheet',
  ],
  FOLLOW_UP_SHEET: [
    'fiche de suivi',
    'fiche de suivi individuel',
    'opvolgingsfiche',
    'individuele opvolgingsfiche',
    'individual follow-up sheet',
  ],
  CV: ['curriculum vitae', 'cv avant après', 'cv voor en na', 'cv before/after'],
  EXIT_PROOF: [
    'contrat de travail du CE',
    'C4',
    'fiche de paie du CE',
    'arbeidsovereenkomst van de WZ',
    'loonfiche van de WZ',
    'employment contract',
    'preuve de sortie',
    'bewijs van uitstroom',
    'proof of exit',
  ],
  TRAINING_CERTIFICATE: [
    'attestation de formation',
    'certificat de formation',
    'opleidingsattest',
    'training certificate',
  ],
  STAFF_PAYSLIP: [
    'fiche de paie',
    'fiche de salaire',
    'compte individuel',
    'loonfiche',
    'individuele rekening',
    'payslip',
    'individual account',
  ],
  STAFF_CONTRACT: [
    'contrat du personnel',
    'contrat de travail',
    'avenant au contrat',
    'arbeidsovereenkomst',
    'personeelscontract',
    'staff contract',
  ],
  TIMESHEET: ['état de prestations', 'relevé d’heures', 'prestatiestaat', 'urenstaat', 'time sheet'],
  INVOICE: ['facture', 'facture et preuve de paiement', 'factuur', 'factuur en betalingsbewijs'],
  LEDGER_EXTRACT: ['extrait du grand livre', 'grootboekuittreksel', 'ledger extract'],
  ALLOCATION_KEY: ['clé de répartition', 'verdeelsleutel', 'allocation key'],
  BOARD_MINUTES: [
    'procès-verbal du conseil',
    'pv du ca',
    'notulen van de raad',
    'board minutes',
    'minutes of the board',
  ],
  STEERING_MINUTES: [
    'procès-verbal du comité d’accompagnement',
    'pv du comité d’accompagnement',
    'notulen van het begeleidingscomité',
    'steering-committee minutes',
    'minutes of the steering committee',
  ],
  PROMOTION: ['matériel de promotion', 'photo du logo', 'promotiemateriaal', 'promotional material'],
  INSURANCE: ['assurance', 'verzekering'],
  DATA_PROTECTION: [
    'registre RGPD',
    'notice d’information',
    'avenant RGPD',
    'AVG-register',
    'informatienota',
    'GDPR register',
    'DPA',
    'pièce RGPD',
    'AVG-stuk',
    'data protection document',
  ],
  STATUTES: ['statuts', 'statuten', 'moniteur belge', 'Belgisch Staatsblad'],
  OTHER_SUBSIDIES: [
    'tableau des autres subsides',
    'tabel andere subsidies',
    'other-subsidies table',
    'table of other subsidies',
  ],
  ANNUAL_ACCOUNTS: [
    'bilan et compte de résultats',
    'balans en resultatenrekening',
    'balance sheet',
    'comptes annuels',
    'jaarrekening',
  ],
  OTHER: ['autre', 'andere'],
}

/** The categories of actual costs (`docs/domain/words.md`). */
const costCategories = {
  STAFF: ['personnel', 'frais de personnel', 'personeel', 'personeelskosten', 'staff costs'],
  OPERATING: ['fonctionnement', 'frais de fonctionnement', 'werking', 'werkingskosten', 'operating costs'],
  INVESTMENT: ['investissement', 'frais d’investissement', 'investering', 'investeringskosten'],
  INDIRECT: ['coûts indirects', 'indirecte kosten', 'indirect costs'],
}

/** Supporting-documents register: `docs/domain/columns.md`, `docs/domain/files.md`. */
export const documents = [
  required('docId', 'id', 'N° pièce', 'Stuknr.', { synonyms: ['pièce', 'document', 'stuk', 'bewijsstuk'] }),
  required('type', 'enum', 'Type de pièce', 'Soort stuk', {
    synonyms: ['type de document', 'documenttype', 'soort'],
    values: kinds,
  }),
  optional('title', 'text', 'Intitulé', 'Titel', { synonyms: ['titre', 'libellé'] }),
  optional('date', 'date', 'Date de la pièce', 'Datum van het stuk', { synonyms: ['datum'] }),
  optional('pages', 'integer', 'Pages', 'Bladzijden', {
    synonyms: ['nombre de pages', 'aantal bladzijden'],
    min: 0,
    max: 100_000,
  }),
  optional('sha256', 'sha256', 'Empreinte SHA-256', 'SHA-256-hash', { synonyms: ['empreinte', 'hash'] }),
  optional('linkedTo', 'idList', 'Liée à', 'Gekoppeld aan', {
    synonyms: ['lié à', 'concerne', 'betreft'],
    maxLength: 20_000,
  }),
  optional('originalSeen', 'boolean', 'Original vu', 'Origineel gezien'),
  optional('copyTaken', 'boolean', 'Copie prise', 'Kopie genomen'),
  optional('confidentiality', 'text', 'Confidentialité', 'Vertrouwelijkheid', { maxLength: 80 }),
  optional('amount', 'money', 'Montant imputé', 'Aangerekend bedrag', {
    synonyms: ['montant', 'montant imputé à l’action', 'bedrag'],
  }),
  optional('costCategory', 'enum', 'Catégorie de coût', 'Kostencategorie', {
    synonyms: ['catégorie', 'rubrique', 'categorie', 'rubriek'],
    values: costCategories,
  }),
] as const
