import type { nb } from './nb.ts';

export const nn: typeof nb = {
  from: {
    posting: (p) => `${p.amount} frå ei linje i rekneskapen.`,
    'invoice-line': (p) => `${p.amount} frå ei fakturalinje.`,
    remainder: (p) => `${p.amount}: det av bilaget som fakturalinjene ikkje forklarer.`,
  },
  onlyClass: {
    operating: 'Berre linjer i driftsrekneskapen er med.',
    investment: 'Berre linjer i investeringsrekneskapen er med.',
    unknown: 'Berre linjer der det ikkje er kjent om dei er drift eller investering, er med.',
  },
  account: (p) => `Konto: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p) =>
    `Kontoen ${p.system} ${p.code} er ikkje gjennomgått: ingen har bestemt kva for faktor han skal ha.`,
  accountMissing: 'Linja har ingen konto, så ingen faktor kan veljast.',
  factor: (p) => `Faktor: «${p.name}», ${p.value} ${p.unit}.`,
  published: (p) =>
    `DFØ oppgir ${p.published} tonn CO₂e per million kroner i ${p.year}-prisar; tabellen reknar det om til prisnivået ${p.level}${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  converted: (p) => `Rekna om til ${p.amount} med gjennomsnittskursen i året${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  exchanged: (p) => `Faktoren er per ${p.currency} i ${p.year}-prisar: rekna om til kroner med kursen i ${p.year}.`,
  deflated: (p) =>
    `Kjøpet er frå ${p.to}, faktoren i prisar frå ${p.from}: prisstiginga imellom er rekna ut med konsumprisindeksen.`,
  perKrone: (p) => `Per krone: ${p.reckoned} = ${p.multiplier} kg.`,
  priceBasis: { purchaser: 'kjøparpris', producer: 'produsentpris', basic: 'basispris' },
  atPurchaserPrice: (p) =>
    `Faktoren er per ${p.basis}, og du betaler kjøparpris: (1 − ${p.tax} avgift − ${p.margin} avanse og frakt) × ${p.basic} + ${p.margin} × ${p.trade} («${p.tradeName}») = ${p.value} ${p.unit}.`,
  notAtPurchaserPrice: (p) =>
    `Faktoren er per ${p.basis}, og du betaler kjøparpris. Delane for avgift, avanse og frakt er ikkje lagde inn, så faktoren er brukt som han står.`,
  byCategory: (p) =>
    `Vara høyrer til «${p.category}»: kronene blir rekna med faktoren til kategorien, ikkje til kontoen.`,
  quantity: (p) => `${p.quantity} ${p.unit}, slik det står på fakturalinja.`,
  quantityOf: (p) => `${p.quantity} ${p.unit} av vare ${p.item}.`,
  product: (p) => `Vareslag: ${p.product}.`,
  direct: (p) =>
    `Forbrenninga gir ${p.kg} kg CO₂ til (${p.value} ${p.unit}). Det er kommunen sitt eige utslepp (scope 1) og er ikkje med i dette talet.`,
  invoiceCo2e: (p) => `Fakturalinja oppgir ${p.value} kg CO₂e per ${p.unit}.`,
  part: (p) => `Del ${p.number} av ${p.of}:`,
  several: (p) => `${p.parts}. Til saman ${p.kg} kg CO₂e`,
  region: { US: 'USA', UK: 'Storbritannia', FR: 'Frankrike', GLO: 'heile verda' },
  net: {
    'as-stated': () => 'Rekneskapen har beløpet utan meirverdiavgift, slik faktoren er lesen.',
    'on-invoice': () => 'Fakturaen seier kva kjøpet er utan meirverdiavgift.',
    'vat-on-row': () => 'Rekneskapen har beløpet med meirverdiavgift: avgifta som står på rada, er trekt frå.',
    'rate-on-row': (p) =>
      `Rekneskapen har beløpet med meirverdiavgift: satsen som står på rada, ${p.rate}, er rekna ut av det.`,
    'rate-of-account': (p) =>
      `Rekneskapen har beløpet med meirverdiavgift: satsen til kontoen, ${p.rate}, er rekna ut av det.`,
    unknown: () =>
      'Det er ikkje kjent om beløpet er med meirverdiavgift. Det er ikkje med i nokon sum, og gir ikkje utslepp etter beløp.',
  },
  vat: {
    net: 'Beløpet er utan meirverdiavgift, slik faktoren er lesen.',
    gross: (p) => `Beløpet er med meirverdiavgift: ${p.rate} er rekna ut av det.`,
    unknown:
      'Det står ikkje om beløpet er med meirverdiavgift. Det er rekna som utan; er ho med, er talet opptil ein femdel for høgt.',
  },
  formula: (p) => `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p) =>
      `${p.amount} har ikkje fått eit tal: nokon må seie kva som er kjøpt. Med radene som er aktuelle, ville det blitt mellom ${p.low} og ${p.high} kg CO₂e.`,
    askOpen: (p) => `${p.amount} har ikkje fått eit tal: nokon må seie kva som er kjøpt.`,
    'no-factor': (p) => `${p.amount} har ingen faktor. Det står som «utan faktor», ikkje som null.`,
    'not-spend': (p) => `${p.amount} er ikkje eit kjøp og blir ikkje talt.`,
    'not-converted': (p) => `${p.amount} er ikkje rekna om: faktorane gjeld norske kroner, og ingen kurs er lagd inn.`,
    'vat-unknown': (p) =>
      `${p.amount} er ikkje rekna: det er ikkje kjent om beløpet er med meirverdiavgift. Det er ikkje med i nokon sum.`,
  },
  caveat: {
    screeningCategory:
      'Kostnadsbasert: eit gjennomsnitt for kategorien. Eit billegare kjøp gir eit lågare tal, grønare eller ikkje.',
    notDeflated: (p) => `Ikkje prisjustert: prisindeksen for ${p.year} er ikkje lagd inn.`,
    priceConcept: (p) =>
      `Ikkje rekna om til kjøparpris: faktoren er per ${p.basis}. Avanse, frakt og avgifter er ein del av beløpet, så talet er truleg for høgt.`,
    priceReading: 'Kjelda seier ikkje uttrykkeleg om faktorane er per kjøparpris; vi les dei slik.',
    average: 'Gjennomsnitt for vareslaget: mengda tel, men ikkje kva leverandør eller kva produkt det er.',
    invoice: 'Leverandøren sitt eige tal, slik det står på fakturaen. Ikkje kontrollert av oss.',
    foreign: (p) => `Faktoren gjeld ${p.region}, ikkje Noreg.`,
    overReported: 'Rapportane som høyrer til linja, seier meir enn linja sjølv. Mengdene tel, kronene er delte på dei.',
    screening:
      'Kostnadsbasert: eit gjennomsnitt for alt som blir ført på kontoen. Det eignar seg til å sjå kvar det er stort, ikkje til å samanlikne varer eller leverandørar. Eit billegare kjøp gir eit lågare tal, grønare eller ikkje.',
    sameYear: (p) =>
      `Faktoren står i prisar frå ${p.level}, og kjøpet er frå tidlegare same året. Prisstiginga i løpet av året er ikkje justert.`,
    prices: (p) =>
      `Kjøpet er frå ${p.year}, faktoren står i prisar frå ${p.level}. Prisindeksen for ${p.year} er ikkje lagd inn, så det er ikkje justert: talet kan vere for lågt, med høgst ${p.share}.`,
    credit: 'Kreditering: blir trekt frå.',
    vatReading: 'Kjelda seier ikkje uttrykkeleg om faktorane er utan meirverdiavgift; vi les dei slik.',
  },
  beside: {
    quantity: (p) => `${p.quantity} ${p.unit} av vare ${p.item}, slik leverandøren har rapportert.`,
    footprint: {
      pact: (p) =>
        `Klimafotavtrykket til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit}, utan biogent opptak.`,
      epd: (p) =>
        `EPD-en til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, utan biogent karbon.`,
      one: (p) =>
        `EPD-en til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, eitt tal der biogent karbon ikkje kan skiljast ut.`,
    },
    valid: (p) => `Gyldig ${p.from} til ${p.to}.`,
    delivered: (p) => `Varene blir rekna som leverte ${p.day}.`,
    validAssumed: (p) =>
      `Utgivaren har ikkje oppgitt gyldigheit; rekna som ${p.from} til ${p.to}, tre år frå slutten av perioden talet er målt i.`,
    conversion: {
      'same-kind': (p) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p) => `1 ${p.unit} rommar ${p.count} ${p.declared}, seier prislista.`,
      pack: (p) => `1 ${p.unit} = ${p.count} ${p.declared}, etter pakninga i prislista.`,
      'net-weight': (p) => `1 ${p.unit} veg ${p.count} ${p.declared} netto, seier prislista.`,
      'mass-per-declared-unit': (p) => `1 ${p.unit} = ${p.count} ${p.declared}, etter vekta utgivaren oppgir.`,
      density: (p) => `1 ${p.unit} veg ${p.count} ${p.declared}, etter tettleiken for vareslaget.`,
      'content-density': (p) =>
        `1 ${p.unit} veg ${p.count} ${p.declared}, etter innhaldet i prislista og tettleiken for vareslaget.`,
    },
    formula: (p) => `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p) =>
        `Fotavtrykket gjaldt ikkje då vara vart levert (gyldig ${p.from} til ${p.to}), så det står ikkje ved sida av.`,
      'unit-not-convertible': (p) =>
        `«${p.unit}» kan ikkje reknast om til «${p.declared}»: prislista manglar innhald eller vekt.`,
      'quantity-missing': 'Rapporten har ikkje mengd, så fotavtrykket kan ikkje brukast.',
      implausible: (p) =>
        `${p.value} kg CO₂e per ${p.declared} er meir enn vara kan vege opp for ${p.amount}: truleg oppgitt i gram eller for ei anna mengd. Talet er halde utanfor.`,
    },
    notCounted: 'Talet til leverandøren står ved sida av det offisielle talet og er ikkje lagt til.',
    verified: 'Kontrollert av ein tredjepart, seier utgivaren. Datakvalitet 1.',
    unverified: 'Ikkje kontrollert av ein tredjepart. Datakvalitet 2.',
    notAccepted: 'Ingen har godkjent deklarasjonen enno, så han kan ikkje telje.',
    linkNotAccepted:
      'Deklarasjonen er godkjend, men ingen har godkjent han for denne vara, som vart knytt til han etterpå. Difor kan han ikkje telje her.',
  },
  /** Reasons why a supplier's declaration is not used for a line. */
  passedOver: {
    'not-valid-then': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) gjaldt ${p.from} til ${p.to}, men vara vart levert ${p.day}. Difor blir han ikkje brukt her.`,
    'not-accepted': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er ikkje godkjend av nokon, og står berre ved sida av.`,
    'link-not-accepted': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er godkjend, men ikkje for denne vara, som vart knytt til han etterpå. Han står berre ved sida av.`,
    'not-open': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er godkjend, men kategorien er ikkje opna for leverandørane sine eigne tal. Han står ved sida av.`,
    'unit-not-convertible': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) gjeld per ${p.declared}, og «${p.unit}» kan ikkje reknast om til det.`,
    'quantity-missing': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) kan ikkje brukast: rapporten har ikkje mengd.`,
    implausible: (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) gjev meir enn vara kan vege opp for, og er halden utanfor.`,
  },
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
    priceConcept: (p) => `${p.amount} er rekna med faktorar som ikkje er per kjøparpris og ikkje er rekna om.`,
    notDeflated: (p) => `${p.amount} er frå år utan prisindeks og er ikkje prisjustert.`,
    formula: (p) =>
      `Summen av ${p.lines} linjer = ${p.kg} kg CO₂e. Kvar linje er rekna for seg og runda éin gong; summen er linjene lagde saman.`,
    withFactor: (p) => `${p.amount} (${p.share} av kjøpa) har ein faktor.`,
    without: (p) => `${p.ask} ventar på svar, ${p.none} er utan faktor. Dei er ikkje med i kg.`,
    choice: (p) =>
      `Faktoren for ${p.about} er vald: «${p.factor}», for varer leverte frå ${p.from}. «${p.reason}». ${p.who}`,
    rule: (p) =>
      `${p.about}: regel ${p.version}, for varer leverte frå ${p.from}. Desse metodane tel, i denne rekkjefølgja: ${p.methods}. «${p.reason}». ${p.who}`,
    burning:
      'Det som blir sleppt ut når drivstoffet blir brent (scope 1). Å framstille det er rekna for seg (kategori 3), og dei to blir aldri lagde saman.',
    own: {
      'declared-verified': 'Deklarasjonane til leverandørane, kontrollerte av ein tredjepart',
      'declared-unverified': 'Deklarasjonane til leverandørane, ikkje kontrollerte',
      'invoice-co2e': 'Tala til leverandørane på fakturaene',
    },
    others: (p) => `${p.count} andre faktorar`,
    empty: 'Ingen linjer her.',
  },
  methodNames: {
    'declared-verified': 'kontrollert deklarasjon',
    'declared-unverified': 'talet frå leverandøren',
    'invoice-co2e': 'CO₂e på fakturalinja',
    'physical-average': 'mengd gonger gjennomsnitt',
    'spend-category': 'kroner etter kategori',
    'spend-account': 'kroner etter konto',
  },
  step: {
    formula: (p) =>
      `Totalen før steget er ${p.start} kg, etter er han ${p.end} kg: ${p.kg} kg CO₂e, frå ${p.lines} linjer.`,
    decided: (p) => `Nytt i den siste køyringa: ${p.decided}`,
    earlier: (p) => `${p.label}, før`,
    later: (p) => `${p.label}, etter`,
    means: {
      data: 'Linjer som berre er i den eine køyringa, eller som høyrer til ein annan kommune eller månad i den andre.',
      volume: 'Dei same linjene med eit anna beløp eller ei anna mengd, rekna med den gamle faktoren.',
      mix: 'Linjer som no er ei anna vare eller høyrer til ein annan kategori.',
      supplier: 'Linjer der talet frå leverandøren kom til, fall bort eller vart eit anna.',
      factor: 'Linjer som er rekna på same måten, med ein annan faktor.',
      method: 'Linjer som er rekna på ein annan måte.',
      price: 'Linjer med den same faktoren, men eit anna prisår, ein annan pris eller ei anna meirverdiavgift.',
    },
  },
  periodStep: {
    formula: (p) =>
      `Totalen før steget er ${p.start} kg, etter er han ${p.end} kg: ${p.kg} kg CO₂e, frå ${p.groups} varegrupper.`,
    as: (p) => `${p.from} til ${p.to}, køyring ${p.run}`,
    before: 'Før',
    after: 'Etter',
    growth: (p) =>
      `Kroner med tal, hos kommunar med rekneskap i begge åra: ${p.before} før og ${p.after} etter. Vekst: ${p.after} / ${p.before} = ${p.growth}.`,
    kind: {
      bought: 'Dette er noko som er kjøpt annleis.',
      reckoned:
        'Dette er ein annan måte å rekne på, eller rekneskap som har kome til eller falle bort. Ingen har oppnådd det ved å kjøpe annleis.',
    },
    means: {
      data: 'Det som er kjøpt av kommunar med rekneskap i berre det eine året.',
      volume: 'Alle kroner til saman, rekna med det ei krone vog før.',
      mix: 'Varegruppene sin del av kronene, rekna med det ei krone i gruppa vog før. Òg grupper som berre er kjøpte i det eine året.',
      supplier: 'Kroner som er rekna med leverandørane sine eigne tal etterpå.',
      factor: 'Linjer som er rekna på same måten som før, med ein faktor gruppa ikkje hadde.',
      method: 'Linjer som er rekna på ein måte gruppa ikkje var rekna på før.',
      price:
        'Linjer som er rekna frå kroner med ein faktor gruppa hadde før, i andre prisar: ei krone kjøper mindre eller meir enn før.',
    },
    reckoned: {
      data: 'Kvar linje tel med alt ho veg: det første året går ho ut, det siste kjem ho inn.',
      volume: 'Kvar gruppe: kg før × vekst − kg før.',
      mix: 'Kvar gruppe: kroner etter × kg per krone før − kg før × vekst. Linjer som er rekna på same måten, med same faktor og i dei same prisane som før, tel med det dei veg: då er det varene i gruppa som er andre.',
      supplier: 'Kvar linje: det ho veg med leverandøren sitt tal − kroner × kg per krone før.',
      factor: 'Kvar linje: det ho veg etter − kroner × kg per krone før.',
      method: 'Kvar linje: det ho veg etter − kroner × kg per krone før.',
      price: 'Kvar linje: det ho veg etter − kroner × kg per krone før.',
    },
  },
  source: {
    prices: 'Prisindeks og kursar',
    priceShares: 'Delar av kjøparprisen',
    factors: 'Utsleppsfaktorar',
    declaration: 'Erklæringa til leverandøren',
    licence: (p) => `Lisens: ${p.licence}`,
  },
  decided: {
    factor: (p) => `Faktoren er vald for ${p.about}: «${p.reason}». ${p.who}`,
    methods: (p) => `Kva metodar som blir brukte i kategorien, er avgjort: «${p.reason}». ${p.who}`,
    item: (p) => `Kva vare ${p.about} er, er oppgjeve av ein person: «${p.reason}». ${p.who}`,
    account: (p) => `Kva kategori konto ${p.about} høyrer til, er oppgjeve av ein person: «${p.reason}». ${p.who}`,
    declaration: (p) => `Erklæring ${p.about} er godteken${p.reason ? `: «${p.reason}»` : ''}. ${p.who}`,
  },
  notCalculated: 'ikkje rekna ut',
  notStated: 'ikkje oppgjeve',
  who: {
    contractManager: 'ein avtaleforvaltar i innkjøpssamarbeidet',
    managerOrAdministrator: 'ein avtaleforvaltar eller administrator i innkjøpssamarbeidet',
    notRecorded: 'Kven som avgjorde det, er ikkje registrert.',
    decided: (p) => `Avgjort av ${p.by}${p.on && ` ${p.on}`}.`,
    approved: (p) => `Foreslått av ${p.proposedBy}, godkjent av ${p.by}${p.on && ` ${p.on}`}.`,
    approvedByAnother: (p) => `Foreslått av ${p.proposedBy}, godkjent av ein annan${p.on && ` ${p.on}`}.`,
    approvedOnly: (p) => `Avgjort av ${p.by}${p.on && ` ${p.on}`}, før to personar måtte vere samde.`,
    published: (p) => `Publisert i sak ${p.caseNumber}: «${p.scope}». ${p.who}`,
  },
  version: {
    priceShares: 'Delar av kjøparprisen',
    interval: '95 % intervall',
    run: 'Køyring',
    finished: 'Køyrd',
    engine: 'Berekning',
    factorSet: 'Faktorsett',
    ruleSet: 'Kontokart',
    dataYear: 'Dataår',
    declaration: 'Erklæring',
    reportVersion: 'Rapport',
    qualityBySpend: 'Datakvalitet, vegen med kroner (1 best, 5 svakast)',
    qualityByKg: 'Datakvalitet, vegen med utslepp',
    quality: 'Datakvalitet (1 best, 5 svakast)',
    none: 'ingen',
  },
  wayDown: { spend: 'Sjå linja i den innlesne fila', reported: 'Sjå linja i rapporten', sum: 'Sjå linjene' },
};
