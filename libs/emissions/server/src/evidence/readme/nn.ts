import type { StatementTexts } from './nb.ts';

/** Description of a run's calculation, for a reader who has only the pack. */
export const nn = {
  title: ({ run }) => `Dokumentasjon av køyring ${run}`,
  about: 'Kva dette er',
  aboutText: ({ run, finished, lines, kg }) =>
    `Køyring ${run} vart ferdig ${finished}. Ho har ${lines} linjer og kjem til ${kg} kg CO₂e. Pakken har alt som trengst for å rekne talet om att utan oss.`,
  aboutPart: ({ run, finished, lines, kg }) =>
    `Dette er ein del av køyring ${run}, som vart ferdig ${finished}: dei linjene som er publiserte av henne, i sakene under. Dei er ${lines} linjer og kjem til ${kg} kg CO₂e. Linjer utanfor den delen er ikkje i pakken. Han har alt som trengst for å rekne talet om att utan oss.`,
  sure: 'Kor sikkert det er',
  sureText: ({ low, high }) =>
    `Med 95 % sannsyn mellom ${low} og ${high} tonn. Feil i ein faktor gjeld alle linjene som deler han, så mange linjer gjer ikkje talet sikrare.`,
  published: 'Publisert',
  notPublished: 'Køyringa er ikkje publisert.',
  line: 'Slik er ei linje rekna',
  lineText:
    'kg = ROUND(basis × multiplikator, 6). Basis er kroner utan omrekning av pris (kolonnen amountNok) for metodane spend-category og spend-account, elles mengda (quantity). Ei linje blir avrunda éin gong. Summen er linjene lagde saman. Beløp er utan meirverdiavgift; netBasis seier korleis det er kjent, og mva er derfor 0 i formlane under. Der det ikkje er kjent, er amount tom: det rekneskapen har (outsideAmount), er ikkje med i nokon sum og gir ikkje utslepp etter beløp (vat-unknown). Månader og år følgjer bookedOn, dagen i rekneskapsperioden; faktor og pris følgjer day, dagen for kjøpet.',
  multiplier: 'Slik er ein multiplikator rekna (kolonnen formula)',
  multiplierTexts: [
    'Er faktoren per basis- eller produsentpris (priceConcept converted), er han først gjord om til kjøparpris: faktor = (1 − taxShare − marginShare) × basicPrice + marginShare × tradeValue. not-converted: ingen delar var kjende, og faktoren er brukt som han står.',
    'price-level: faktor / (1 + mva). Kjøp i faktorsettet sine eigne prisar.',
    'own-prices: talet til utgivaren / 1000 × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-prices: faktor / valutakurs i dataåret × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-level: faktor / valutakurs i dataåret / (1 + mva). Prisindeksen har ikkje dataåret.',
    'other-year: faktor × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'quantity: faktor × einingar av faktoreininga i éi rapportert eining.',
    'declared: talet i erklæringa × deklarerte einingar i éi rapportert eining.',
    'stated: det fakturalinja oppgir.',
    'stored: multiplikatoren slik køyringa lagra han; grunnlaget er endra sidan.',
    'Multiplikatorar blir avrunda til 18 desimalar.',
  ],
  method: 'Metodane, best først',
  methodTexts: [
    'declared-verified (kvalitet 1) og declared-unverified (2): klimafotavtrykket frå leverandøren, berre i kategoriar som er opna for det.',
    'invoice-co2e (2): talet på fakturalinja, berre i kategoriar som er opna for det.',
    'physical-average (3): mengd gonger gjennomsnittet for vareslaget.',
    'spend-category (4) og spend-account (5): kroner gonger faktoren for kategorien eller kontoen.',
    'ask, no-factor, not-converted og not-spend har ikkje tal, og er aldri rekna som null.',
  ],
  spreadsheet: 'Rekn om att med eit rekneark',
  spreadsheetTexts: [
    'Opne evidence.xlsx. Arket «multipliers» reknar kvar multiplikator av verdiane i rada, «lines» kvar linje av multiplikatoren, og «total» summen av linjene. Be reknearket rekne alt på nytt, og sjå at differansen er 0.',
    'Eit rekneark held om lag 15 siffer. Summen skal stemme innanfor ein milliarddel.',
    'Eit ark har høgst 1 048 576 rader. Har køyringa meir enn 1 000 000 linjer, er det ikkje noka arbeidsbok; tables/lines.csv og tables/multipliers.csv har det same.',
  ],
  again: 'Lag køyringa på nytt',
  againTexts: [
    'Mappa engine har alt utrekninga las, rad for rad. Kommandoen «tallgrunn remake» les berre pakken, vel metode og reknar kvar linje om att, og samanliknar til siste siffer.',
    'Einingar og vekter frå prislistene er med slik dei var då køyringa starta.',
  ],
  outside: 'Kva som ikkje er med',
  outsideTexts: [
    'Bruk og avhending etter kjøpet.',
    'Forbrenning av drivstoff (scope 1) står i eigne kolonnar og er ikkje med i summen.',
    'Tala frå leverandørane i tables/beside.csv står ved sida av, og er ikkje lagde til.',
  ],
  files: 'Filene',
  fileTexts: [
    'manifest.json: køyringa, og kvar fil med storleik og SHA-256.',
    'tables: linjer, multiplikatorar, summar, faktorar med lisens, prisindeks og kursar, kontokart, avgjerder med kven og kvifor, erklæringar, kjelder og publiseringar (CSV, UTF-8, semikolon, desimalpunktum).',
    'evidence.xlsx: det same med formlar.',
    'engine: det utrekninga las (JSON-linjer).',
  ],
  basis: 'Versjonar og lisensar',
  engine: ({ engine }) => `Utrekning: ${engine}`,
  factorSet: ({ set }) => `Faktorsett for kontokartet: ${set}`,
  ruleSet: ({ set }) => `Kontokart: ${set}`,
  licences: ({ licences }) => `Lisensar: ${licences}. Kven som skal krediterast, står i tables/factor-sets.csv.`,
} satisfies StatementTexts;
