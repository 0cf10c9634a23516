import type { Chance } from '#scripts/sample/chance.ts'
import type { SampleConvention } from '#scripts/sample/conventions.ts'
import { day, decimal, type FileRow, type FileRows } from '#scripts/sample/file-rows.ts'

interface Work {
  readonly chance: Chance
  readonly sample: SampleConvention
  readonly rows: FileRows
}

/** The office itself, as its published payments name it (`docs/domain/words.md`). */
const OFFICE = {
  idBceOrg: '239843188',
  nameOrg1Fr: 'Office régional bruxellois de l’emploi',
  nameOrg1Nl: 'Brusselse Gewestelijke Dienst voor Arbeidsbemiddeling',
  nameOrg2Fr: 'Direction Partenariats',
  nameOrg2Nl: 'Directie Partnerships',
  idOrg3: '30',
  nameOrg3Fr: 'Partenariats régionaux',
  nameOrg3Nl: 'Regionale partnerships',
  idAb: '08.001.31.01.3300',
  descAbFr: 'Subventions aux partenaires',
  descAbNl: 'Toelagen aan de partners',
  accIdFunction: '0412',
  accDescFunctionFr: 'Emploi',
  accDescFunctionNl: 'Werkgelegenheid',
}
const ECONOMIC = {
  CPAS: ['4352', 'Transferts aux CPAS', 'Overdrachten aan de OCMW’s'],
  other: ['3300', 'Transferts aux ASBL', 'Overdrachten aan vzw’s'],
} as const

/** Published addresses are not tidy: a dot after the postcode, capitals, both names at once. */
function addressOf(chance: Chance, { convention: { partner, sites } }: SampleConvention): FileRow {
  const [site] = sites
  const { fr = '', nl = '' } = site?.commune ?? {}
  return {
    addressRecipient: partner.address.split(',')[0] ?? '',
    cpRecipient: `${site?.postcode ?? ''}${chance.happens(15) ? '.' : ''}`,
    communeRecipient: chance.pick([fr, fr.toUpperCase(), `${fr}/${nl}`.toUpperCase()]),
    ccRecipient: 'BE',
  }
}

/** What was paid of the first instalment, in one to three settlements of one commitment. */
function payments({ chance, sample, rows }: Work): void {
  const { convention } = sample
  const { agreementNo, partner, financing } = convention
  const paid = financing.instalments.find(({ paidDate }) => paidDate !== null)
  const agreed = financing.instalments.reduce((sum, { amount }) => sum + amount, 0)
  const parts = chance.int(1, 3)
  const [code, fr, nl] = ECONOMIC[partner.legalForm === 'CPAS' ? 'CPAS' : 'other']
  for (let no = 1; no <= parts; no++) {
    const part = Math.floor((paid?.amount ?? 0) / parts) + no
    rows.payments.push({
      ...OFFICE,
      accIdEconomic: code,
      accDescEconomicFr: fr,
      accDescEconomicNl: nl,
      idEng: `${agreementNo}/E1`,
      nameEng: agreementNo,
      dateEng: day(convention.startDate),
      amountEng: decimal(agreed / 100),
      currencyEng: 'EUR',
      idLiq: `${agreementNo}/L${no}`,
      nameLiq: `${agreementNo} ${no}/${parts}`,
      dateLiq: `14/0${1 + no}/2025`,
      amountLiq: decimal(part / 100),
      devcod: 'EUR',
      idBceRecipient: partner.enterpriseNo,
      idRecipient: partner.enterpriseNo.slice(3, 8),
      nameRecipient: partner.name[convention.language],
      ...addressOf(chance, sample),
      budexe: '2025',
    })
  }
}

const sha256 = (chance: Chance): string =>
  Array.from({ length: 8 }, () => chance.int(0, 0xffffffff).toString(16).padStart(8, '0')).join('')

type Kind = 'sheet' | 'payslip' | 'insurance' | 'statutes' | 'notice'
/** How a partner writes the kinds of its papers, in its language. */
const KINDS: Readonly<Record<Kind, Readonly<Record<'fr' | 'nl', string>>>> = {
  sheet: { fr: 'Feuille de présence', nl: 'Aanwezigheidslijst' },
  payslip: { fr: 'Compte individuel', nl: 'Individuele rekening' },
  insurance: { fr: 'Assurance', nl: 'Verzekering' },
  statutes: { fr: 'Statuts', nl: 'Statuten' },
  notice: { fr: 'Notice d’information', nl: 'Informatienota' },
}

function addDocument(
  { chance, sample, rows }: Work,
  kind: Kind,
  docId: string,
  date: string,
  linkedTo: readonly string[],
): void {
  rows.documents.push({
    docId,
    type: KINDS[kind][sample.convention.language],
    title: `${KINDS[kind][sample.convention.language]} ${docId}`,
    date,
    pages: String(chance.int(1, 6)),
    sha256: sha256(chance),
    linkedTo: linkedTo.join('|'),
    originalSeen: 'O',
    copyTaken: chance.happens(40) ? 'O' : 'N',
    confidentiality: kind === 'payslip' ? 'confidentiel' : '',
  })
}

/** Each attendance sheet with the activities it proves, dated like the last of them. */
function sheets(work: Work): void {
  const { activities, attendance } = work.rows
  const dates = new Map(activities.map(({ activityId = '', date = '' }) => [activityId, date]))
  const proven = new Map<string, Set<string>>()
  for (const { proofDocId = '', activityId = '' } of attendance) {
    const ids = proven.get(proofDocId)
    if (ids) ids.add(activityId)
    else proven.set(proofDocId, new Set([activityId]))
  }
  for (const [docId, ids] of proven)
    addDocument(work, 'sheet', docId, dates.get([...ids].at(-1) ?? '') ?? '', [...ids])
}

function documents(work: Work): void {
  const { convention } = work.sample
  sheets(work)
  for (const { counsellorId = '' } of work.rows.counsellors)
    addDocument(work, 'payslip', `D-PAY-${counsellorId}`, '31/12/2025', [counsellorId])
  for (const kind of ['insurance', 'statutes', 'notice'] as const)
    addDocument(work, kind, `D-${kind.toUpperCase()}`, day(convention.startDate), [convention.agreementNo])
}

/** What was paid to the partner, and the papers it keeps: free of anything a rule would mark. */
export function makePapers(work: Work): void {
  payments(work)
  documents(work)
}
