/** Returns a value of the checklist item by name, formatted for the language. */
export type Found = (name: string) => string;

/** Texts of the checklist: the title of each item and a sentence per outcome. No sentence accuses anyone. */
export const pointsNb = {
  kind: {
    title: 'Slags deklarasjon',
    epd: (p: Found) => `EPD etter ${p('standard')}.`,
    'epd-one-figure': (p: Found) => `EPD etter ${p('standard')}, der klimapåvirkning er ett tall.`,
    'epd-other': () => 'EPD, men filen sier ikke hvilken standard den følger.',
    footprint: (p: Found) => `Produktfotavtrykk i PACT-format${p('standards') ? `, etter ${p('standards')}` : ''}.`,
    'footprint-old-basis': (p: Found) => `Produktfotavtrykk regnet med eldre klimavekter (${p('basis')}).`,
  },
  registration: {
    title: 'Registrering',
    complete: (p: Found) => `${p('number')} hos ${p('operator')}.`,
    odd: (p: Found) => `${p('number')} ser ikke ut som et nummer hos ${p('operator')}.`,
    'no-operator': (p: Found) => `${p('number')}, men programoperatøren er ikke oppgitt.`,
    missing: () => 'Ikke noe registreringsnummer.',
  },
  verified: {
    title: 'Kontrollert av tredjepart',
    named: (p: Found) => `Ja, sier utgiveren: ${p('name')}.`,
    none: () => 'Ingen uavhengig kontrollør er navngitt. Datakvaliteten blir 2, ikke 1.',
  },
  valid: {
    title: 'Gyldighet',
    holds: (p: Found) => `Gjelder leveringer fra ${p('from')} til ${p('to')}.`,
    soon: (p: Found) => `Går ut ${p('to')}, om ${p('days')} dager.`,
    expired: (p: Found) => `Gikk ut ${p('to')}. Teller bare for leveringer til og med den dagen.`,
    'not-yet': (p: Found) => `Gjelder først fra ${p('from')}.`,
    missing: () => 'Gyldigheten er ikke oppgitt.',
    withdrawn: () => 'Trukket tilbake av den som ga den ut.',
  },
  age: {
    title: 'Tallenes alder',
    recent: (p: Found) => `Fra ${p('year')}.`,
    old: (p: Found) => `Fra ${p('year')}, ${p('years')} år gamle.`,
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
    agree: (p: Found) => `Delene blir ${p('added')}, totalen er ${p('total')}.`,
    differ: (p: Found) =>
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
    negative: (p: Found) => `Tallet er negativt (${p('value')}), som tyder på at biogent opptak er regnet med.`,
    missing: () => 'Det finnes ikke noe tall som kan brukes.',
  },
  magnitude: {
    title: 'Størrelse',
    within: (p: Found) =>
      `${p('value')} ligger mellom ${p('low')} og ${p('high')}, som er vanlig etter «${p('factor')}».`,
    outside: (p: Found) =>
      `${p('value')} ligger utenfor det vanlige for ${p('item')}: ${p('low')} til ${p('high')}, etter «${p('factor')}». Det kan være feil enhet.`,
    'per-kg': (p: Found) => `${p('perKg')} kg CO₂e per kg vare er mulig.`,
    'odd-per-kg': (p: Found) => `${p('perKg')} kg CO₂e per kg vare er uvanlig. Det kan være feil enhet.`,
    unknown: () => 'Har ikke noe å sammenligne med.',
  },
  unit: {
    title: 'Deklarert enhet',
    converts: (p: Found) => `Varene som er knyttet til, kan regnes om til ${p('declared')}.`,
    stuck: (p: Found) =>
      `Kan ikke regnes om til ${p('declared')} for ${p('items')}: prislisten mangler vekt eller innhold.`,
    unlinked: () => 'Ikke knyttet til noen vare ennå.',
    unknown: (p: Found) => `Enheten «${p('declared')}» er ukjent.`,
    missing: () => 'Filen sier ikke hvilken enhet tallet gjelder for.',
  },
  product: {
    title: 'Riktig vare',
    gtin: (p: Found) => `Samme GTIN som vare ${p('item')}.`,
    'item-number': (p: Found) => `Samme varenummer som vare ${p('item')}.`,
    decision: (p: Found) => `Knyttet til vare ${p('item')} av en person: ${p('evidence')}`,
    'other-name': (p: Found) =>
      `Varen heter «${p('item')}», deklarasjonen gjelder «${p('product')}». Det kan være en annen vare.`,
    general: (p: Found) => `Gjelder ikke ett bestemt produkt fra én produsent (${p('kind')}).`,
    unlinked: () => 'Ikke knyttet til noen vare ennå.',
  },
  owner: {
    title: 'Hvem som står bak',
    same: (p: Found) => `${p('owner')}, leverandøren selv.`,
    maker: (p: Found) => `${p('owner')}. ${p('supplier')} leverer den: se at det er produsenten av varen.`,
    missing: () => 'Eieren er ikke oppgitt.',
  },
  geography: { title: 'Hvor', stated: (p: Found) => p('place'), missing: () => 'Ikke oppgitt.' },
  quality: {
    title: 'Datakvalitet',
    share: (p: Found) => `Primærdata: ${p('share')} %.`,
    ratings: (p: Found) =>
      `Primærdata: ${p('share')} %. Teknologi, geografi, tid: ${p('ratings')} (1 best, 5 svakest).`,
    missing: () => 'Ikke oppgitt.',
  },
  evidence: {
    title: 'Dokumentasjon',
    kept: (p: Found) => `Dokumenter lagret: ${p('count')}.`,
    named: (p: Found) => `Filen viser til «${p('document')}», som ikke er lagt ved.`,
    'file-only': () => 'Bare filen selv. En PDF kan legges ved.',
  },
};

export type PointTexts = typeof pointsNb;
