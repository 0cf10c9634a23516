import texts from '#resources/sample-network/agreement-texts.json' with { type: 'json' }
import type { Convention } from '#domain/convention/convention.ts'
import { addDays, rollToWorkingDay } from '#domain/dates.ts'
import type { Chance } from '#scripts/sample/chance.ts'
import type { Measure } from '#scripts/sample/measure.ts'
import type { SamplePartner } from '#scripts/sample/partners.ts'

const both = (fr: string, nl: string) => ({ fr, nl })
const bare = ({ fr, nl }: { fr: string; nl: string }) => both(fr, nl)

/** What an agreement of the sample is made of, apart from its own chance. */
export interface AgreementShape {
  readonly measure: Measure
  /** Number within the measure. */
  readonly no: number
  readonly partner: SamplePartner
  readonly counsellors: number
  /** FTE that an amendment adds in the second year. */
  readonly raise: number
  /** Days after the exit that an amendment gives for its proof, from the second year on. */
  readonly laterWindow: number | null
}

const NETWORK_MEASURES = new Set(['ML', 'CPAS', 'JOB_HOUSE', 'CITE_METIERS', 'REF_CENTER', 'PFE'])

/** Where the convention stands in the office. */
export function makeIdentity({ measure, no }: AgreementShape) {
  const digital = measure.code.startsWith('ELEARN')
  const pillar = digital
    ? 'DIGITAL_NETWORK'
    : NETWORK_MEASURES.has(measure.code)
      ? 'PHYSICAL_NETWORK'
      : 'MEASURES'
  return {
    pillar,
    ownerUnit: texts.units[measure.type === 'PRIVATE_CALL' ? 'PRIVATE' : 'PUBLIC'],
    projectPhase: no % 3 === 0 ? 'MONITORING' : 'INSPECTION',
  } as const
}

/** Private partners were selected in a call of the year before. */
export function makeCall({ measure, no }: AgreementShape): Convention['call'] {
  if (measure.type !== 'PRIVATE_CALL') return null
  const project = 1 + (no % measure.projects)
  return {
    reference: `AP ${project}/2024 ${measure.prefix}`,
    title: both(`Appel à projets ${measure.fr} 2025-2026`, `Projectoproep ${measure.nl} 2025-2026`),
    publishedOn: '2024-04-15',
    closedOn: '2024-06-28',
    decidedOn: '2024-10-17',
  }
}

const GUIDES: Readonly<Record<string, { fr: string; nl: string }>> = {
  SALARY_LUMP_SUM: both('Guide financier – forfait salarial', 'Financiële gids – loonforfait'),
  UNIT_COST: both('Guide financier – coût unitaire', 'Financiële gids – eenheidskost'),
  ACTUAL_COSTS: both('Guide financier – coûts réels', 'Financiële gids – werkelijke kosten'),
}

export function makeSpecifications({ measure }: AgreementShape): Convention['specifications'] {
  const title = GUIDES[measure.mode]
  if (!title) throw new RangeError(`no guide for ${measure.mode}`)
  const guide = {
    reference: `GF-${measure.mode}-2025`,
    kind: 'FINANCIAL_GUIDE' as const,
    title,
    version: '3.1',
    date: '2024-11-04',
  }
  const specification = {
    reference: `CDC-${measure.prefix}-2025`,
    kind: 'SPECIFICATION' as const,
    title: both(`Cahier des charges – ${measure.fr}`, `Bestek – ${measure.nl}`),
    version: '1.0',
    date: '2024-04-15',
  }
  return [specification, guide]
}

/** The GDPR amendment of everyone, then what changed for the second year. */
export function makeAmendments({ raise, laterWindow }: AgreementShape): Convention['amendments'] {
  const gdpr = {
    date: '2025-01-15',
    title: both('Avenant RGPD', 'AVG-avenant'),
    changes: both(
      'Fixe les rôles de responsable du traitement et de sous-traitant, et les durées de conservation.',
      'Legt de rollen van verwerkingsverantwoordelijke en verwerker en de bewaartermijnen vast.',
    ),
    gdpr: true,
    clauses: ['8.3', '8.5'],
  }
  const index = {
    date: '2025-11-20',
    title: both('Indexation des montants', 'Indexering van de bedragen'),
    changes: both(
      'Augmente de 2 % le montant annuel maximal, les forfaits et les coûts unitaires dès 2026.',
      'Verhoogt het maximale jaarbedrag, de forfaits en de eenheidskosten vanaf 2026 met 2 %.',
    ),
    gdpr: false,
    clauses: ['9.1'],
  }
  const staff = {
    date: '2025-12-04',
    title: both('Effectif', 'Personeel'),
    changes: both(
      `Ajoute ${raise} ETP dès le 1er janvier 2026.`,
      `Voegt vanaf 1 januari 2026 ${raise} VTE toe.`,
    ),
    gdpr: false,
    clauses: ['9.3'],
  }
  const proof = {
    date: '2025-12-11',
    title: both('Preuve des sorties positives', 'Bewijs van de positieve uitstroom'),
    changes: both(
      `Ramène à ${String(laterWindow)} jours le délai de la preuve, pour les sorties dès le 1er janvier 2026.`,
      `Brengt de termijn voor het bewijs op ${String(laterWindow)} dagen, voor uitstroom vanaf 1 januari 2026.`,
    ),
    gdpr: false,
    clauses: ['11.1'],
  }
  const all = [gdpr, index, ...(raise > 0 ? [staff] : []), ...(laterWindow === null ? [] : [proof])]
  return all.map((amendment, at) => ({ no: at + 1, ...amendment }))
}

