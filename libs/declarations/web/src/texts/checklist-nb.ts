/** Returns a value of the checklist item by name, formatted for the language. */
export type ParamReader = (name: string) => string;

/** Texts of the checklist: the title of each item and a sentence per outcome. No sentence accuses anyone. */
export const pointsNb = {
  kind: {
    title: 'Type deklarasjon',
    epd: (p: ParamReader) => `EPD etter ${p('standard')}.`,
    'epd-one-figure': (p: ParamReader) => `EPD etter ${p('standard')}, der klimapåvirkning er ett tall.`,
    'epd-other': () => 'EPD, men filen oppgir ikke hvilken standard den følger.',
    footprint: (p: ParamReader) =>
      `Produktfotavtrykk i PACT-format${p('standards') ? `, etter ${p('standards')}` : ''}.`,
    'footprint-old-basis': (p: ParamReader) => `Produktfotavtrykk beregnet med eldre GWP-verdier (${p('basis')}).`,
  },
  registration: {
    title: 'Registrering',
    complete: (p: ParamReader) => `${p('number')} hos ${p('operator')}.`,
    odd: (p: ParamReader) => `${p('number')} ser ikke ut som et nummer hos ${p('operator')}.`,
    'no-operator': (p: ParamReader) => `${p('number')}, men programoperatøren er ikke oppgitt.`,
    missing: () => 'Ikke noe registreringsnummer.',
  },
  verified: {
    title: 'Tredjepartsverifisert',
    named: (p: ParamReader) => `Ja, ifølge utgiveren: ${p('name')}.`,
    none: () => 'Ingen uavhengig verifikator er navngitt. Datakvaliteten blir 2, ikke 1.',
  },
  valid: {
    title: 'Gyldighet',
    holds: (p: ParamReader) => `Gjelder leveringer fra ${p('from')} til ${p('to')}.`,
    soon: (p: ParamReader) => `Utløper ${p('to')}, om ${p('days')} dager.`,
    expired: (p: ParamReader) => `Utløp ${p('to')}. Brukes bare for leveringer til og med den dagen.`,
    'not-yet': (p: ParamReader) => `Gjelder først fra ${p('from')}.`,
    missing: () => 'Gyldigheten er ikke oppgitt.',
    withdrawn: () => 'Trukket tilbake av utgiveren.',
  },
  age: {
    title: 'Tallenes alder',
    recent: (p: ParamReader) => `Fra ${p('year')}.`,
    old: (p: ParamReader) => `Fra ${p('year')}, ${p('years')} år gamle.`,
    missing: () => 'Året er ikke oppgitt.',
  },
  scope: {
    title: 'Systemgrense',
    whole: () => 'Modul A1–A3: fra råvare til fabrikkport.',
    summed: () => 'Modul A1, A2 og A3 lagt sammen: fra råvare til fabrikkport.',
    'cradle-to-gate': () => 'Fra råvare til fabrikkport, slik PACT-formatet krever.',
    missing: () => 'Modul A1–A3 kan ikke leses ut.',
  },
  sums: {
    title: 'Summer',
    agree: (p: ParamReader) => `Delene blir ${p('added')}, totalen er ${p('total')}.`,
    differ: (p: ParamReader) =>
      `Delene blir ${p('added')}, men totalen er oppgitt til ${p('total')}. Det kan være en skrivefeil.`,
    unstated: () => 'Delene er ikke oppgitt hver for seg.',
  },
  sign: {
    title: 'Fortegn og biogent karbon',
    'fossil-and-luluc': () => 'Fossilt og arealbruk er brukt. Biogent karbon er utelatt.',
    fossil: () => 'Bare det fossile tallet er brukt; arealbruk er ikke oppgitt.',
    ghg: () => 'Tallet uten biogent karbon (GWP-GHG) er brukt.',
    one: () => 'Det eneste tallet er brukt; biogent karbon kan ikke skilles ut.',
    'without-uptake': () => 'Tallet uten biogent opptak er brukt.',
    negative: (p: ParamReader) => `Tallet er negativt (${p('value')}), som tyder på at biogent opptak er regnet med.`,
    missing: () => 'Det finnes ikke noe tall som kan brukes.',
  },
  magnitude: {
    title: 'Størrelse',
    within: (p: ParamReader) =>
      `${p('value')} er mellom ${p('low')} og ${p('high')}, som er vanlig ifølge «${p('factor')}».`,
    outside: (p: ParamReader) =>
      `${p('value')} er utenfor det vanlige for ${p('item')}: ${p('low')} til ${p('high')}, ifølge «${p('factor')}». Det kan være feil enhet.`,
    'per-kg': (p: ParamReader) => `${p('perKg')} kg CO₂e per kg vare er mulig.`,
    'odd-per-kg': (p: ParamReader) => `${p('perKg')} kg CO₂e per kg vare er uvanlig. Det kan være feil enhet.`,
    unknown: () => 'Ingen tall å sammenligne med.',
  },
  unit: {
    title: 'Deklarert enhet',
    converts: (p: ParamReader) => `De koblede varene kan omregnes til ${p('declared')}.`,
    stuck: (p: ParamReader) =>
      `Kan ikke omregnes til ${p('declared')} for ${p('items')}: prislisten mangler vekt eller innhold.`,
    unlinked: () => 'Ikke koblet til noen vare ennå.',
    unknown: (p: ParamReader) => `Enheten «${p('declared')}» er ukjent.`,
    missing: () => 'Filen oppgir ikke hvilken enhet tallet gjelder for.',
  },
  product: {
    title: 'Riktig vare',
    gtin: (p: ParamReader) => `Samme GTIN som vare ${p('item')}.`,
    'item-number': (p: ParamReader) => `Samme varenummer som vare ${p('item')}.`,
    decision: (p: ParamReader) => `Koblet manuelt til vare ${p('item')}: ${p('evidence')}`,
    'other-name': (p: ParamReader) =>
      `Varen heter «${p('item')}», deklarasjonen gjelder «${p('product')}». Det kan være en annen vare.`,
    general: (p: ParamReader) => `Gjelder ikke ett bestemt produkt fra én produsent (${p('kind')}).`,
    unlinked: () => 'Ikke koblet til noen vare ennå.',
  },
  owner: {
    title: 'Utgiver',
    same: (p: ParamReader) => `${p('owner')}, leverandøren selv.`,
    maker: (p: ParamReader) =>
      `${p('owner')}. ${p('supplier')} leverer den: kontroller at utgiveren er produsenten av varen.`,
    missing: () => 'Utgiveren er ikke oppgitt.',
  },
  geography: { title: 'Geografi', stated: (p: ParamReader) => p('place'), missing: () => 'Ikke oppgitt.' },
  quality: {
    title: 'Datakvalitet',
    share: (p: ParamReader) => `Primærdata: ${p('share')} %.`,
    ratings: (p: ParamReader) =>
      `Primærdata: ${p('share')} %. Teknologi, geografi, tid: ${p('ratings')} (1 best, 5 svakest).`,
    missing: () => 'Ikke oppgitt.',
  },
  evidence: {
    title: 'Dokumentasjon',
    kept: (p: ParamReader) => `Dokumenter lagret: ${p('count')}.`,
    named: (p: ParamReader) => `Filen viser til «${p('document')}», som ikke er lagt ved.`,
    'file-only': () => 'Bare filen selv. En PDF kan legges ved.',
  },
};

export type PointTexts = typeof pointsNb;
