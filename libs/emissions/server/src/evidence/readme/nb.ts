/** Description of a run's calculation, for a reader who has only the pack. */
export const nb = {
  title: (p: { run: string }) => `Dokumentasjon av beregning ${p.run}`,
  about: 'Hva dette er',
  aboutText: (p: { run: string; finished: string; lines: string; kg: string }) =>
    `Beregning ${p.run} ble ferdig ${p.finished}. Den har ${p.lines} linjer og gir ${p.kg} kg CO₂e. Pakken har alt som trengs for å beregne tallet på nytt uten Tallgrunn.`,
  aboutPart: ({ run, finished, lines, kg }: { run: string; finished: string; lines: string; kg: string }) =>
    `Dette er en del av beregning ${run}, som ble ferdig ${finished}: linjene som er publisert i sakene under. Det er ${lines} linjer, som gir ${kg} kg CO₂e. Andre linjer er ikke i pakken. Den har alt som trengs for å beregne tallet på nytt uten Tallgrunn.`,
  sure: 'Usikkerhet',
  sureText: (p: { low: string; high: string }) =>
    `Med 95 % sannsynlighet mellom ${p.low} og ${p.high} tonn. Feil i en faktor gjelder alle linjene som bruker den, så flere linjer gjør ikke tallet sikrere.`,
  published: 'Publisert',
  notPublished: 'Beregningen er ikke publisert.',
  line: 'Slik er en linje beregnet',
  lineText:
    'kg = ROUND(basis × multiplikator, 6). Basis er beløpet i kroner uten prisjustering (kolonnen amountNok) for metodene spend-category og spend-account, ellers mengden (quantity). En linje avrundes én gang. Summen er linjene lagt sammen. Beløp er uten merverdiavgift; netBasis oppgir hvordan det er kjent, og mva er derfor 0 i formlene under. Der det ikke er kjent, er amount tom: beløpet i regnskapet (outsideAmount) er ikke med i noen sum, og det er ikke beregnet utslipp av det (vat-unknown). Måneder og år følger bookedOn, dagen i regnskapsperioden; faktor og pris følger day, dagen for kjøpet.',
  multiplier: 'Slik er en multiplikator beregnet (kolonnen formula)',
  multiplierTexts: [
    'Er faktoren per basis- eller produsentpris (priceConcept converted), er den først omregnet til kjøperpris: faktor = (1 − taxShare − marginShare) × basicPrice + marginShare × tradeValue. not-converted: ingen andeler var kjent, og faktoren er brukt uendret.',
    'price-level: faktor / (1 + mva). Kjøp i faktorsettets egne priser.',
    'own-prices: utgiverens tall / 1000 × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-prices: faktor / valutakurs i dataåret × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-level: faktor / valutakurs i dataåret / (1 + mva). Prisindeksen har ikke dataåret.',
    'other-year: faktor × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'quantity: faktor × enheter av faktorens enhet i én rapportert enhet.',
    'declared: tallet i deklarasjonen × deklarerte enheter i én rapportert enhet.',
    'stated: det fakturalinjen oppgir.',
    'stored: multiplikatoren slik beregningen lagret den; grunnlaget er endret siden.',
    'Multiplikatorer avrundes til 18 desimaler.',
  ],
  method: 'Metodene, best først',
  methodTexts: [
    'declared-verified (kvalitet 1) og declared-unverified (2): leverandørens klimafotavtrykk, bare i kategorier som er åpnet for det.',
    'invoice-co2e (2): tallet på fakturalinjen, bare i kategorier som er åpnet for det.',
    'physical-average (3): mengde × gjennomsnittsfaktoren for vareslaget.',
    'spend-category (4) og spend-account (5): beløp × faktoren for kategorien eller kontoen.',
    'ask, no-factor, not-converted og not-spend har ikke utslippstall, og regnes aldri som null.',
  ],
  spreadsheet: 'Beregn på nytt i et regneark',
  spreadsheetTexts: [
    'Åpne evidence.xlsx. Arket «multipliers» beregner hver multiplikator av verdiene i raden, «lines» hver linje av multiplikatoren, og «total» summen av linjene. Beregn hele regnearket på nytt, og kontroller at differansen er 0.',
    'Et regneark har om lag 15 sifre. Summen skal stemme innenfor en milliarddel.',
    'Et ark har høyst 1 048 576 rader. Har beregningen mer enn 1 000 000 linjer, er det ingen arbeidsbok; tables/lines.csv og tables/multipliers.csv har det samme.',
  ],
  again: 'Gjenskap beregningen',
  againTexts: [
    'Mappen engine har hele grunnlaget for beregningen, rad for rad. Kommandoen «tallgrunn remake» leser bare pakken, velger metode, beregner hver linje på nytt og sammenligner til siste siffer.',
    'Enheter og vekter fra prislistene er med slik de var da beregningen startet.',
  ],
  outside: 'Hva som ikke er med',
  outsideTexts: [
    'Bruk og avhending etter kjøpet.',
    'Forbrenning av drivstoff (scope 1) er i egne kolonner og er ikke med i summen.',
    'Leverandørenes tall i tables/beside.csv vises til sammenligning og er ikke lagt til.',
  ],
  files: 'Filene',
  fileTexts: [
    'manifest.json: beregningen, og hver fil med størrelse og SHA-256.',
    'tables: linjer, multiplikatorer, summer, faktorer med lisens, prisindeks og kurser, kontokart, beslutninger med hvem og hvorfor, deklarasjoner, kilder og publiseringer (CSV, UTF-8, semikolon, desimalpunktum).',
    'evidence.xlsx: det samme med formler.',
    'engine: grunnlaget for beregningen (JSON-linjer).',
  ],
  basis: 'Versjoner og lisenser',
  engine: (p: { engine: string }) => `Beregningsprogram: ${p.engine}`,
  factorSet: (p: { set: string }) => `Faktorsett for kontokartet: ${p.set}`,
  ruleSet: (p: { set: string }) => `Kontokart: ${p.set}`,
  licences: (p: { licences: string }) =>
    `Lisenser: ${p.licences}. Hvem som skal krediteres, er oppgitt i tables/factor-sets.csv.`,
};

export type StatementTexts = typeof nb;