export function makeSpecificAgreements({ measure, no }: AgreementShape): Convention['specificAgreements'] {
  if (!NETWORK_MEASURES.has(measure.code)) return []
  return [
    {
      reference: `CP-${measure.prefix}-${no}`,
      date: '2025-01-20',
      title: both('Dossier unique partagé', 'Gedeeld uniek dossier'),
      subject: both(
        'Règle la consultation et l’encodage du dossier unique du chercheur d’emploi dans le RPE.',
        'Regelt de raadpleging en de codering van het unieke dossier van de werkzoekende in het RPE.',
      ),
    },
  ]
}

export function makeGovernance({ measure }: AgreementShape): Convention['governanceBody'] {
  return {
    name: both(`Comité de pilotage – ${measure.fr}`, `Stuurgroep – ${measure.nl}`),
    mission: both(
      'Suit la mesure dans son ensemble, propose les ajustements et prépare la décision de renouvellement.',
      'Volgt de maatregel als geheel op, stelt bijsturingen voor en bereidt de beslissing over de verlenging voor.',
    ),
    members: texts.members.fr.slice(0, 3).map((role) => ({ name: '', role, organisation: 'Actiris' })),
  }
}

/** Two meetings a year; of one in six the minutes are missing. */
export function makeCommittee(chance: Chance, { partner }: AgreementShape): Convention['steeringCommittee'] {
  const { language } = partner
  const [, manager = '', , coordinator = ''] = texts.members[language]
  const meetings = ['2025-03-10', '2025-09-22'].map((from, at) => {
    const date = rollToWorkingDay(addDays(from, chance.int(0, 30)))
    const minutesReference = chance.happens(83) ? `PV ${at + 1}/2025` : null
    return { date, minutesReference, decisions: chance.pick(texts.decisions) }
  })
  return {
    meetingsPerYear: 2,
    members: [
      { name: '', role: manager, organisation: 'Actiris' },
      { name: '', role: coordinator, organisation: partner.partner.name[language] },
    ],
    meetings,
  }
}

const FUNCTIONS = {
  fr: ['accompagnateur', 'jobcoach', 'formateur'],
  nl: ['begeleider', 'jobcoach', 'opleider'],
}

/** The workers under the codes of the counsellors' listing, which alone names them; all may use the secured network. */
export function makeStaff(chance: Chance, { partner, counsellors }: AgreementShape): Convention['staff'] {
  return Array.from({ length: counsellors }, (_, at) => {
    const code = `R-${String(at + 1).padStart(2, '0')}`
    const since = rollToWorkingDay(addDays('2025-01-02', chance.int(0, 20)))
    return {
      code,
      name: '',
      function: chance.pick(FUNCTIONS[partner.language]),
      access: 'ACTIVE',
      networkLogin: `rpe-${partner.partner.enterpriseNo.slice(4, 8)}-${code.slice(2)}`,
      accessSince: since,
      accessEnd: null,
      trainedOn: chance.happens(85) ? addDays(since, chance.int(1, 20)) : null,
      helpDesk: chance.happens(90),
    }
  })
}

export function makeDeadlines(): Convention['deadlines'] {
  const day = (code: string, fr: string, nl: string, dueDate: string, clause: string) => ({
    code,
    label: both(fr, nl),
    dueDate,
    days: null,
    counting: 'CALENDAR' as const,
    event: both('', ''),
    clause,
  })
  const after = (
    code: string,
    label: [string, string],
    days: number,
    event: [string, string],
    clause: string,
  ) => ({
    code,
    label: both(...label),
    dueDate: null,
    days,
    counting: 'WORKING' as const,
    event: both(...event),
    clause,
  })
  return [
    day('DL-DOSSIER-2025', 'Dossier annuel 2025', 'Jaarlijks dossier 2025', '2026-03-31', '10.1'),
    day('DL-DOSSIER-2026', 'Dossier annuel 2026', 'Jaarlijks dossier 2026', '2027-03-31', '10.1'),
    after(
      'DL-ENCODING',
      ['Encodage dans le RPE', 'Codering in het RPE'],
      5,
      ['L’événement', 'De gebeurtenis'],
      '7.1',
    ),
    after(
      'DL-ABSENCE',
      ['Absences communiquées', 'Afwezigheden meegedeeld'],
      2,
      ['L’absence', 'De afwezigheid'],
      '7.4',
    ),
    after(
      'DL-DOCUMENTS',
      ['Pièces manquantes', 'Ontbrekende stukken'],
      5,
      ['La demande', 'De vraag'],
      '12.2',
    ),
  ]
}

/** Two conventions in three were inspected before, and mostly something is still open. */
export function makePreviousInspections(
  chance: Chance,
  shape: AgreementShape,
): Convention['previousInspections'] {
  if (!chance.happens(66)) return []
  const date = rollToWorkingDay(addDays('2023-02-01', chance.int(0, 500)))
  const first = chance.int(0, texts.recommendations.length - 1)
  const picked = Array.from({ length: chance.int(1, 3) }, (_, at) => texts.recommendations[(first + at) % 5])
  const recommendations = picked.flatMap((recommendation, at) =>
    recommendation === undefined
      ? []
      : [
          {
            no: at + 1,
            text: bare(recommendation),
            point: recommendation.point,
            dueDate: addDays(date, 90),
            status: chance.pick(['OPEN', 'IN_PROGRESS', 'IMPLEMENTED', 'IMPLEMENTED'] as const),
          },
        ],
  )
  return [
    {
      reference: `RI/${shape.measure.code}/${date.slice(0, 4)}-${String(chance.int(1, 200)).padStart(4, '0')}`,
      date,
      conclusion: chance.pick(texts.conclusions),
      recommendations,
    },
  ]
}
