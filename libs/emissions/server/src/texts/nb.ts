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
    remainder: (p: { amount: string }) => `${p.amount}: det av bilaget som fakturalinjene ikke forklarer.`,
  },
  onlyClass: {
    operating: 'Bare linjer i driftsregnskapet er med.',
    investment: 'Bare linjer i investeringsregnskapet er med.',
    unknown: 'Bare linjer der det ikke er kjent om de er drift eller investering, er med.',
  },
  account: (p: { system: string; code: string; name: string }) => `Konto: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p: { system: string; code: string }) =>
    `Kontoen ${p.system} ${p.code} er ikke gjennomgått: ingen har bestemt hvilken faktor den skal ha.`,
  accountMissing: 'Linjen har ingen konto, så ingen faktor kan velges.',
  factor: (p: { name: string; value: string; unit: string }) => `Faktor: «${p.name}», ${p.value} ${p.unit}.`,
  published: (p: { published: string; year: string; level: string; reckoned: string }) =>
    `DFØ oppgir ${p.published} tonn CO₂e per million kroner i ${p.year}-priser; tabellen regner det om til prisnivået ${p.level}${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  converted: (p: { amount: string; reckoned: string }) =>
    `Regnet om til ${p.amount} med årets gjennomsnittskurs${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  exchanged: (p: { currency: string; year: string }) =>
    `Faktoren er per ${p.currency} i ${p.year}-priser: regnet om til kroner med kursen i ${p.year}.`,
  deflated: (p: { from: string; to: string }) =>
    `Kjøpet er fra ${p.to}, faktoren i priser fra ${p.from}: prisstigningen imellom er regnet ut med konsumprisindeksen.`,
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
    `Faktoren er per ${p.basis}, og du betaler kjøperpris. Andelene for avgift, avanse og frakt er ikke lagt inn, så faktoren er brukt som den står.`,
  byCategory: (p: { category: string }) =>
    `Varen hører til «${p.category}»: kronene regnes med kategoriens faktor, ikke kontoens.`,
  quantity: (p: { quantity: string; unit: string }) => `${p.quantity} ${p.unit}, slik det står på fakturalinjen.`,
  quantityOf: (p: { quantity: string; unit: string; item: string }) => `${p.quantity} ${p.unit} av vare ${p.item}.`,
  product: (p: { product: string }) => `Vareslag: ${p.product}.`,
  direct: (p: { kg: string; value: string; unit: string }) =>
    `Forbrenningen gir ${p.kg} kg CO₂ til (${p.value} ${p.unit}). Det er kommunens eget utslipp (scope 1) og er ikke med i dette tallet.`,
  invoiceCo2e: (p: { value: string; unit: string }) => `Fakturalinjen oppgir ${p.value} kg CO₂e per ${p.unit}.`,
  part: (p: { number: string; of: string }) => `Del ${p.number} av ${p.of}:`,
  several: (p: { parts: string; kg: string }) => `${p.parts}. Til sammen ${p.kg} kg CO₂e`,
  region: { US: 'USA', UK: 'Storbritannia', FR: 'Frankrike', GLO: 'hele verden' },
  net: {
    'as-stated': (_: { rate: string }) => 'Regnskapet har beløpet uten merverdiavgift, slik faktoren er lest.',
    'on-invoice': (_: { rate: string }) => 'Fakturaen sier hva kjøpet er uten merverdiavgift.',
    'vat-on-row': (_: { rate: string }) =>
      'Regnskapet har beløpet med merverdiavgift: avgiften som står på raden, er trukket fra.',
    'rate-on-row': (p: { rate: string }) =>
      `Regnskapet har beløpet med merverdiavgift: satsen som står på raden, ${p.rate}, er regnet ut av det.`,
    'rate-of-account': (p: { rate: string }) =>
      `Regnskapet har beløpet med merverdiavgift: satsen til kontoen, ${p.rate}, er regnet ut av det.`,
    unknown: (_: { rate: string }) =>
      'Det er ikke kjent om beløpet er med merverdiavgift. Det er ikke med i noen sum, og gir ikke utslipp etter beløp.',
  },
  vat: {
    net: 'Beløpet er uten merverdiavgift, slik faktoren er lest.',
    gross: (p: { rate: string }) => `Beløpet er med merverdiavgift: ${p.rate} er regnet ut av det.`,
    unknown:
      'Det står ikke om beløpet er med merverdiavgift. Det er regnet som uten; er den med, er tallet opptil en femdel for høyt.',
  },
  formula: (p: { amount: string; multiplier: string; kg: string }) =>
    `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p: { amount: string; low: string; high: string }) =>
      `${p.amount} har ikke fått et tall: noen må si hva som er kjøpt. Med radene som er aktuelle, ville det blitt mellom ${p.low} og ${p.high} kg CO₂e.`,
    askOpen: (p: { amount: string }) => `${p.amount} har ikke fått et tall: noen må si hva som er kjøpt.`,
    'no-factor': (p: { amount: string }) => `${p.amount} har ingen faktor. Det står som «uten faktor», ikke som null.`,
    'not-spend': (p: { amount: string }) => `${p.amount} er ikke et kjøp og telles ikke.`,
    'not-converted': (p: { amount: string }) =>
      `${p.amount} er ikke regnet om: faktorene gjelder norske kroner, og ingen kurs er lagt inn.`,
    'vat-unknown': (p: { amount: string }) =>
      `${p.amount} er ikke regnet: det er ikke kjent om beløpet er med merverdiavgift. Det er ikke med i noen sum.`,
  },
  caveat: {
    screeningCategory:
      'Kostnadsbasert: et gjennomsnitt for kategorien. Et billigere kjøp gir et lavere tall, grønnere eller ikke.',
    notDeflated: (p: { year: string }) => `Ikke prisjustert: prisindeksen for ${p.year} er ikke lagt inn.`,
    priceConcept: (p: { basis: string }) =>
      `Ikke regnet om til kjøperpris: faktoren er per ${p.basis}. Avanse, frakt og avgifter er en del av beløpet, så tallet er trolig for høyt.`,
    priceReading: 'Kilden sier ikke uttrykkelig om faktorene er per kjøperpris; vi leser dem slik.',
    average: 'Gjennomsnitt for vareslaget: mengden teller, men ikke hvilken leverandør eller hvilket produkt det er.',
    invoice: 'Leverandørens eget tall, slik det står på fakturaen. Ikke kontrollert av oss.',
    foreign: (p: { region: string }) => `Faktoren gjelder ${p.region}, ikke Norge.`,
    overReported: 'Rapportene som hører til linjen, sier mer enn linjen selv. Mengdene teller, kronene er delt på dem.',
    screening:
      'Kostnadsbasert: et gjennomsnitt for alt som føres på kontoen. Det egner seg til å se hvor det er stort, ikke til å sammenligne varer eller leverandører. Et billigere kjøp gir et lavere tall, grønnere eller ikke.',
    sameYear: (p: { level: string }) =>
      `Faktoren står i priser fra ${p.level}, og kjøpet er fra tidligere det samme året. Prisstigningen i løpet av året er ikke justert.`,
    prices: (p: { year: string; level: string; share: string }) =>
      `Kjøpet er fra ${p.year}, faktoren står i priser fra ${p.level}. Prisindeksen for ${p.year} er ikke lagt inn, så det er ikke justert: tallet kan være for lavt, med høyst ${p.share}.`,
    credit: 'Kreditering: trekkes fra.',
    vatReading: 'Kilden sier ikke uttrykkelig om faktorene er uten merverdiavgift; vi leser dem slik.',
  },
  beside: {
    quantity: (p: { quantity: string; unit: string; item: string }) =>
      `${p.quantity} ${p.unit} av vare ${p.item}, slik leverandøren har rapportert.`,
    footprint: {
      pact: (p: Declared) =>
        `Leverandørens klimafotavtrykk for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit}, uten biogent opptak.`,
      epd: (p: Declared) =>
        `Leverandørens EPD for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, uten biogent karbon.`,
      one: (p: Declared) =>
        `Leverandørens EPD for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, ett tall der biogent karbon ikke kan skilles ut.`,
    },
    valid: (p: { from: string; to: string }) => `Gyldig ${p.from} til ${p.to}.`,
    delivered: (p: { day: string }) => `Varene regnes som levert ${p.day}.`,
    validAssumed: (p: { from: string; to: string }) =>
      `Utgiveren har ikke oppgitt gyldighet; regnet som ${p.from} til ${p.to}, tre år fra slutten av perioden tallet er målt i.`,
    conversion: {
      'same-kind': (p: { unit: string; count: string; declared: string }) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} rommer ${p.count} ${p.declared}, sier prislisten.`,
      pack: (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} = ${p.count} ${p.declared}, etter pakningen i prislisten.`,
      'net-weight': (p: { unit: string; count: string; declared: string }) =>
        `1 ${p.unit} veier ${p.count} ${p.declared} netto, sier prislisten.`,
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
        `Fotavtrykket gjaldt ikke da varen ble levert (gyldig ${p.from} til ${p.to}), så det står ikke ved siden av.`,
      'unit-not-convertible': (p: { unit: string; declared: string }) =>
        `«${p.unit}» kan ikke regnes om til «${p.declared}»: prislisten mangler innhold eller vekt.`,
      'quantity-missing': 'Rapporten har ikke mengde, så fotavtrykket kan ikke brukes.',
      implausible: (p: { value: string; declared: string; amount: string }) =>
        `${p.value} kg CO₂e per ${p.declared} er mer enn varen kan veie opp for ${p.amount}: trolig oppgitt i gram eller for en annen mengde. Tallet er holdt utenfor.`,
    },
    notCounted: 'Leverandørens tall står ved siden av det offisielle tallet og er ikke lagt til.',
    verified: 'Kontrollert av en tredjepart, sier utgiveren. Datakvalitet 1.',
    unverified: 'Ikke kontrollert av en tredjepart. Datakvalitet 2.',
    notAccepted: 'Ingen har godkjent deklarasjonen ennå, så den kan ikke telle.',
    linkNotAccepted:
      'Deklarasjonen er godkjent, men ingen har godkjent den for denne varen, som ble knyttet til den etterpå. Derfor kan den ikke telle her.',
  },
  /** Reasons why a supplier's declaration is not used for a line. */
  passedOver: {
    'not-valid-then': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) gjaldt ${p.from} til ${p.to}, men varen ble levert ${p.day}. Derfor brukes den ikke her.`,
    'not-accepted': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er ikke godkjent av noen, og står bare ved siden av.`,
    'link-not-accepted': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er godkjent, men ikke for denne varen, som ble knyttet til den etterpå. Den står bare ved siden av.`,
    'not-open': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) er godkjent, men kategorien er ikke åpnet for leverandørenes egne tall. Den står ved siden av.`,
    'unit-not-convertible': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) gjelder per ${p.declared}, og «${p.unit}» kan ikke regnes om til det.`,
    'quantity-missing': (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) kan ikke brukes: rapporten har ikke mengde.`,
    implausible: (p: Passed) =>
      `Leverandørens deklarasjon for «${p.product}» (${p.number}) gir mer enn varen kan veie opp for, og er holdt utenfor.`,
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
      `${p.amount} er regnet med faktorer som ikke er per kjøperpris og ikke er regnet om.`,
    notDeflated: (p: { amount: string }) => `${p.amount} er fra år uten prisindeks og er ikke prisjustert.`,
    formula: (p: { lines: string; kg: string }) =>
      `Summen av ${p.lines} linjer = ${p.kg} kg CO₂e. Hver linje er regnet for seg og rundet én gang; summen er linjene lagt sammen.`,
    withFactor: (p: { amount: string; share: string }) => `${p.amount} (${p.share} av kjøpene) har en faktor.`,
    without: (p: { ask: string; none: string }) =>
      `${p.ask} venter på svar, ${p.none} er uten faktor. De er ikke med i kg.`,
    choice: (p: Chosen) =>
      `Faktoren for ${p.about} er valgt: «${p.factor}», for varer levert fra ${p.from}. «${p.reason}». ${p.who}`,
    rule: (p: Ruled) =>
      `${p.about}: regel ${p.version}, for varer levert fra ${p.from}. Disse metodene teller, i denne rekkefølgen: ${p.methods}. «${p.reason}». ${p.who}`,
    burning:
      'Det som slippes ut når drivstoffet brennes (scope 1). Å framstille det er regnet for seg (kategori 3), og de to legges aldri sammen.',
    own: {
      'declared-verified': 'Leverandørenes deklarasjoner, kontrollert av en tredjepart',
      'declared-unverified': 'Leverandørenes deklarasjoner, ikke kontrollert',
      'invoice-co2e': 'Leverandørenes tall på fakturaene',
    },
    others: (p: { count: string }) => `${p.count} andre faktorer`,
    empty: 'Ingen linjer her.',
  },
  methodNames: {
    'declared-verified': 'kontrollert deklarasjon',
    'declared-unverified': 'leverandørens tall',
    'invoice-co2e': 'CO₂e på fakturalinjen',
    'physical-average': 'mengde ganger gjennomsnitt',
    'spend-category': 'kroner etter kategori',
    'spend-account': 'kroner etter konto',
  },
  step: {
    formula: (p: { start: string; end: string; kg: string; lines: string }) =>
      `Totalen før trinnet er ${p.start} kg, etter er den ${p.end} kg: ${p.kg} kg CO₂e, fra ${p.lines} linjer.`,
    decided: (p: { decided: string }) => `Nytt i den siste kjøringen: ${p.decided}`,
    earlier: (p: { label: string }) => `${p.label}, før`,
    later: (p: { label: string }) => `${p.label}, etter`,
    means: {
      data: 'Linjer som bare er i den ene kjøringen, eller som hører til en annen kommune eller måned i den andre.',
      volume: 'De samme linjene med et annet beløp eller en annen mengde, regnet med den gamle faktoren.',
      mix: 'Linjer som nå er en annen vare eller hører til en annen kategori.',
      supplier: 'Linjer der leverandørens eget tall kom til, falt bort eller ble et annet.',
      factor: 'Linjer som er regnet på samme måte, med en annen faktor.',
      method: 'Linjer som er regnet på en annen måte.',
      price: 'Linjer med den samme faktoren, men et annet prisår, en annen pris eller en annen merverdiavgift.',
    },
  },
  periodStep: {
    formula: (p: { start: string; end: string; kg: string; groups: string }) =>
      `Totalen før trinnet er ${p.start} kg, etter er den ${p.end} kg: ${p.kg} kg CO₂e, fra ${p.groups} varegrupper.`,
    as: (p: { from: string; to: string; run: string }) => `${p.from} til ${p.to}, kjøring ${p.run}`,
    before: 'Før',
    after: 'Etter',
    growth: (p: { before: string; after: string; growth: string }) =>
      `Kroner med tall, hos kommuner med regnskap i begge årene: ${p.before} før og ${p.after} etter. Vekst: ${p.after} / ${p.before} = ${p.growth}.`,
    kind: {
      bought: 'Dette er noe som er kjøpt annerledes.',
      reckoned:
        'Dette er en annen måte å regne på, eller regnskap som har kommet til eller falt bort. Ingen har oppnådd det ved å kjøpe annerledes.',
    },
    means: {
      data: 'Det som er kjøpt av kommuner med regnskap i bare det ene året.',
      volume: 'Alle kroner til sammen, regnet med det en krone veide før.',
      mix: 'Varegruppenes andel av kronene, regnet med det en krone i gruppen veide før. Også grupper som bare er kjøpt i det ene året.',
      supplier: 'Kroner som er regnet med leverandørenes egne tall etterpå.',
      factor: 'Linjer som er regnet på samme måte som før, med en faktor gruppen ikke hadde.',
      method: 'Linjer som er regnet på en måte gruppen ikke var regnet på før.',
      price:
        'Linjer som er regnet fra kroner med en faktor gruppen hadde før, i andre priser: en krone kjøper mindre eller mer enn før.',
    },
    reckoned: {
      data: 'Hver linje teller med alt den veier: det første året går den ut, det siste kommer den inn.',
      volume: 'Hver gruppe: kg før × vekst − kg før.',
      mix: 'Hver gruppe: kroner etter × kg per krone før − kg før × vekst. Linjer som er regnet på samme måte, med samme faktor og i de samme prisene som før, teller med det de veier: da er det varene i gruppen som er andre.',
      supplier: 'Hver linje: det den veier med leverandørens tall − kroner × kg per krone før.',
      factor: 'Hver linje: det den veier etter − kroner × kg per krone før.',
      method: 'Hver linje: det den veier etter − kroner × kg per krone før.',
      price: 'Hver linje: det den veier etter − kroner × kg per krone før.',
    },
  },
  source: {
    prices: 'Prisindeks og kurser',
    priceShares: 'Andeler av kjøperprisen',
    factors: 'Utslippsfaktorer',
    declaration: 'Leverandørens erklæring',
    licence: (p: { licence: string }) => `Lisens: ${p.licence}`,
  },
  decided: {
    factor: (p: { about: string; reason: string; who: string }) =>
      `Faktoren er valgt for ${p.about}: «${p.reason}». ${p.who}`,
    methods: (p: { about: string; reason: string; who: string }) =>
      `Hvilke metoder som brukes i kategorien, er besluttet: «${p.reason}». ${p.who}`,
    item: (p: { about: string; reason: string; who: string }) =>
      `Hva vare ${p.about} er, er angitt av en person: «${p.reason}». ${p.who}`,
    account: (p: { about: string; reason: string; who: string }) =>
      `Hvilken kategori konto ${p.about} hører til, er angitt av en person: «${p.reason}». ${p.who}`,
    declaration: (p: { about: string; reason: string; who: string }) =>
      `Erklæring ${p.about} er godtatt${p.reason ? `: «${p.reason}»` : ''}. ${p.who}`,
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
    run: 'Kjøring',
    finished: 'Kjørt',
    engine: 'Beregning',
    factorSet: 'Faktorsett',
    ruleSet: 'Kontokart',
    dataYear: 'Dataår',
    declaration: 'Erklæring',
    reportVersion: 'Rapport',
    qualityBySpend: 'Datakvalitet, veid med kroner (1 best, 5 svakest)',
    qualityByKg: 'Datakvalitet, veid med utslipp',
    quality: 'Datakvalitet (1 best, 5 svakest)',
    none: 'ingen',
  },
  wayDown: { spend: 'Se linjen i den innleste filen', reported: 'Se linjen i rapporten', sum: 'Se linjene' },
};
