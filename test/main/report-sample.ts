import type { Convention } from '#domain/convention/convention.ts'
import type { ControlGrid } from '#domain/checklist/control-grid.ts'
import type { Evidence, Finding } from '#domain/finding/finding.ts'
import type { Answer, Inspection } from '#domain/inspection/inspection.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import { buildReport } from '#domain/report/build-report.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import grid from '#resources/control-grid.json' with { type: 'json' }
import fr from '#resources/locales/fr/print.json' with { type: 'json' }
import nl from '#resources/locales/nl/print.json' with { type: 'json' }

const uuid = (no: number) => `0198a000-0000-7000-8000-${String(no).padStart(12, '0')}`
export const sha = (no: number) => no.toString(16).padStart(2, '0').repeat(32)
const both = (text: string, dutch = text) => ({ fr: text, nl: dutch })
export const controlGrid = grid as ControlGrid

export const inspection: Inspection = {
  id: uuid(1),
  reference: 'RI/ARAE/ARAE-2025-014/2026-0042/ED',
  agreementNo: 'ARAE-2025-014',
  partnerName: both('Les Mûriers asbl', 'De Moerbeien vzw'),
  measureCode: 'ARAE',
  language: 'fr',
  inspectorId: uuid(2),
  inspectorName: 'Éloïse D’Hondt',
  plannedDate: '2026-11-23',
  state: 'ON_SITE',
  visitDate: '2026-11-23',
  visitPlace: 'Rue de l’Été 12, 1080 Molenbeek-Saint-Jean',
  announced: true,
  personsMet: 'Jürgen Van Nuñez, directeur\nAnaïs Peeters, coordinatrice',
  limits: 'Les dossiers clôturés avant le 1er janvier 2026 se trouvent aux archives et n’ont pas été vus.',
  summary:
    'Le partenaire tient ses dossiers avec soin. Trois participants sur vingt ne remplissaient pas les conditions à l’entrée, et une feuille de présence n’est pas signée.',
  conclusion: 'Le dispositif fonctionne. Les unités rejetées sont à corriger dans la déclaration annuelle.',
  overallAssessment: 'WORKS_SOME_IMPROVEMENT',
  independenceDeclared: true,
}

const clause = { number: '1.1', text: both('Texte de la clause.', 'Tekst van de bepaling.'), points: [] }

export const convention: Convention = {
  agreementNo: 'ARAE-2025-014',
  measureCode: 'ARAE',
  measureLabel: both('Ateliers de recherche active d’emploi', 'Ateliers actief zoeken naar werk'),
  project: 'ARAE Molenbeek 2025–2027',
  pillar: 'MEASURES',
  ownerUnit: both('Service Projets de partenariats privés', 'Dienst Projecten private partnerschappen'),
  projectPhase: 'INSPECTION',
  partnershipType: 'PRIVATE_CALL',
  call: null,
  partner: {
    name: inspection.partnerName,
    enterpriseNo: '0412345678',
    iban: 'BE71096123456769',
    legalForm: 'ASBL',
    address: 'Rue de l’Été 12, 1080 Molenbeek-Saint-Jean',
    contacts: [],
  },
  language: 'fr',
  legalBases: [
    both(
      'Ordonnance du 18 janvier 2001 portant organisation et fonctionnement d’Actiris',
      'Ordonnantie van 18 januari 2001 houdende organisatie en werking van Actiris',
    ),
    both(
      'Arrêté du 28 février 2008 relatif aux partenariats',
      'Besluit van 28 februari 2008 over de partnerschappen',
    ),
  ],
  startDate: '2025-01-01',
  endDate: '2027-12-31',
  controlPeriod: { start: '2026-01-01', end: '2026-10-31' },
  sections: controlGrid.sections.map(({ code, label }) => ({ code, title: label, clauses: [clause] })),
  amendments: [
    {
      no: 1,
      date: '2025-09-15',
      title: both('Avenant RGPD', 'AVG-avenant'),
      changes: both('…'),
      gdpr: true,
      clauses: [],
    },
  ],
  financing: {
    mode: 'UNIT_COST',
    terms: [{ validFrom: '2025-01-01', annualCeiling: 12650000, agreedFte: 2.5, euRate: 0.4 }],
    lumpSums: [],
    unitCosts: [],
    flatRates: [],
    euCofinanced: true,
    operationCode: 'FSE-2127-031',
    instalments: [
      { no: 1, percentage: 60, dueEvent: 'Signature', amount: 7590000, paidDate: '2026-02-12' },
      { no: 2, percentage: 40, dueEvent: 'Dossier annuel', amount: 5060000, paidDate: null },
    ],
  },
  indicators: [
    {
      code: 'OUT-1',
      label: both('Chercheurs d’emploi accompagnés', 'Begeleide werkzoekenden'),
      level: 'AGREED',
      kind: 'OUTPUT',
      target: 240,
      threshold: 200,
      declared: 213,
      unit: 'personnes',
    },
    {
      code: 'RES-1',
      label: both('Sorties positives', 'Positieve uitstroom'),
      level: 'AGREED',
      kind: 'RESULT',
      target: 96,
      threshold: 80,
      declared: null,
      unit: '%',
    },
  ],
  sites: [
    {
      code: 'S1',
      name: 'Siège',
      street: 'Rue de l’Été 12',
      postcode: '1080',
      nisCode: '21012',
      commune: both('Molenbeek-Saint-Jean', 'Sint-Jans-Molenbeek'),
    },
  ],
  parameters: [
    {
      validFrom: '2025-01-01',
      groupMin: 4,
      groupMax: 15,
      hoursTolerance: 0.5,
      signatureToleranceDays: 0,
      exitProofWindowDays: 90,
      minAge: null,
      maxAge: null,
      requiredQualification: null,
      minAttendance: 0.8,
      absenceToleranceDays: 0,
      materiality: 0.02,
      performanceThreshold: null,
      extrapolation: false,
    },
  ],
  specifications: [],
  specificAgreements: [],
  governanceBody: { name: both(''), mission: both(''), members: [] },
  steeringCommittee: { meetingsPerYear: 0, members: [], meetings: [] },
  staff: [],
  deadlines: [],
  previousInspections: [],
}

