import { optional, required } from '#domain/listing/column.ts'
import { documents } from '#domain/listing/document-columns.ts'
import { payments } from '#domain/listing/payment-columns.ts'

const counsellor = { synonyms: ['agent', 'référent', 'id agent', 'medewerker', 'begeleider'] }
const agreement = { synonyms: ['convention', 'numéro de convention', 'overeenkomst', 'nr overeenkomst'] }
const person = { identity: true }
const hours = true
const count = { min: 0, max: 100_000 }
const language = {
  values: {
    fr: ['français', 'frans', 'french', 'f'],
    nl: ['néerlandais', 'nederlands', 'dutch', 'n'],
    other: ['autre', 'andere'],
  },
}

/** Activities: `docs/domain/columns.md`, `docs/domain/files.md`. */
const activities = [
  required('activityId', 'id', 'N° activité', 'Activiteitnr.', { synonyms: ['id activité', 'activiteit'] }),
  required('agreementNo', 'id', 'N° convention', 'Overeenkomstnr.', agreement),
  required('technicalRef', 'id', 'Référence technique', 'Technische referentie', {
    synonyms: ['réf technique'],
  }),
  optional('label', 'text', 'Intitulé', 'Omschrijving', { synonyms: ['libellé', 'titel'], maxLength: 200 }),
  required('type', 'enum', 'Type', 'Soort', {
    values: {
      INDIVIDUEL: ['individueel', 'individual', 'ind', 'i'],
      COLLECTIF: ['collectief', 'collective', 'col', 'c'],
    },
  }),
  optional('module', 'text', 'Module', 'Modulecode', { maxLength: 80 }),
  optional('siteCode', 'id', 'Site', 'Vestiging', { synonyms: ['code site', 'lieu', 'locatie'] }),
  required('date', 'date', 'Date', 'Datum', { synonyms: ['date activité', 'datum activiteit'] }),
  required('startTime', 'time', 'Heure de début', 'Beginuur', { synonyms: ['début', 'start', 'van'] }),
  required('endTime', 'time', 'Heure de fin', 'Einduur', { synonyms: ['fin', 'einde', 'tot'] }),
  required('hours', 'decimal', 'Heures', 'Uren', { synonyms: ['durée', 'duur'], hours, min: 0.25, max: 12 }),
  required('counsellorId', 'id', 'Agent référent', 'Referentiemedewerker', counsellor),
  optional('capacity', 'integer', 'Capacité', 'Capaciteit', count),
  optional('registered', 'integer', 'Inscrits', 'Ingeschrevenen', {
    ...count,
    synonyms: ['aantal ingeschreven'],
  }),
  optional('present', 'integer', 'Présents', 'Aanwezigen', { ...count, synonyms: ['aantal aanwezig'] }),
  optional('language', 'enum', 'Langue', 'Taal', language),
  optional('breakMinutes', 'integer', 'Pause (minutes)', 'Pauze (minuten)', {
    synonyms: ['pause', 'pauze'],
    min: 0,
    max: 600,
  }),
  optional('exceptionReason', 'text', 'Motif d’exception', 'Reden uitzondering', {
    synonyms: ['motif dimanche ou jour férié', 'reden zondag of feestdag'],
    maxLength: 200,
  }),
] as const

