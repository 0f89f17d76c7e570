import type { nb } from './nb.ts';

export const nn: typeof nb = {
  from: {
    posting: (p) => `${p.amount} frå ei linje i rekneskapen.`,
    'invoice-line': (p) => `${p.amount} frå ei fakturalinje.`,
    remainder: (p) => `${p.amount}: det av bilaget som fakturalinjene ikkje forklarer.`,
  },
  account: (p) => `Konto: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p) => `Kontoen ${p.system} ${p.code} er ikkje gjennomgått: ingen har bestemt kva for faktor han skal ha.`,
  accountMissing: 'Linja har ingen konto, så ingen faktor kan veljast.',
  factor: (p) => `Faktor: «${p.name}», ${p.value} ${p.unit}.`,
  published: (p) => `DFØ oppgir ${p.published} tonn CO₂e per million kroner i ${p.year}-prisar; tabellen reknar det om til prisnivået ${p.level}.`,
  vat: {
    net: 'Beløpet er utan meirverdiavgift, slik faktoren er lesen.',
    gross: (p) => `Beløpet er med meirverdiavgift: ${p.rate} er rekna ut av det.`,
    unknown: 'Det står ikkje om beløpet er med meirverdiavgift. Det er rekna som utan; er ho med, er talet opptil ein femdel for høgt.',
  },
  formula: (p) => `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p) => `${p.amount} har ikkje fått eit tal: nokon må seie kva som er kjøpt. Med radene som er aktuelle, ville det blitt mellom ${p.low} og ${p.high} kg CO₂e.`,
    askOpen: (p) => `${p.amount} har ikkje fått eit tal: nokon må seie kva som er kjøpt.`,
    'no-factor': (p) => `${p.amount} har ingen faktor. Det står som «utan faktor», ikkje som null.`,
    'not-spend': (p) => `${p.amount} er ikkje eit kjøp og blir ikkje talt.`,
    'not-converted': (p) => `${p.amount} er ikkje rekna om: faktorane gjeld norske kroner, og ingen kurs er lagd inn.`,
  },
  caveat: {
    screening: 'Kostnadsbasert: eit gjennomsnitt for alt som blir ført på kontoen. Det eignar seg til å sjå kvar det er stort, ikkje til å samanlikne varer eller leverandørar. Eit billegare kjøp gir eit lågare tal, grønare eller ikkje.',
    prices: (p) => `Kjøpet er frå ${p.year}, faktoren står i prisar frå ${p.level}. Det er ikkje justert: talet er for lågt, med høgst ${p.share}.`,
    credit: 'Kreditering: blir trekt frå.',
    vatReading: 'Kjelda seier ikkje uttrykkeleg om faktorane er utan meirverdiavgift; vi les dei slik.',
  },
  beside: {
    quantity: (p) => `${p.quantity} ${p.unit} av vare ${p.item}, slik leverandøren har rapportert.`,
    footprint: (p) => `Klimafotavtrykket til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit}, utan biogent opptak.`,
    valid: (p) => `Gyldig ${p.from} til ${p.to}.`,
    validAssumed: (p) => `Utgivaren har ikkje oppgitt gyldigheit; rekna som ${p.from} til ${p.to}, tre år frå slutten av perioden talet er målt i.`,
    conversion: {
      'same-kind': (p) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p) => `1 ${p.unit} rommar ${p.count} ${p.declared}, seier prislista.`,
      pack: (p) => `1 ${p.unit} = ${p.count} ${p.declared}, etter pakninga i prislista.`,
      'net-weight': (p) => `1 ${p.unit} veg ${p.count} ${p.declared} netto, seier prislista.`,
      'mass-per-declared-unit': (p) => `1 ${p.unit} = ${p.count} ${p.declared}, etter vekta utgivaren oppgir.`,
    },
    formula: (p) => `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p) => `Fotavtrykket gjaldt ikkje då vara vart levert (gyldig ${p.from} til ${p.to}), så det står ikkje ved sida av.`,
      'unit-not-convertible': (p) => `«${p.unit}» kan ikkje reknast om til «${p.declared}»: prislista manglar innhald eller vekt.`,
      'quantity-missing': 'Rapporten har ikkje mengd, så fotavtrykket kan ikkje brukast.',
    },
    notCounted: 'Talet til leverandøren står ved sida av det offisielle talet og er ikkje lagt til.',
    verified: 'Kontrollert av ein tredjepart, seier utgivaren. Datakvalitet 1.',
    unverified: 'Ikkje kontrollert av ein tredjepart. Datakvalitet 2.',
  },
  sum: {
    formula: (p) => `Summen av ${p.lines} linjer = ${p.kg} kg CO₂e. Kvar linje er rekna for seg og runda éin gong; summen er linjene lagde saman.`,
    withFactor: (p) => `${p.amount} (${p.share} av kjøpa) har ein faktor.`,
    without: (p) => `${p.ask} ventar på svar, ${p.none} er utan faktor. Dei er ikkje med i kg.`,
    empty: 'Ingen linjer her.',
  },
  source: { factors: 'Utsleppsfaktorar', declaration: 'Erklæringa til leverandøren', licence: (p) => `Lisens: ${p.licence}` },
  version: { run: 'Køyring', finished: 'Køyrd', engine: 'Berekning', factorSet: 'Faktorsett', ruleSet: 'Kontokart', dataYear: 'Dataår', declaration: 'Erklæring', reportVersion: 'Rapport', quality: 'Datakvalitet (1 best, 5 svakast)', none: 'ingen' },
  wayDown: { spend: 'Sjå linja i den innlesne fila', reported: 'Sjå linja i rapporten', sum: 'Sjå linjene' },
};
