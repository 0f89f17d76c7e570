/** Description of a run's calculation, for a reader who has only the pack. */
export const nb = {
  title: (p: { run: string }) => `Dokumentasjon av kjøring ${p.run}`,
  about: 'Hva dette er',
  aboutText: (p: { run: string; finished: string; lines: string; kg: string }) =>
    `Kjøring ${p.run} ble ferdig ${p.finished}. Den har ${p.lines} linjer og kommer til ${p.kg} kg CO₂e. Pakken har alt som trengs for å regne tallet om igjen uten oss.`,
  aboutPart: ({ run, finished, lines, kg }: { run: string; finished: string; lines: string; kg: string }) =>
    `Dette er en del av kjøring ${run}, som ble ferdig ${finished}: de linjene som er publisert av den, i sakene under. De er ${lines} linjer og kommer til ${kg} kg CO₂e. Linjer utenfor den delen er ikke i pakken. Den har alt som trengs for å regne tallet om igjen uten oss.`,
  sure: 'Hvor sikkert det er',
  sureText: (p: { low: string; high: string }) =>
    `Med 95 % sannsynlighet mellom ${p.low} og ${p.high} tonn. Feil i en faktor gjelder alle linjene som deler den, så mange linjer gjør ikke tallet sikrere.`,
  published: 'Publisert',
  notPublished: 'Kjøringen er ikke publisert.',
  line: 'Slik er en linje regnet',
  lineText:
    'kg = ROUND(basis × multiplikator, 6). Basis er kroner uten omregning av pris (kolonnen amountNok) for metodene spend-category og spend-account, ellers mengden (quantity). En linje avrundes én gang. Summen er linjene lagt sammen. Beløp er uten merverdiavgift; netBasis sier hvordan det er kjent, og mva er derfor 0 i formlene under. Der det ikke er kjent, er amount tom: det regnskapet har (outsideAmount), er ikke med i noen sum og gir ikke utslipp etter beløp (vat-unknown). Måneder og år følger bookedOn, dagen i regnskapsperioden; faktor og pris følger day, dagen for kjøpet.',
  multiplier: 'Slik er en multiplikator regnet (kolonnen formula)',
  multiplierTexts: [
    'Er faktoren per basis- eller produsentpris (priceConcept converted), er den først gjort om til kjøperpris: faktor = (1 − taxShare − marginShare) × basicPrice + marginShare × tradeValue. not-converted: ingen andeler var kjent, og faktoren er brukt som den står.',
    'price-level: faktor / (1 + mva). Kjøp i faktorsettets egne priser.',
    'own-prices: utgiverens tall / 1000 × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-prices: faktor / valutakurs i dataåret × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-level: faktor / valutakurs i dataåret / (1 + mva). Prisindeksen har ikke dataåret.',
    'other-year: faktor × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'quantity: faktor × enheter av faktorens enhet i én rapportert enhet.',
    'declared: erklæringens tall × deklarerte enheter i én rapportert enhet.',
    'stated: det fakturalinjen oppgir.',
    'stored: multiplikatoren slik kjøringen lagret den; grunnlaget er endret siden.',
    'Multiplikatorer avrundes til 18 desimaler.',
  ],
  method: 'Metodene, best først',
  methodTexts: [
    'declared-verified (kvalitet 1) og declared-unverified (2): leverandørens klimafotavtrykk, bare i kategorier som er åpnet for det.',
    'invoice-co2e (2): tallet på fakturalinjen, bare i kategorier som er åpnet for det.',
    'physical-average (3): mengde ganger gjennomsnittet for vareslaget.',
    'spend-category (4) og spend-account (5): kroner ganger faktoren for kategorien eller kontoen.',
    'ask, no-factor, not-converted og not-spend har ikke tall, og er aldri regnet som null.',
  ],
  spreadsheet: 'Regn om igjen med et regneark',
  spreadsheetTexts: [
    'Åpne evidence.xlsx. Arket «multipliers» regner hver multiplikator av verdiene i raden, «lines» hver linje av multiplikatoren, og «total» summen av linjene. Be regnearket beregne alt på nytt, og se at differansen er 0.',
    'Et regneark holder om lag 15 siffer. Summen skal stemme innenfor en milliarddel.',
    'Et ark har høyst 1 048 576 rader. Har kjøringen mer enn 1 000 000 linjer, er det ingen arbeidsbok; tables/lines.csv og tables/multipliers.csv har det samme.',
  ],
  again: 'Lag kjøringen på nytt',
  againTexts: [
    'Mappen engine har alt beregningen leste, rad for rad. Kommandoen «tallgrunn remake» leser bare pakken, velger metode og regner hver linje om igjen, og sammenligner til siste siffer.',
    'Enheter og vekter fra prislistene er med slik de var da kjøringen begynte.',
  ],
  outside: 'Hva som ikke er med',
  outsideTexts: [
    'Bruk og avhending etter kjøpet.',
    'Forbrenning av drivstoff (scope 1) står i egne kolonner og er ikke med i summen.',
    'Leverandørenes tall i tables/beside.csv står ved siden av, og er ikke lagt til.',
  ],
  files: 'Filene',
  fileTexts: [
    'manifest.json: kjøringen, og hver fil med størrelse og SHA-256.',
    'tables: linjer, multiplikatorer, summer, faktorer med lisens, prisindeks og kurser, kontokart, beslutninger med hvem og hvorfor, erklæringer, kilder og publiseringer (CSV, UTF-8, semikolon, desimalpunktum).',
    'evidence.xlsx: det samme med formler.',
    'engine: det beregningen leste (JSON-linjer).',
  ],
  basis: 'Versjoner og lisenser',
  engine: (p: { engine: string }) => `Beregning: ${p.engine}`,
  factorSet: (p: { set: string }) => `Faktorsett for kontokartet: ${p.set}`,
  ruleSet: (p: { set: string }) => `Kontokart: ${p.set}`,
  licences: (p: { licences: string }) =>
    `Lisenser: ${p.licences}. Hvem som skal krediteres, står i tables/factor-sets.csv.`,
};

export type StatementTexts = typeof nb;
