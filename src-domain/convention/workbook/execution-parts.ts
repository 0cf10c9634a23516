import { sheet, type Part } from '#domain/convention/workbook/part.ts'

const AMOUNT: Part['fields'] = {
  code: ['Code', 'Code'],
  label: ['Libellé', 'Omschrijving'],
  validFrom: ['Valable dès le', 'Geldig vanaf'],
  amount: ['Montant (EUR)', 'Bedrag (EUR)'],
}

/** Who does the work, what is paid for it, how it is measured and followed. */
export const EXECUTION_PARTS: readonly Part[] = [
  {
    sheet: sheet('Personnel et accès', 'Personeel en toegang'),
    list: 'staff',
    fields: {
      code: ['Code', 'Code'],
      name: ['Nom', 'Naam'],
      function: ['Fonction', 'Functie'],
      access: ['Accès au réseau', 'Netwerktoegang', 'staff/statuses'],
      networkLogin: ['Identifiant', 'Gebruikersnaam'],
      accessSince: ['Accès depuis le', 'Toegang sinds'],
      accessEnd: ['Accès jusqu’au', 'Toegang tot'],
      trainedOn: ['Formation suivie le', 'Opleiding gevolgd op'],
      helpDesk: ['Help desk', 'Helpdesk'],
    },
  },
  {
    sheet: sheet('Financement', 'Financiering'),
    fields: {
      'financing/mode': ['Mode de financement', 'Financieringswijze', 'financing/modes'],
      'financing/euCofinanced': ['Cofinancement FSE+', 'ESF+-cofinanciering'],
      'financing/operationCode': ['Code de l’opération', 'Code van de operatie'],
    },
  },
  {
    sheet: sheet('Plafonds, ETP, taux FSE+', 'Plafonds, VTE, ESF+-percentage'),
    list: 'financing/terms',
    fields: {
      validFrom: ['Valable dès le', 'Geldig vanaf'],
      annualCeiling: ['Montant annuel maximal (EUR)', 'Maximaal jaarbedrag (EUR)'],
      agreedFte: ['ETP conventionnés', 'Overeengekomen VTE'],
      euRate: ['Taux FSE+', 'ESF+-percentage'],
    },
  },
  { sheet: sheet('Forfaits par ETP', 'Forfaits per VTE'), list: 'financing/lumpSums', fields: AMOUNT },
  { sheet: sheet('Coûts unitaires', 'Eenheidskosten'), list: 'financing/unitCosts', fields: AMOUNT },
  {
    sheet: sheet('Taux forfaitaires', 'Forfaitaire percentages'),
    list: 'financing/flatRates',
    fields: {
      kind: ['Nature', 'Aard', 'financing/flatRateKinds'],
      validFrom: ['Valable dès le', 'Geldig vanaf'],
      rate: ['Taux', 'Percentage'],
    },
  },
  {
    sheet: sheet('Tranches', 'Schijven'),
    list: 'financing/instalments',
    fields: {
      no: ['N°', 'Nr.'],
      percentage: ['Part (sur 100)', 'Deel (op 100)'],
      dueEvent: ['Due à', 'Verschuldigd bij'],
      amount: ['Montant (EUR)', 'Bedrag (EUR)'],
      paidDate: ['Payée le', 'Betaald op'],
    },
  },
  {
    sheet: sheet('Indicateurs', 'Indicatoren'),
    list: 'indicators',
    fields: {
      code: ['Code', 'Code'],
      label: ['Libellé', 'Omschrijving'],
      level: ['Niveau', 'Niveau', 'indicators/levels'],
      kind: ['Nature', 'Aard', 'indicators/kinds'],
      target: ['Valeur cible', 'Streefwaarde'],
      threshold: ['Seuil', 'Drempel'],
      declared: ['Valeur déclarée', 'Aangegeven waarde'],
      unit: ['Unité', 'Eenheid'],
    },
  },
  {
    sheet: sheet('Limites convenues', 'Overeengekomen grenzen'),
    list: 'parameters',
    fields: {
      validFrom: ['Valable dès le', 'Geldig vanaf'],
      groupMin: ['Groupe : minimum', 'Groep: minimum'],
      groupMax: ['Groupe : maximum', 'Groep: maximum'],
      hoursTolerance: ['Tolérance sur les heures', 'Tolerantie op de uren'],
      signatureToleranceDays: ['Signature tardive (jours)', 'Late ondertekening (dagen)'],
      exitProofWindowDays: ['Preuve après la sortie (jours)', 'Bewijs na uitstroom (dagen)'],
      minAge: ['Âge minimal', 'Minimumleeftijd'],
      maxAge: ['Âge maximal', 'Maximumleeftijd'],
      requiredQualification: ['Qualification exigée', 'Vereiste kwalificatie'],
      minAttendance: ['Présence minimale', 'Minimale aanwezigheid'],
      absenceToleranceDays: ['Absence tolérée (jours par an)', 'Getolereerde afwezigheid (dagen per jaar)'],
      materiality: ['Seuil de signification', 'Materialiteitsdrempel'],
      performanceThreshold: ['Seuil de performance', 'Prestatiedrempel'],
      extrapolation: ['Extrapolation permise', 'Extrapolatie toegestaan'],
    },
  },
  {
    sheet: sheet('Échéances', 'Termijnen'),
    list: 'deadlines',
    fields: {
      code: ['Code', 'Code'],
      label: ['Libellé', 'Omschrijving'],
      dueDate: ['Date limite', 'Uiterste datum'],
      days: ['Nombre de jours', 'Aantal dagen'],
      counting: ['Jours comptés', 'Telling van de dagen', 'deadlines/countings'],
      event: ['À partir de', 'Vanaf'],
      clause: ['Clause', 'Bepaling'],
    },
  },
  {
    sheet: sheet('Inspections antérieures', 'Vorige inspecties'),
    list: 'previousInspections',
    fields: {
      reference: ['Référence', 'Referentie'],
      date: ['Date', 'Datum'],
      conclusion: ['Conclusion', 'Besluit'],
    },
  },
  {
    sheet: sheet('Recommandations', 'Aanbevelingen'),
    list: 'previousInspections/*/recommendations',
    owner: { key: 'reference', names: ['Inspection', 'Inspectie'] },
    fields: {
      no: ['N°', 'Nr.'],
      text: ['Recommandation', 'Aanbeveling'],
      point: ['Point de contrôle', 'Controlepunt'],
      dueDate: ['Échéance', 'Termijn'],
      status: ['État', 'Stand', 'previous/statuses'],
    },
  },
]