/** Participations: `docs/domain/columns.md`, `docs/domain/files.md`. */
const participants = [
  required('participationId', 'id', 'N° participation', 'Deelnamenr.', {
    synonyms: ['id participation', 'deelname'],
  }),
  required('agreementNo', 'id', 'N° convention', 'Overeenkomstnr.', agreement),
  optional('actirisNo', 'id', 'N° Actiris', 'Actirisnr.', {
    synonyms: ['numéro de dossier', 'dossiernummer'],
  }),
  optional('niss', 'niss', 'NISS', 'INSZ', {
    ...person,
    synonyms: ['registre national', 'rijksregisternummer'],
  }),
  optional('lastName', 'text', 'Nom', 'Naam', { ...person, synonyms: ['nom de famille', 'familienaam'] }),
  optional('firstName', 'text', 'Prénom', 'Voornaam', person),
  optional('sex', 'enum', 'Sexe', 'Geslacht', {
    values: {
      M: ['h', 'homme', 'hommes', 'man', 'mannen', 'men', 'male', 'masculin', 'mannelijk'],
      F: ['v', 'femme', 'femmes', 'vrouw', 'vrouwen', 'woman', 'women', 'female', 'féminin', 'vrouwelijk'],
      X: ['autre', 'andere', 'other'],
    },
  }),
  optional('birthDate', 'date', 'Date de naissance', 'Geboortedatum'),
  optional('postcode', 'postcode', 'Code postal', 'Postcode', { synonyms: ['cp'] }),
  optional('nisCode', 'nisCode', 'Code INS', 'NIS-code'),
  required('registrationStatusAtEntry', 'enum', 'Statut à l’entrée', 'Statuut bij instroom', {
    synonyms: ['statut', 'statuut'],
    values: {
      CEI: [
        'dei',
        'inoccupé',
        'chercheur d’emploi inoccupé',
        'demandeur d’emploi inoccupé',
        'nwwz',
        'niet-werkend',
        'niet-werkende werkzoekende',
        'unemployed',
        'unemployed jobseeker',
      ],
      OCCUPE: [
        'occupé',
        'chercheur d’emploi occupé',
        'demandeur d’emploi occupé',
        'werkend',
        'werkende werkzoekende',
        'employed',
        'employed jobseeker',
      ],
      NON_INSCRIT: ['niet ingeschreven', 'not registered'],
      AUTRE: ['andere', 'other'],
    },
  }),
  optional('registrationDate', 'date', 'Date d’inscription', 'Inschrijvingsdatum'),
  optional(
    'unemploymentDurationMonths',
    'integer',
    'Durée d’inoccupation (mois)',
    'Werkloosheidsduur (maanden)',
    {
      min: 0,
      max: 600,
    },
  ),
  optional('educationLevel', 'integer', 'Niveau d’études', 'Onderwijsniveau', { min: 0, max: 8 }),
  optional('targetGroupProof', 'text', 'Preuve du public cible', 'Bewijs doelgroep', { maxLength: 200 }),
  required('entryDate', 'date', 'Date d’entrée', 'Instroomdatum', { synonyms: ['entrée', 'instroom'] }),
  optional('agreementSignedDate', 'date', 'Date de signature', 'Datum ondertekening', {
    synonyms: ['convention individuelle signée le'],
  }),
  required('phase', 'id', 'Phase', 'Fase'),
  required('hoursDelivered', 'decimal', 'Heures prestées', 'Gepresteerde uren', { hours, min: 0, max: 5000 }),
  optional('exitDate', 'date', 'Date de sortie', 'Uitstroomdatum', { synonyms: ['sortie', 'uitstroom'] }),
  optional('exitOutcome', 'enum', 'Issue', 'Resultaat uitstroom', {
    values: {
      EMPLOI: ['werk', 'job', 'employment'],
      STAGE: ['internship', 'traineeship'],
      FORMATION: ['opleiding', 'training'],
      VALIDATION: [
        'validation des compétences',
        'validering',
        'validering van competenties',
        'validation of skills',
      ],
      ETUDES: ['reprise d’études', 'studies', 'studie'],
      ABANDON: ['stopgezet', 'stopzetting', 'afgehaakt', 'dropped out', 'given up'],
      AUTRE: ['andere', 'other'],
    },
  }),
  optional('exitProof', 'text', 'Preuve de sortie', 'Bewijs uitstroom', { maxLength: 200 }),
  optional('exitProofDate', 'date', 'Date de la preuve', 'Datum bewijs'),
  optional('counsellorId', 'id', 'Agent référent', 'Referentiemedewerker', counsellor),
  optional('infoNoticeDate', 'date', 'Date de la notice RGPD', 'Datum AVG-melding'),
  optional('workingAtEntry', 'boolean', 'Au travail à l’entrée', 'Aan het werk bij instroom'),
  optional('trainingHoursPerWeek', 'decimal', 'Heures de formation par semaine', 'Opleidingsuren per week', {
    hours,
    min: 0,
    max: 168,
  }),
] as const

/** Attendance, the proof under activities and participations: `docs/domain/columns.md`. */
const attendance = [
  required('activityId', 'id', 'N° activité', 'Activiteitnr.', { synonyms: ['id activité', 'activiteit'] }),
  required('participationId', 'id', 'N° participation', 'Deelnamenr.', {
    synonyms: ['id participation', 'deelname'],
  }),
  required('present', 'boolean', 'Présent', 'Aanwezig', {
    values: {
      yes: ['présent', 'présente', 'prés', 'p', 'aanwezig', 'aanw', 'present'],
      no: ['absent', 'absente', 'abs', 'a', 'afwezig', 'afw'],
    },
  }),
  optional('arrival', 'time', 'Arrivée', 'Aankomst', { synonyms: ['heure d’arrivée', 'aankomstuur'] }),
  optional('departure', 'time', 'Départ', 'Vertrek', { synonyms: ['heure de départ', 'vertrekuur'] }),
  optional('participantSignature', 'boolean', 'Signature participant', 'Handtekening deelnemer'),
  optional('trainerSignature', 'boolean', 'Signature formateur', 'Handtekening begeleider'),
  optional('absenceReason', 'text', 'Motif d’absence', 'Reden afwezigheid', { maxLength: 200 }),
  optional('proofDocId', 'id', 'Pièce', 'Bewijsstuk', { synonyms: ['document', 'n° pièce'] }),
] as const

