import { sheet, type Part } from '#domain/convention/workbook/part.ts'

const MEMBER: Part['fields'] = {
  name: ['Nom', 'Naam'],
  role: ['Qualité', 'Hoedanigheid'],
  organisation: ['Organisation', 'Organisatie'],
}

/** Who agreed on what, and who steers it. */
export const AGREEMENT_PARTS: readonly Part[] = [
  {
    sheet: sheet('Convention', 'Overeenkomst'),
    fields: {
      agreementNo: ['N° de convention', 'Nr. van de overeenkomst'],
      measureCode: ['Code de la mesure', 'Code van de maatregel'],
      measureLabel: ['Mesure', 'Maatregel'],
      pillar: ['Pilier', 'Pijler', 'pillars'],
      ownerUnit: ['Service gestionnaire', 'Beherende dienst'],
      project: ['Projet', 'Project'],
      projectPhase: ['Place dans le cycle de projet', 'Plaats in de projectcyclus', 'projectPhases'],
      partnershipType: ['Type de partenariat', 'Soort partnerschap', 'partnershipTypes'],
      language: ['Langue du partenaire', 'Taal van de partner', 'languages'],
      startDate: ['Début', 'Begin'],
      endDate: ['Fin', 'Einde'],
      'controlPeriod/start': ['Début de la période contrôlée', 'Begin van de gecontroleerde periode'],
      'controlPeriod/end': ['Fin de la période contrôlée', 'Einde van de gecontroleerde periode'],
    },
  },
  {
    sheet: sheet('Partenaire', 'Partner'),
    fields: {
      'partner/name': ['Dénomination', 'Benaming'],
      'partner/enterpriseNo': ['N° d’entreprise (BCE)', 'Ondernemingsnr. (KBO)'],
      'partner/iban': ['Compte (IBAN)', 'Rekening (IBAN)'],
      'partner/legalForm': ['Forme juridique', 'Rechtsvorm'],
      'partner/address': ['Adresse', 'Adres'],
    },
  },
  {
    sheet: sheet('Contacts', 'Contactpersonen'),
    list: 'partner/contacts',
    fields: {
      name: ['Nom', 'Naam'],
      role: ['Fonction', 'Functie'],
      email: ['Courriel', 'E-mail'],
      phone: ['Téléphone', 'Telefoon'],
    },
  },
  {
    sheet: sheet('Sites', 'Vestigingen'),
    list: 'sites',
    fields: {
      code: ['Code', 'Code'],
      name: ['Nom', 'Naam'],
      street: ['Rue et numéro', 'Straat en huisnummer'],
      postcode: ['Code postal', 'Postcode'],
      nisCode: ['Code INS', 'NIS-code'],
      commune: ['Commune', 'Gemeente'],
    },
  },
  {
    sheet: sheet('Bases légales', 'Rechtsgronden'),
    list: 'legalBases',
    fields: { '': ['Base légale', 'Rechtsgrond'] },
  },
  {
    sheet: sheet('Appel à projets', 'Projectoproep'),
    fields: {
      'call/reference': ['Référence', 'Referentie'],
      'call/title': ['Intitulé', 'Titel'],
      'call/publishedOn': ['Publié le', 'Bekendgemaakt op'],
      'call/closedOn': ['Clôturé le', 'Afgesloten op'],
      'call/decidedOn': ['Décision du comité de gestion', 'Beslissing van het beheerscomité'],
    },
  },
  {
    sheet: sheet('Cahier des charges et guides', 'Lastenboek en gidsen'),
    list: 'specifications',
    fields: {
      reference: ['Référence', 'Referentie'],
      kind: ['Nature', 'Aard', 'texts/kinds'],
      title: ['Intitulé', 'Titel'],
      version: ['Version', 'Versie'],
      date: ['Date', 'Datum'],
    },
  },
  {
    sheet: sheet('Sections', 'Onderdelen'),
    list: 'sections',
    fields: { code: ['Section', 'Onderdeel'], title: ['Titre', 'Titel'] },
  },
  {
    sheet: sheet('Clauses', 'Bepalingen'),
    list: 'sections/*/clauses',
    owner: { key: 'code', names: ['Section', 'Onderdeel'] },
    fields: {
      number: ['N° de clause', 'Nr. van de bepaling'],
      text: ['Texte', 'Tekst'],
      points: ['Points de contrôle', 'Controlepunten'],
    },
  },
  {
    sheet: sheet('Avenants', 'Avenanten'),
    list: 'amendments',
    fields: {
      no: ['N°', 'Nr.'],
      date: ['Date', 'Datum'],
      title: ['Intitulé', 'Titel'],
      changes: ['Ce qui change', 'Wat verandert'],
      gdpr: ['Avenant RGPD', 'AVG-avenant'],
      clauses: ['Clauses modifiées', 'Gewijzigde bepalingen'],
    },
  },
  {
    sheet: sheet('Conventions particulières', 'Bijzondere overeenkomsten'),
    list: 'specificAgreements',
    fields: {
      reference: ['Référence', 'Referentie'],
      date: ['Date', 'Datum'],
      title: ['Intitulé', 'Titel'],
      subject: ['Objet', 'Voorwerp'],
    },
  },
  {
    sheet: sheet('Gouvernance', 'Bestuur'),
    fields: {
      'governanceBody/name': ['Organe de gouvernance', 'Bestuursorgaan'],
      'governanceBody/mission': ['Mission', 'Opdracht'],
      'steeringCommittee/meetingsPerYear': [
        'Réunions par an du comité d’accompagnement',
        'Vergaderingen per jaar van het begeleidingscomité',
      ],
    },
  },
  {
    sheet: sheet('Organe de gouvernance', 'Bestuursorgaan'),
    list: 'governanceBody/members',
    fields: MEMBER,
  },
  {
    sheet: sheet('Comité d’accompagnement', 'Begeleidingscomité'),
    list: 'steeringCommittee/members',
    fields: MEMBER,
  },
  {
    sheet: sheet('Réunions et procès-verbaux', 'Vergaderingen en notulen'),
    list: 'steeringCommittee/meetings',
    fields: {
      date: ['Date', 'Datum'],
      minutesReference: ['Procès-verbal', 'Notulen'],
      decisions: ['Décisions', 'Beslissingen'],
    },
  },
]
