import type { StatementTexts } from './nb.ts';

/** Description of a run's calculation, for a reader who has only the pack. */
export const nn = {
  title: ({ run }) => `Dokumentasjon av berekning ${run}`,
  about: 'Kva dette er',
  aboutText: ({ run, finished, lines, kg }) =>
    `Berekning ${run} vart ferdig ${finished}. Ho har ${lines} linjer og gir ${kg} kg CO₂e. Pakken har alt som trengst for å berekne talet på nytt utan Tallgrunn.`,
  aboutPart: ({ run, finished, lines, kg }) =>
    `Dette er ein del av berekning ${run}, som vart ferdig ${finished}: linjene som er publiserte i sakene under. Det er ${lines} linjer, som gir ${kg} kg CO₂e. Andre linjer er ikkje i pakken. Han har alt som trengst for å berekne talet på nytt utan Tallgrunn.`,
  sure: 'Uvisse',
  sureText: ({ low, high }) =>
    `Med 95 % sannsyn mellom ${low} og ${high} tonn. Feil i ein faktor gjeld alle linjene som bruker han, så fleire linjer gjer ikkje talet sikrare.`,
  published: 'Publisert',
  notPublished: 'Berekninga er ikkje publisert.',
  line: 'Slik er ei linje berekna',
  lineText:
    'kg = ROUND(basis × multiplikator, 6). Basis er beløpet i kroner utan prisjustering (kolonnen amountNok) for metodane spend-category og spend-account, elles mengda (quantity). Ei linje blir avrunda éin gong. Summen er linjene lagde saman. Beløp er utan meirverdiavgift; netBasis oppgir korleis det er kjent, og mva er derfor 0 i formlane under. Der det ikkje er kjent, er amount tom: beløpet i rekneskapen (outsideAmount) er ikkje med i nokon sum, og det er ikkje berekna utslepp av det (vat-unknown). Månader og år følgjer bookedOn, dagen i rekneskapsperioden; faktor og pris følgjer day, dagen for kjøpet.',
  multiplier: 'Slik er ein multiplikator berekna (kolonnen formula)',
  multiplierTexts: [
    'Er faktoren per basis- eller produsentpris (priceConcept converted), er han først omrekna til kjøparpris: faktor = (1 − taxShare − marginShare) × basicPrice + marginShare × tradeValue. not-converted: ingen delar var kjende, og faktoren er brukt uendra.',
    'price-level: faktor / (1 + mva). Kjøp i faktorsettet sine eigne prisar.',
    'own-prices: talet til utgivaren / 1000 × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-prices: faktor / valutakurs i dataåret × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'foreign-level: faktor / valutakurs i dataåret / (1 + mva). Prisindeksen har ikkje dataåret.',
    'other-year: faktor × indeks i dataåret / indeks i kjøpsåret / (1 + mva).',
    'quantity: faktor × einingar av faktoreininga i éi rapportert eining.',
    'declared: talet i deklarasjonen × deklarerte einingar i éi rapportert eining.',
    'stated: det fakturalinja oppgir.',
    'stored: multiplikatoren slik berekninga lagra han; grunnlaget er endra sidan.',
    'Multiplikatorar blir avrunda til 18 desimalar.',
  ],
  method: 'Metodane, best først',
  methodTexts: [
    'declared-verified (kvalitet 1) og declared-unverified (2): klimafotavtrykket frå leverandøren, berre i kategoriar som er opna for det.',
    'invoice-co2e (2): talet på fakturalinja, berre i kategoriar som er opna for det.',
    'physical-average (3): mengd × gjennomsnittsfaktoren for vareslaget.',
    'spend-category (4) og spend-account (5): beløp × faktoren for kategorien eller kontoen.',
    'ask, no-factor, not-converted og not-spend har ikkje utsleppstal, og blir aldri rekna som null.',
  ],
  spreadsheet: 'Berekn på nytt i eit rekneark',
  spreadsheetTexts: [
    'Opne evidence.xlsx. Arket «multipliers» bereknar kvar multiplikator av verdiane i rada, «lines» kvar linje av multiplikatoren, og «total» summen av linjene. Berekn heile reknearket på nytt, og kontroller at differansen er 0.',
    'Eit rekneark har om lag 15 siffer. Summen skal stemme innanfor ein milliarddel.',
    'Eit ark har høgst 1 048 576 rader. Har berekninga meir enn 1 000 000 linjer, er det ikkje noka arbeidsbok; tables/lines.csv og tables/multipliers.csv har det same.',
  ],
  again: 'Gjenskap berekninga',
  againTexts: [
    'Mappa engine har heile grunnlaget for berekninga, rad for rad. Kommandoen «tallgrunn remake» les berre pakken, vel metode, bereknar kvar linje på nytt og samanliknar til siste siffer.',
    'Einingar og vekter frå prislistene er med slik dei var då berekninga starta.',
  ],
  outside: 'Kva som ikkje er med',
  outsideTexts: [
    'Bruk og avhending etter kjøpet.',
    'Forbrenning av drivstoff (scope 1) er i eigne kolonnar og er ikkje med i summen.',
    'Tala frå leverandørane i tables/beside.csv er viste til samanlikning og er ikkje lagde til.',
  ],
  files: 'Filene',
  fileTexts: [
    'manifest.json: berekninga, og kvar fil med storleik og SHA-256.',
    'tables: linjer, multiplikatorar, summar, faktorar med lisens, prisindeks og kursar, kontokart, avgjerder med kven og kvifor, deklarasjonar, kjelder og publiseringar (CSV, UTF-8, semikolon, desimalpunktum).',
    'evidence.xlsx: det same med formlar.',
    'engine: grunnlaget for berekninga (JSON-linjer).',
  ],
  basis: 'Versjonar og lisensar',
  engine: ({ engine }) => `Berekningsprogram: ${engine}`,
  factorSet: ({ set }) => `Faktorsett for kontokartet: ${set}`,
  ruleSet: ({ set }) => `Kontokart: ${set}`,
  licences: ({ licences }) => `Lisensar: ${licences}. Kven som skal krediterast, er oppgitt i tables/factor-sets.csv.`,
} satisfies StatementTexts;