/** Reference counsellors and staff: `docs/domain/columns.md`. */
const counsellors = [
  required('counsellorId', 'id', 'Agent référent', 'Referentiemedewerker', counsellor),
  optional('lastName', 'text', 'Nom', 'Naam', { ...person, synonyms: ['nom de famille', 'familienaam'] }),
  optional('firstName', 'text', 'Prénom', 'Voornaam', person),
  optional('nissHash', 'text', 'Empreinte NISS', 'INSZ-hash', person),
  optional('function', 'text', 'Fonction', 'Functie'),
  optional('contractType', 'text', 'Type de contrat', 'Contracttype'),
  required('contractStart', 'date', 'Début du contrat', 'Begin contract'),
  optional('contractEnd', 'date', 'Fin du contrat', 'Einde contract'),
  optional('weeklyHours', 'decimal', 'Heures par semaine', 'Uren per week', { hours, min: 0, max: 60 }),
  optional('fullTimeHours', 'decimal', 'Heures temps plein', 'Voltijdse uren', { hours, min: 1, max: 60 }),
  required('fteContract', 'decimal', 'ETP du contrat', 'VTE contract', { min: 0, max: 2 }),
  required('fteOnAction', 'decimal', 'ETP sur l’action', 'VTE op de actie', { min: 0, max: 2 }),
  required('startOnAction', 'date', 'Début sur l’action', 'Begin op de actie'),
  optional('endOnAction', 'date', 'Fin sur l’action', 'Einde op de actie'),
  optional('subsidisedPost', 'enum', 'Poste subsidié', 'Gesubsidieerde functie', {
    values: {
      ACS: ['gesco', 'subsidised contract (ACS)'],
      Activa: [],
      Maribel: [],
      Art60: ['article 60', 'artikel 60', 'art. 60'],
      none: ['aucun', 'geen', 'non', 'nee'],
    },
  }),
  optional('otherFundingPct', 'decimal', 'Autre financement (%)', 'Andere financiering (%)', {
    min: 0,
    max: 100,
  }),
  optional('qualification', 'text', 'Qualification', 'Kwalificatie'),
  required('rpeUser', 'boolean', 'Accès RPE', 'Toegang RPE', { synonyms: ['utilisateur RPE'] }),
  optional('grossAnnualCost', 'money', 'Coût annuel brut', 'Bruto jaarkost', {
    synonyms: ['coût brut annuel', 'coût salarial annuel brut', 'jaarlijkse brutokost', 'bruto jaarloonkost'],
    min: 0,
  }),
  optional('absenceDays', 'decimal', 'Jours d’absence non couverts', 'Niet-gedekte afwezigheidsdagen', {
    synonyms: ['jours d’absence', 'absences non couvertes (jours)', 'afwezigheidsdagen', 'dagen afwezigheid'],
    min: 0,
    max: 2200,
  }),
  optional('workerId', 'id', 'N° travailleur', 'Werknemersnr.', {
    synonyms: ['travailleur', 'numéro du travailleur', 'werknemer', 'nummer werknemer'],
  }),
] as const

/** Technical references: `docs/domain/columns.md`. */
const references = [
  required('code', 'id', 'Code', 'Referentiecode'),
  optional('labelFr', 'text', 'Libellé FR', 'Omschrijving FR', { maxLength: 200 }),
  optional('labelNl', 'text', 'Libellé NL', 'Omschrijving NL', { maxLength: 200 }),
  required('kind', 'enum', 'Nature', 'Aard', {
    values: {
      ACTION: ['actie'],
      MODULE: [],
      SITE: ['vestiging'],
      PRODUCT: ['produit'],
      PHASE: ['fase'],
      EXIT: ['sortie', 'uitstroom'],
    },
  }),
  optional('unit', 'enum', 'Unité', 'Eenheid', {
    values: {
      HOUR: ['heure', 'heures', 'uur', 'uren', 'hours'],
      PERSON: ['personne', 'personnes', 'persoon', 'personen', 'persons'],
      SESSION: ['séance', 'séances', 'sessie', 'sessies', 'sessions'],
      PHASE: ['phases', 'fase', 'fasen'],
    },
  }),
  optional('unitCostCode', 'id', 'Code coût unitaire', 'Code eenheidskost'),
  required('validFrom', 'date', 'Valable du', 'Geldig van'),
  optional('validTo', 'date', 'Valable au', 'Geldig tot'),
] as const

/** The columns of the listings, in the order of their files: the only list of them. */
export const COLUMNS = {
  activities,
  participants,
  attendance,
  counsellors,
  references,
  payments,
  documents,
} as const