export const answers: Answer[] = controlGrid.points.map(({ code }, at) => ({
  id: uuid(100 + at),
  inspectionId: inspection.id,
  pointCode: code,
  value: (['YES', 'YES', 'YES', 'NO', 'PARTIAL', 'NA'] as const)[at % 6] ?? 'YES',
  progress: 'DONE',
  comment: at % 6 > 2 ? 'Vérifié sur un échantillon de vingt dossiers ; voir les constats.' : '',
}))

/** A finding with every element written. */
export function finding(number: number, change: Partial<Finding> = {}): Finding {
  return {
    id: uuid(200 + number),
    inspectionId: inspection.id,
    number,
    title: 'Participants domiciliés hors de la Région à l’entrée',
    positive: false,
    criterion: 'Article 3.2 de la convention : le participant est domicilié en Région de Bruxelles-Capitale.',
    condition: 'Trois des vingt dossiers contrôlés montrent un domicile hors Région à la date d’entrée.',
    cause: 'Le domicile est demandé à l’inscription mais n’est pas revérifié à l’entrée.',
    effect: 'Trois unités ne sont pas éligibles.',
    recommendation: 'Vérifier le domicile à la date d’entrée et en garder la preuve au dossier.',
    nature: 'SYSTEMIC',
    severity: 'HIGH',
    amount: 126535,
    pointCode: 'TGT-2',
    rows: [
      { listing: 'participants', line: 5, label: 'P-0004' },
      { listing: 'participants', line: 18, label: 'P-0017' },
      { listing: 'activities', line: 7, label: 'A-0006' },
    ],
    binned: false,
    ...change,
  }
}

export const findings: Finding[] = [
  finding(1),
  finding(2, {
    title: 'Feuille de présence non signée',
    severity: 'MEDIUM',
    nature: 'RANDOM',
    amount: 4250,
    pointCode: 'ACT-2',
  }),
  finding(3, {
    title: 'Accueil soigné des participants',
    positive: true,
    amount: null,
    cause: '',
    effect: '',
    recommendation: '',
    pointCode: 'TGT-5',
    rows: [],
  }),
  finding(4, { title: 'Corbeille', binned: true }),
  finding(5, {
    title: 'Remarque générale',
    severity: 'OBSERVATION',
    amount: null,
    pointCode: null,
    cause: '',
  }),
]

/** A piece of evidence; `number` also makes its hash. */
export function evidence(number: number, change: Partial<Evidence> = {}): Evidence {
  return {
    id: uuid(300 + number),
    inspectionId: inspection.id,
    findingId: uuid(201),
    pointCode: null,
    number,
    fileName: `dossier-${number}.jpg`,
    mediaType: 'image/jpeg',
    size: 2_516_582,
    sha256: sha(number),
    source: 'CAMERA',
    capturedOn: '2026-11-23',
    capturedFrom: 'EXIF',
    receivedOn: '2026-11-23',
    caption: 'Extrait du registre, dossier P-0004',
    binned: false,
    ...change,
  }
}

export const listings: PackageListing[] = (['activities', 'participants'] as const).map((listing, at) => ({
  listing,
  source: {
    fileName: `${listing}-2026.csv`,
    sha256: sha(80 + at),
    size: 120_000,
    encoding: 'windows-1252',
    separator: ';',
    extractedOn: '2026-11-02',
  },
  read: 50_003,
  accepted: 50_000,
  rejected: 3,
  warned: 12,
  suspicious: 31,
  blocks: [],
  rejectedBlock: null,
}))

/** Everything of one inspection; `change` replaces parts of it. */
export function reportInput(change: Partial<ReportInput> = {}): ReportInput {
  const evidenceFiles = [
    evidence(1),
    evidence(2, { caption: 'Feuille de présence du 12 mars' }),
    evidence(3, { findingId: null, pointCode: 'ACT-7', caption: '' }),
    evidence(4, {
      mediaType: 'application/pdf',
      fileName: 'registre_des_traitements_du_partenaire_2026_version_signee.pdf',
      source: 'FILE',
    }),
  ]
  return {
    inspection,
    convention,
    grid: controlGrid,
    answers,
    findings,
    evidence: evidenceFiles,
    listings,
    ...{ samples: [], decided: null, settled: { ok: true, value: null }, areas: {} },
    organisation: 'Actiris – Direction Partenariats',
    version: 1,
    createdAt: '2026-11-23T15:04:05.000Z',
    print: inspection.language === 'fr' ? fr : nl,
    printable: new Set([sha(1), sha(2), sha(3)]),
    ...change,
  }
}

export const sampleReport = (change: Partial<ReportInput> = {}): ReportModel =>
  buildReport(reportInput(change))

/** The same inspection at a Dutch-speaking partner. */
export const dutchReport = (change: Partial<ReportInput> = {}): ReportModel =>
  sampleReport({ inspection: { ...inspection, language: 'nl' }, print: nl, ...change })
