/** Returns a value of the checklist item by name, formatted for the language. */
export type ParamReader = (name: string) => string;

/** Texts of the checklist: the title of each item and a sentence per outcome. No sentence accuses anyone. */
export const pointsNb = {
  kind: {
    title: 'Slags deklarasjon',
    epd: (p: ParamReader) => `EPD etter ${p('standard')}.`,
    'epd-one-figure': (p: ParamReader) => `EPD etter ${p('standard')}, der klimapåvirkning er ett tall.`,
    'epd-other': () => 'EPD, men filen sier ikke hvilken standard den følger.',
    footprint: (p: ParamReader) =>
      `Produktfotavtrykk i PACT-format${p('standards') ? `, etter ${p('standards')}` : ''}.`,
    'footprint-old-basis': (p: ParamReader) => `Produktfotavtrykk regnet med eldre klimavekter (${p('basis')}).`,
  },
  registration: {
    title: 'Registrering',
    complete: (p: ParamReader) => `${p('number')} hos ${p('operator')}.`,
    odd: (p: ParamReader) => `${p('number')} ser ikke ut som et nummer hos ${p('operator')}.`,
    'no-operator': (p: ParamReader) => `${p('number')}, men programoperatøren er ikke oppgitt.`,
    missing: () => 'Ikke noe registreringsnummer.',
  },
  verified: {
    title: 'Kontrollert av tredjepart',
    named: (p: ParamReader) => `Ja, sier utgiveren: ${p('name')}.`,
    none: () => 'Ingen uavhengig kontrollør er navngitt. Datakvaliteten blir 2, ikke 1.',
  },
  valid: {
    title: 'Gyldighet',
    holds: (p: ParamReader) => `Gjelder leveringer fra ${p('from')} til ${p('to')}.`,
    soon: (p: ParamReader) => `Går ut ${p('to')}, om ${p('days')} dager.`,
    expired: (p: ParamReader) => `Gikk ut ${p('to')}. Teller bare for leveringer til og med den dagen.`,
    'not-yet': (p: ParamReader) => `Gjelder først fra ${p('from')}.`,
    missing: () => 'Gyldigheten er ikke oppgitt.',
    withdrawn: () => 'Trukket tilbake av den som ga den ut.',
  },
  age: {
    title: 'Tallenes alder',
    recent: (p: ParamReader) => `Fra ${p('year')}.`,
    old: (p: ParamReader) => `Fra ${p('year')}, ${p('years')} år gamle.`,
    missing: () => 'Året er ikke oppgitt.',
  },
  scope: {
    title: 'Hva som er regnet med',
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
    'fossil-and-luluc': () => 'Fossilt og arealbruk er brukt. Biogent karbon er holdt utenfor.',
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
      `${p('value')} ligger mellom ${p('low')} og ${p('high')}, som er vanlig etter «${p('factor')}».`,
    outside: (p: ParamReader) =>
      `${p('value')} ligger utenfor det vanlige for ${p('item')}: ${p('low')} til ${p('high')}, etter «${p('factor')}». Det kan være feil enhet.`,
    'per-kg': (p: ParamReader) => `${p('perKg')} kg CO₂e per kg vare er mulig.`,
    'odd-per-kg': (p: ParamReader) => `${p('perKg')} kg CO₂e per kg vare er uvanlig. Det kan være feil enhet.`,
    unknown: () => 'Har ikke noe å sammenligne med.',
  },
  unit: {
    title: 'Deklarert enhet',
    converts: (p: ParamReader) => `Varene som er knyttet til, kan regnes om til ${p('declared')}.`,
    stuck: (p: ParamReader) =>
      `Kan ikke regnes om til ${p('declared')} for ${p('items')}: prislisten mangler vekt eller innhold.`,
    unlinked: () => 'Ikke knyttet til noen vare ennå.',
    unknown: (p: ParamReader) => `Enheten «${p('declared')}» er ukjent.`,
    missing: () => 'Filen sier ikke hvilken enhet tallet gjelder for.',
  },
  product: {
    title: 'Riktig vare',
    gtin: (p: ParamReader) => `Samme GTIN som vare ${p('item')}.`,
    'item-number': (p: ParamReader) => `Samme varenummer som vare ${p('item')}.`,
    decision: (p: ParamReader) => `Knyttet til vare ${p('item')} av en person: ${p('evidence')}`,
    'other-name': (p: ParamReader) =>
      `Varen heter «${p('item')}», deklarasjonen gjelder «${p('product')}». Det kan være en annen vare.`,
    general: (p: ParamReader) => `Gjelder ikke ett bestemt produkt fra én produsent (${p('kind')}).`,
    unlinked: () => 'Ikke knyttet til noen vare ennå.',
  },
  owner: {
    title: 'Hvem som står bak',
    same: (p: ParamReader) => `${p('owner')}, leverandøren selv.`,
    maker: (p: ParamReader) => `${p('owner')}. ${p('supplier')} leverer den: se at det er produsenten av varen.`,
    missing: () => 'Eieren er ikke oppgitt.',
  },
  geography: { title: 'Hvor', stated: (p: ParamReader) => p('place'), missing: () => 'Ikke oppgitt.' },
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
