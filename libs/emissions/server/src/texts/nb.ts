/** A declared figure: product, declaration and value. */
interface Declared {
  readonly product: string;
  readonly value: string;
  readonly unit: string;
  readonly number: string;
}

/** A declaration that is not used for a line, with its validity, the delivery date and the units. */
interface Passed {
  readonly number: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly unit: string;
  readonly declared: string;
}

/** A factor assignment or a method policy used by a run; dates are already formatted for the language. */
interface Chosen {
  readonly about: string;
  readonly factor: string;
  readonly from: string;
  readonly reason: string;
  readonly who: string;
}
interface Ruled extends Omit<Chosen, 'factor'> {
  readonly version: string;
  readonly methods: string;
}

/** Sentences that explain a figure. Amounts, numbers and dates are already formatted for the language. */
export const nb = {
  from: {
    posting: (p: { amount: string }) => `${p.amount} fra en linje i regnskapet.`,
    'invoice-line': (p: { amount: string }) => `${p.amount} fra en fakturalinje.`,
    remainder: (p: { amount: string }) => `${p.amount}: den delen av bilaget som ikke er dekket av fakturalinjer.`,
  },
  onlyClass: {
    operating: 'Bare linjer i driftsregnskapet er med.',
    investment: 'Bare linjer i investeringsregnskapet er med.',
    unknown: 'Bare linjer der det ikke er kjent om de er drift eller investering, er med.',
  },
  account: (p: { system: string; code: string; name: string }) => `Konto: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p: { system: string; code: string }) =>
    `Kontoen ${p.system} ${p.code} er ikke gjennomgått og har derfor ingen faktor.`,
  accountMissing: 'Linjen har ingen konto, så ingen faktor kan velges.',
  factor: (p: { name: string; value: string; unit: string }) => `Faktor: «${p.name}», ${p.value} ${p.unit}.`,
  published: (p: { published: string; year: string; level: string; reckoned: string }) =>
    `DFØ oppgir ${p.published} tonn CO₂e per million kroner i ${p.year}-priser; tabellen omregner det til prisnivået ${p.level}${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  converted: (p: { amount: string; reckoned: string }) =>
    `Omregnet til ${p.amount} med årets gjennomsnittskurs${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  exchanged: (p: { currency: string; year: string }) =>
    `Faktoren er per ${p.currency} i ${p.year}-priser: omregnet til kroner med kursen i ${p.year}.`,
  deflated: (p: { from: string; to: string }) =>
    `Kjøpet er fra ${p.to}, og faktoren er i priser fra ${p.from}: justert med konsumprisindeksen.`,
  perKrone: (p: { reckoned: string; multiplier: string }) => `Per krone: ${p.reckoned} = ${p.multiplier} kg.`,
  priceBasis: { purchaser: 'kjøperpris', producer: 'produsentpris', basic: 'basispris' },
  atPurchaserPrice: (p: {
    basis: string;
    tax: string;
    margin: string;
    basic: string;
    trade: string;
    tradeName: string;
    value: string;
    unit: string;
  }) =>
    `Faktoren er per ${p.basis}, og du betaler kjøperpris: (1 − ${p.tax} avgift − ${p.margin} avanse og frakt) × ${p.basic} + ${p.margin} × ${p.trade} («${p.tradeName}») = ${p.value} ${p.unit}.`,
  notAtPurchaserPrice: (p: { basis: string }) =>
    `Faktoren er per ${p.basis}, og du betaler kjøperpris. Andelene for avgift, avanse og frakt er ikke lagt inn, så faktoren er brukt uendret.`,
  byCategory: (p: { category: string }) =>
    `Varen hører til «${p.category}»: beløpet beregnes med kategoriens faktor, ikke kontoens.`,
  quantity: (p: { quantity: string; unit: string }) => `${p.quantity} ${p.unit} ifølge fakturalinjen.`,
  quantityOf: (p: { quantity: string; unit: string; item: string }) => `${p.quantity} ${p.unit} av vare ${p.item}.`,
  product: (p: { product: string }) => `Vareslag: ${p.product}.`,
  direct: (p: { kg: string; value: string; unit: string }) =>
    `Forbrenningen gir ytterligere ${p.kg} kg CO₂ (${p.value} ${p.unit}). Det er kommunens eget utslipp (scope 1) og er ikke med i dette tallet.`,
  invoiceCo2e: (p: { value: string; unit: string }) => `Fakturalinjen oppgir ${p.value} kg CO₂e per ${p.unit}.`,
  part: (p: { number: string; of: string }) => `Del ${p.number} av ${p.of}:`,
  several: (p: { parts: string; kg: string }) => `${p.parts}. Til sammen ${p.kg} kg CO₂e`,
  region: { US: 'USA', UK: 'Storbritannia', FR: 'Frankrike', GLO: 'hele verden' },
  net: {
    'as-stated': (_: { rate: string }) => 'Beløpet i regnskapet er uten merverdiavgift, som faktoren.',
    'on-invoice': (_: { rate: string }) => 'Fakturaen oppgir beløpet uten merverdiavgift.',
    'vat-on-row': (_: { rate: string }) =>
      'Beløpet i regnskapet er med merverdiavgift: avgiften på raden er trukket fra.',
    'rate-on-row': (p: { rate: string }) =>
      `Beløpet i regnskapet er med merverdiavgift: avgiften er trukket fra med satsen på raden, ${p.rate}.`,
    'rate-of-account': (p: { rate: string }) =>
      `Beløpet i regnskapet er med merverdiavgift: avgiften er trukket fra med satsen for kontoen, ${p.rate}.`,
    unknown: (_: { rate: string }) =>
      'Det er ikke kjent om beløpet er med merverdiavgift. Det er ikke med i noen sum, og det er ikke beregnet utslipp av beløpet.',
  },
  vat: {
    net: 'Beløpet er uten merverdiavgift, som faktoren.',
    gross: (p: { rate: string }) => `Beløpet er med merverdiavgift; ${p.rate} er trukket fra.`,
    unknown:
      'Det er ikke kjent om beløpet er med merverdiavgift. Det er behandlet som uten; er avgiften med, er tallet opptil 20 % for høyt.',
  },
  formula: (p: { amount: string; multiplier: string; kg: string }) =>
    `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p: { amount: string; low: string; high: string }) =>
      `${p.amount} har ikke utslippstall ennå: det må avklares hva som er kjøpt. Med de aktuelle faktorene ville det blitt mellom ${p.low} og ${p.high} kg CO₂e.`,
    askOpen: (p: { amount: string }) => `${p.amount} har ikke utslippstall ennå: det må avklares hva som er kjøpt.`,
    'no-factor': (p: { amount: string }) => `${p.amount} har ingen faktor. Det vises som «uten faktor», ikke som null.`,
    'not-spend': (p: { amount: string }) => `${p.amount} er ikke et innkjøp og er ikke med.`,
    'not-converted': (p: { amount: string }) =>
      `${p.amount} er ikke omregnet: faktorene gjelder norske kroner, og ingen kurs er lagt inn.`,
    'vat-unknown': (p: { amount: string }) =>
      `${p.amount} er ikke beregnet: det er ikke kjent om beløpet er med merverdiavgift. Det er ikke med i noen sum.`,
  },
  caveat: {
    screeningCategory:
      'Kostnadsbasert: et gjennomsnitt for kategorien. Et billigere kjøp gir et lavere tall, også når det ikke er grønnere.',
    notDeflated: (p: { year: string }) => `Ikke prisjustert: prisindeksen for ${p.year} er ikke lagt inn.`,
    priceConcept: (p: { basis: string }) =>
      `Ikke omregnet til kjøperpris: faktoren er per ${p.basis}. Avanse, frakt og avgifter er en del av beløpet, så tallet er trolig for høyt.`,
    priceReading: 'Kilden oppgir ikke uttrykkelig om faktorene er per kjøperpris; vi legger det til grunn.',
    average: 'Gjennomsnitt for vareslaget: tallet avhenger av mengden, men ikke av leverandør eller produkt.',
    invoice: 'Leverandørens eget tall fra fakturaen. Ikke kontrollert av oss.',
    foreign: (p: { region: string }) => `Faktoren gjelder ${p.region}, ikke Norge.`,
    overReported:
      'Rapportene som er koblet til linjen, er på mer enn det som er bokført. Mengdene i rapportene brukes, og det bokførte beløpet er fordelt på dem.',
    screening:
      'Kostnadsbasert: et gjennomsnitt for alt som føres på kontoen. Det viser hvor utslippet er stort, men kan ikke brukes til å sammenligne varer eller leverandører. Et billigere kjøp gir et lavere tall, også når det ikke er grønnere.',
    sameYear: (p: { level: string }) =>
      `Faktoren er i priser fra ${p.level}, og kjøpet er fra tidligere det samme året. Det er ikke justert for prisstigning i løpet av året.`,
    prices: (p: { year: string; level: string; share: string }) =>
      `Kjøpet er fra ${p.year}, faktoren er i priser fra ${p.level}. Prisindeksen for ${p.year} er ikke lagt inn, så det er ikke justert: tallet kan være for lavt, med høyst ${p.share}.`,
    credit: 'Kreditering: trekkes fra.',
    vatReading: 'Kilden oppgir ikke uttrykkelig om faktorene er uten merverdiavgift; vi legger det til grunn.',
  },
  beside: {
    quantity: (p: { quantity: string; unit: string; item: string }) =>
      `${p.quantity} ${p.unit} av vare ${p.item}, rapportert av leverandøren.`,
    footprint: {
      pact: (p: Declared) =>
        `Leverandørens klimafotavtrykk for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit}, uten biogent opptak.`,
      epd: (p: Declared) =>
        `Leverandørens EPD for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, uten biogent karbon.`,
      one: (p: Declared) =>
        `Leverandørens EPD for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, ett tall der biogent karbon ikke kan skilles ut.`,
    },
    valid: (p: { from: string; to: string }) => `Gyldig ${p.from} til ${p.to}.`,
    delivered: (p: { day: string }) => `Varene er regnet som levert ${p.day}.`,
    validAssumed: (p: { from: string; to: string }) =>
      `Utgiveren har ikke oppgitt gyldighet; regnet som ${p.from} til ${p.to}, tre år fra slutten av perioden tallet er målt i.`,
    conversion: {
      'same-kind': (p: { unit: string; count: string; declared: string }) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} inneholder ${p.count} ${p.declared} ifølge prislisten.`,
      pack: (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} = ${p.count} ${p.declared}, etter pakningen i prislisten.`,
      'net-weight': (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} veier ${p.count} ${p.declared} netto ifølge prislisten.`,
      'mass-per-declared-unit': (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} = ${p.count} ${p.declared}, etter vekten utgiveren oppgir.`,
      density: (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} veier ${p.count} ${p.declared}, etter tettheten for vareslaget.`,
      'content-density': (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} veier ${p.count} ${p.declared}, etter innholdet i prislisten og tettheten for vareslaget.`,
    },
    formula: (p: { quantity: string; multiplier: string; kg: string }) =>
      `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p: { from: string; to: string }) =>
        `Fotavtrykket gjaldt ikke på leveringsdatoen (gyldig ${p.from} til ${p.to}), så det brukes ikke.`,
      'unit-not-convertible': (p: { unit: string; declared: string }) =>
        `«${p.unit}» kan ikke omregnes til «${p.declared}»: prislisten mangler innhold eller vekt.`,
      'quantity-missing': 'Rapporten har ikke mengde, så fotavtrykket kan ikke brukes.',
      implausible: (p: { value: string; declared: string; amount: string }) =>
        `${p.value} kg CO₂e per ${p.declared} er usannsynlig høyt for varer til ${p.amount}: trolig oppgitt i gram eller for en annen mengde. Tallet er ikke med.`,
    },
    notCounted: 'Leverandørens tall vises til sammenligning med det offisielle tallet og er ikke lagt til.',
    verified: 'Kontrollert av en tredjepart ifølge utgiveren. Datakvalitet 1.',
    unverified: 'Ikke kontrollert av en tredjepart. Datakvalitet 2.',
    notAccepted: 'Deklarasjonen er ikke godkjent, så den kan ikke brukes.',
    linkNotAccepted:
      'Deklarasjonen er godkjent, men ikke for denne varen, som ble koblet til den senere. Derfor kan den ikke brukes her.',
  },
  /** Reasons why a supplier's declaration is not used for a line. */
  passedOver: {
    'not-valid-then': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) gjaldt ${p.from} til ${p.to}, men varen ble levert ${p.day}. Derfor brukes den ikke her.`,
    'not-accepted': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er ikke godkjent, og vises bare til sammenligning.`,
    'link-not-accepted': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er godkjent, men ikke for denne varen, som ble koblet til den senere. Den vises bare til sammenligning.`,
    'not-open': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er godkjent, men kategorien er ikke åpnet for leverandørenes egne tall. Den vises bare til sammenligning.`,
    'unit-not-convertible': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er per ${p.declared}, og «${p.unit}» kan ikke omregnes til det.`,
    'quantity-missing': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) kan ikke brukes: rapporten har ikke mengde.`,
    implausible: (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) gir et usannsynlig høyt tall for varen, og er ikke med.`,
  },
  /** Declared units of footprints, by their PACT names. */
  declaredUnit: {
    piece: 'stk',
    kilogram: 'kg',
    liter: 'liter',
    'cubic meter': 'm³',
    'square meter': 'm²',
    meter: 'meter',
    'kilowatt hour': 'kWh',
    megajoule: 'MJ',
    'ton kilometer': 'tonnkilometer',
    hour: 'time',
    'megabit second': 'megabitsekund',
  },
  sum: {
    priceConcept: (p: { amount: string }) =>
      `${p.amount} er beregnet med faktorer som ikke er per kjøperpris og ikke er omregnet.`,
    notDeflated: (p: { amount: string }) => `${p.amount} er fra år uten prisindeks og er ikke prisjustert.`,
    formula: (p: { lines: string; kg: string }) =>
      `Summen av ${p.lines} linjer = ${p.kg} kg CO₂e. Hver linje er beregnet og avrundet for seg; totalen er summen av linjene.`,
    withFactor: (p: { amount: string; share: string }) => `${p.amount} (${p.share} av innkjøpene) har en faktor.`,
    without: (p: { ask: string; none: string }) =>
      `${p.ask} må avklares, ${p.none} er uten faktor. De er ikke med i utslippet.`,
    choice: (p: Chosen) =>
      `Faktoren for ${p.about} er valgt: «${p.factor}», for varer levert fra ${p.from}. «${p.reason}». ${p.who}`,
    rule: (p: Ruled) =>
      `${p.about}: regel ${p.version}, for varer levert fra ${p.from}. Disse metodene brukes, i denne rekkefølgen: ${p.methods}. «${p.reason}». ${p.who}`,
    burning:
      'Utslipp fra forbrenning av drivstoffet (scope 1). Produksjonen av drivstoffet er beregnet for seg (kategori 3), og de to legges aldri sammen.',
    own: {
      'declared-verified': 'Leverandørenes deklarasjoner, kontrollert av en tredjepart',
      'declared-unverified': 'Leverandørenes deklarasjoner, ikke kontrollert',
      'invoice-co2e': 'Leverandørenes tall på fakturaene',
    },
    others: (p: { count: string }) => `${p.count} andre faktorer`,
    empty: 'Ingen linjer her.',
  },
  methodNames: {
    'declared-verified': 'verifisert deklarasjon',
    'declared-unverified': 'leverandørens tall',
    'invoice-co2e': 'CO₂e på fakturalinjen',
    'physical-average': 'mengde × gjennomsnittsfaktor',
    'spend-category': 'kostnadsbasert, kategori',
    'spend-account': 'kostnadsbasert, konto',
  },
  step: {
    formula: (p: { start: string; end: string; kg: string; lines: string }) =>
      `Totalen før trinnet er ${p.start} kg, etter er den ${p.end} kg: ${p.kg} kg CO₂e, fra ${p.lines} linjer.`,
    decided: (p: { decided: string }) => `Nytt i den siste beregningen: ${p.decided}`,
    earlier: (p: { label: string }) => `${p.label}, før`,
    later: (p: { label: string }) => `${p.label}, etter`,
    means: {
      data: 'Linjer som bare er i den ene beregningen, eller som hører til en annen kommune eller måned i den andre.',
      volume: 'De samme linjene med et annet beløp eller en annen mengde, beregnet med den gamle faktoren.',
      mix: 'Linjer som nå er klassifisert som en annen vare eller hører til en annen kategori.',
      supplier: 'Linjer der leverandørens eget tall kom til, utgikk eller ble endret.',
      factor: 'Linjer med samme metode og en annen faktor.',
      method: 'Linjer med en annen metode.',
      price: 'Linjer med den samme faktoren, men et annet prisår, en annen pris eller en annen merverdiavgift.',
    },
  },
  periodStep: {
    formula: (p: { start: string; end: string; kg: string; groups: string }) =>
      `Totalen før trinnet er ${p.start} kg, etter er den ${p.end} kg: ${p.kg} kg CO₂e, fra ${p.groups} varegrupper.`,
    as: (p: { from: string; to: string; run: string }) => `${p.from} til ${p.to}, beregning ${p.run}`,
    before: 'Før',
    after: 'Etter',
    growth: (p: { before: string; after: string; growth: string }) =>
      `Beløp med utslippstall, hos kommuner med regnskap i begge årene: ${p.before} før og ${p.after} etter. Vekst: ${p.after} / ${p.before} = ${p.growth}.`,
    kind: {
      bought: 'Dette skyldes endrede innkjøp.',
      reckoned: 'Dette skyldes endret metode eller hvilke regnskap som finnes, ikke endrede innkjøp.',
    },
    means: {
      data: 'Innkjøp hos kommuner med regnskap i bare det ene året.',
      volume: 'Endringen i samlet innkjøpsbeløp, med utslippet per krone før.',
      mix: 'Endringen i hver varegruppes andel av innkjøpsbeløpet, med gruppens utslipp per krone før. Også grupper som bare er kjøpt i det ene året.',
      supplier: 'Beløp som er beregnet med leverandørenes egne tall etter.',
      factor: 'Linjer med samme metode som før, og en faktor gruppen ikke hadde.',
      method: 'Linjer med en metode gruppen ikke hadde før.',
      price:
        'Kostnadsbaserte linjer med en faktor gruppen hadde før, i andre priser: en krone kjøper mindre eller mer enn før.',
    },
    reckoned: {
      data: 'Hver linje teller med hele utslippet: trukket fra for det første året, lagt til for det siste.',
      volume: 'Hver gruppe: kg før × vekst − kg før.',
      mix: 'Hver gruppe: kroner etter × kg per krone før − kg før × vekst. Linjer med samme metode, samme faktor og samme prisår som før teller med eget utslipp: da er det varene i gruppen som er endret.',
      supplier: 'Hver linje: utslipp med leverandørens tall − kroner × kg per krone før.',
      factor: 'Hver linje: utslipp etter − kroner × kg per krone før.',
      method: 'Hver linje: utslipp etter − kroner × kg per krone før.',
      price: 'Hver linje: utslipp etter − kroner × kg per krone før.',
    },
  },
  source: {
    prices: 'Prisindeks og kurser',
    priceShares: 'Andeler av kjøperprisen',
    factors: 'Utslippsfaktorer',
    declaration: 'Leverandørens deklarasjon',
    licence: (p: { licence: string }) => `Lisens: ${p.licence}`,
  },
  decided: {
    factor: (p: { about: string; reason: string; who: string }) =>
      `Faktoren er valgt for ${p.about}: «${p.reason}». ${p.who}`,
    methods: (p: { about: string; reason: string; who: string }) =>
      `Hvilke metoder som brukes i kategorien, er besluttet: «${p.reason}». ${p.who}`,
    item: (p: { about: string; reason: string; who: string }) =>
      `Vare ${p.about} er klassifisert manuelt: «${p.reason}». ${p.who}`,
    account: (p: { about: string; reason: string; who: string }) =>
      `Kategorien for konto ${p.about} er satt manuelt: «${p.reason}». ${p.who}`,
    declaration: (p: { about: string; reason: string; who: string }) =>
      `Deklarasjon ${p.about} er godkjent${p.reason ? `: «${p.reason}»` : ''}. ${p.who}`,
  },
  notCalculated: 'ikke beregnet',
  notStated: 'ikke oppgitt',
  who: {
    contractManager: 'en avtaleforvalter i innkjøpssamarbeidet',
    managerOrAdministrator: 'en avtaleforvalter eller administrator i innkjøpssamarbeidet',
    notRecorded: 'Hvem som besluttet det, er ikke registrert.',
    decided: (p: { by: string; on: string }) => `Besluttet av ${p.by}${p.on && ` ${p.on}`}.`,
    approved: (p: { proposedBy: string; by: string; on: string }) =>
      `Foreslått av ${p.proposedBy}, godkjent av ${p.by}${p.on && ` ${p.on}`}.`,
    approvedByAnother: (p: { proposedBy: string; on: string }) =>
      `Foreslått av ${p.proposedBy}, godkjent av en annen${p.on && ` ${p.on}`}.`,
    approvedOnly: (p: { by: string; on: string }) =>
      `Besluttet av ${p.by}${p.on && ` ${p.on}`}, før to personer måtte være enige.`,
    published: (p: { caseNumber: string; scope: string; who: string }) =>
      `Publisert i sak ${p.caseNumber}: «${p.scope}». ${p.who}`,
  },
  version: {
    priceShares: 'Andeler av kjøperprisen',
    interval: '95 % intervall',
    run: 'Beregning',
    finished: 'Ferdig',
    engine: 'Beregningsprogram',
    factorSet: 'Faktorsett',
    ruleSet: 'Kontokart',
    dataYear: 'Dataår',
    declaration: 'Deklarasjon',
    reportVersion: 'Rapport',
    qualityBySpend: 'Datakvalitet, vektet etter beløp (1 best, 5 svakest)',
    qualityByKg: 'Datakvalitet, vektet etter utslipp',
    quality: 'Datakvalitet (1 best, 5 svakest)',
    none: 'ingen',
  },
  wayDown: { spend: 'Se linjen i den importerte filen', reported: 'Se linjen i rapporten', sum: 'Se linjene' },
};
