import type { nb } from './nb.ts';

export const nn: typeof nb = {
  from: {
    posting: (p) => `${p.amount} frå ei linje i rekneskapen.`,
    'invoice-line': (p) => `${p.amount} frå ei fakturalinje.`,
    remainder: (p) => `${p.amount}: den delen av bilaget som ikkje er dekt av fakturalinjer.`,
  },
  onlyClass: {
    operating: 'Berre linjer i driftsrekneskapen er med.',
    investment: 'Berre linjer i investeringsrekneskapen er med.',
    unknown: 'Berre linjer der det ikkje er kjent om dei er drift eller investering, er med.',
  },
  account: (p) => `Konto: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p) => `Kontoen ${p.system} ${p.code} er ikkje gått gjennom og har difor ingen faktor.`,
  accountMissing: 'Linja har ingen konto, så ingen faktor kan veljast.',
  factor: (p) => `Faktor: «${p.name}», ${p.value} ${p.unit}.`,
  published: (p) =>
    `DFØ oppgir ${p.published} tonn CO₂e per million kroner i ${p.year}-prisar; tabellen omreknar det til prisnivået ${p.level}${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  converted: (p) => `Omrekna til ${p.amount} med gjennomsnittskursen i året${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  exchanged: (p) => `Faktoren er per ${p.currency} i ${p.year}-prisar: omrekna til kroner med kursen i ${p.year}.`,
  deflated: (p) => `Kjøpet er frå ${p.to}, og faktoren er i prisar frå ${p.from}: justert med konsumprisindeksen.`,
  perKrone: (p) => `Per krone: ${p.reckoned} = ${p.multiplier} kg.`,
  priceBasis: { purchaser: 'kjøparpris', producer: 'produsentpris', basic: 'basispris' },
  atPurchaserPrice: (p) =>
    `Faktoren er per ${p.basis}, og du betaler kjøparpris: (1 − ${p.tax} avgift − ${p.margin} avanse og frakt) × ${p.basic} + ${p.margin} × ${p.trade} («${p.tradeName}») = ${p.value} ${p.unit}.`,
  notAtPurchaserPrice: (p) =>
    `Faktoren er per ${p.basis}, og du betaler kjøparpris. Delane for avgift, avanse og frakt er ikkje lagde inn, så faktoren er brukt uendra.`,
  byCategory: (p) =>
    `Vara høyrer til «${p.category}»: beløpet er berekna med faktoren til kategorien, ikkje til kontoen.`,
  quantity: (p) => `${p.quantity} ${p.unit} ifølgje fakturalinja.`,
  quantityOf: (p) => `${p.quantity} ${p.unit} av vare ${p.item}.`,
  product: (p) => `Vareslag: ${p.product}.`,
  direct: (p) =>
    `Forbrenninga gir ytterlegare ${p.kg} kg CO₂ (${p.value} ${p.unit}). Det er kommunen sitt eige utslepp (scope 1) og er ikkje med i dette talet.`,
  invoiceCo2e: (p) => `Fakturalinja oppgir ${p.value} kg CO₂e per ${p.unit}.`,
  part: (p) => `Del ${p.number} av ${p.of}:`,
  several: (p) => `${p.parts}. Til saman ${p.kg} kg CO₂e`,
  region: { US: 'USA', UK: 'Storbritannia', FR: 'Frankrike', GLO: 'heile verda' },
  net: {
    'as-stated': () => 'Beløpet i rekneskapen er utan meirverdiavgift, som faktoren.',
    'on-invoice': () => 'Fakturaen oppgir beløpet utan meirverdiavgift.',
    'vat-on-row': () => 'Beløpet i rekneskapen er med meirverdiavgift: avgifta på rada er trekt frå.',
    'rate-on-row': (p) =>
      `Beløpet i rekneskapen er med meirverdiavgift: avgifta er trekt frå med satsen på rada, ${p.rate}.`,
    'rate-of-account': (p) =>
      `Beløpet i rekneskapen er med meirverdiavgift: avgifta er trekt frå med satsen for kontoen, ${p.rate}.`,
    unknown: () =>
      'Det er ikkje kjent om beløpet er med meirverdiavgift. Det er ikkje med i nokon sum, og det er ikkje berekna utslepp av beløpet.',
  },
  vat: {
    net: 'Beløpet er utan meirverdiavgift, som faktoren.',
    gross: (p) => `Beløpet er med meirverdiavgift; ${p.rate} er trekt frå.`,
    unknown:
      'Det er ikkje kjent om beløpet er med meirverdiavgift. Det er behandla som utan; er avgifta med, er talet opptil 20 % for høgt.',
  },
  formula: (p) => `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p) =>
      `${p.amount} har ikkje utsleppstal enno: det må avklarast kva som er kjøpt. Med dei aktuelle faktorane ville det blitt mellom ${p.low} og ${p.high} kg CO₂e.`,
    askOpen: (p) => `${p.amount} har ikkje utsleppstal enno: det må avklarast kva som er kjøpt.`,
    'no-factor': (p) => `${p.amount} har ingen faktor. Det blir vist som «utan faktor», ikkje som null.`,
    'not-spend': (p) => `${p.amount} er ikkje eit innkjøp og er ikkje med.`,
    'not-converted': (p) => `${p.amount} er ikkje omrekna: faktorane gjeld norske kroner, og ingen kurs er lagd inn.`,
    'vat-unknown': (p) =>
      `${p.amount} er ikkje berekna: det er ikkje kjent om beløpet er med meirverdiavgift. Det er ikkje med i nokon sum.`,
  },
  caveat: {
    screeningCategory:
      'Kostnadsbasert: eit gjennomsnitt for kategorien. Eit billegare kjøp gir eit lågare tal, òg når det ikkje er grønare.',
    notDeflated: (p) => `Ikkje prisjustert: prisindeksen for ${p.year} er ikkje lagd inn.`,
    priceConcept: (p) =>
      `Ikkje omrekna til kjøparpris: faktoren er per ${p.basis}. Avanse, frakt og avgifter er ein del av beløpet, så talet er truleg for høgt.`,
    priceReading: 'Kjelda oppgir ikkje uttrykkeleg om faktorane er per kjøparpris; vi legg det til grunn.',
    average: 'Gjennomsnitt for vareslaget: talet kjem an på mengda, men ikkje på leverandør eller produkt.',
    invoice: 'Leverandøren sitt eige tal frå fakturaen. Ikkje kontrollert av oss.',
    foreign: (p) => `Faktoren gjeld ${p.region}, ikkje Noreg.`,
    overReported:
      'Rapportane som er kopla til linja, er på meir enn det som er bokført. Mengdene i rapportane blir brukte, og det bokførte beløpet er fordelt på dei.',
    screening:
      'Kostnadsbasert: eit gjennomsnitt for alt som blir ført på kontoen. Det viser kvar utsleppet er stort, men kan ikkje brukast til å samanlikne varer eller leverandørar. Eit billegare kjøp gir eit lågare tal, òg når det ikkje er grønare.',
    sameYear: (p) =>
      `Faktoren er i prisar frå ${p.level}, og kjøpet er frå tidlegare same året. Det er ikkje justert for prisstiging i løpet av året.`,
    prices: (p) =>
      `Kjøpet er frå ${p.year}, faktoren er i prisar frå ${p.level}. Prisindeksen for ${p.year} er ikkje lagd inn, så det er ikkje justert: talet kan vere for lågt, med høgst ${p.share}.`,
    credit: 'Kreditering: blir trekt frå.',
    vatReading: 'Kjelda oppgir ikkje uttrykkeleg om faktorane er utan meirverdiavgift; vi legg det til grunn.',
  },
  beside: {
    quantity: (p) => `${p.quantity} ${p.unit} av vare ${p.item}, rapportert av leverandøren.`,
    footprint: {
      pact: (p) =>
        `Klimafotavtrykket til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit}, utan biogent opptak.`,
      epd: (p) =>
        `EPD-en til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, utan biogent karbon.`,
      one: (p) =>
        `EPD-en til leverandøren for «${p.product}» (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modul A1–A3, eitt tal der biogent karbon ikkje kan skiljast ut.`,
    },
    valid: (p) => `Gyldig ${p.from} til ${p.to}.`,
    delivered: (p) => `Varene er rekna som leverte ${p.day}.`,
    validAssumed: (p) =>
      `Utgivaren har ikkje oppgitt gyldigheit; rekna som ${p.from} til ${p.to}, tre år frå slutten av perioden talet er målt i.`,
    conversion: {
      'same-kind': (p) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p) => `1 ${p.unit} inneheld ${p.count} ${p.declared} ifølgje prislista.`,
      pack: (p) => `1 ${p.unit} = ${p.count} ${p.declared}, etter pakninga i prislista.`,
      'net-weight': (p) => `1 ${p.unit} veg ${p.count} ${p.declared} netto ifølgje prislista.`,
      'mass-per-declared-unit': (p) => `1 ${p.unit} = ${p.count} ${p.declared}, etter vekta utgivaren oppgir.`,
      density: (p) => `1 ${p.unit} veg ${p.count} ${p.declared}, etter tettleiken for vareslaget.`,
      'content-density': (p) =>
        `1 ${p.unit} veg ${p.count} ${p.declared}, etter innhaldet i prislista og tettleiken for vareslaget.`,
    },
    formula: (p) => `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p) =>
        `Fotavtrykket gjaldt ikkje på leveringsdatoen (gyldig ${p.from} til ${p.to}), så det blir ikkje brukt.`,
      'unit-not-convertible': (p) =>
        `«${p.unit}» kan ikkje omreknast til «${p.declared}»: prislista manglar innhald eller vekt.`,
      'quantity-missing': 'Rapporten har ikkje mengd, så fotavtrykket kan ikkje brukast.',
      implausible: (p) =>
        `${p.value} kg CO₂e per ${p.declared} er usannsynleg høgt for varer til ${p.amount}: truleg oppgitt i gram eller for ei anna mengd. Talet er ikkje med.`,
    },
    notCounted: 'Talet til leverandøren er vist til samanlikning med det offisielle talet og er ikkje lagt til.',
    verified: 'Kontrollert av ein tredjepart ifølgje utgivaren. Datakvalitet 1.',
    unverified: 'Ikkje kontrollert av ein tredjepart. Datakvalitet 2.',
    notAccepted: 'Deklarasjonen er ikkje godkjend, så han kan ikkje brukast.',
    linkNotAccepted:
      'Deklarasjonen er godkjend, men ikkje for denne vara, som vart kopla til han seinare. Difor kan han ikkje brukast her.',
  },
  /** Reasons why a supplier's declaration is not used for a line. */
  passedOver: {
    'not-valid-then': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) gjaldt ${p.from} til ${p.to}, men vara vart levert ${p.day}. Difor blir han ikkje brukt her.`,
    'not-accepted': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er ikkje godkjend, og er berre vist til samanlikning.`,
    'link-not-accepted': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er godkjend, men ikkje for denne vara, som vart kopla til han seinare. Han er berre vist til samanlikning.`,
    'not-open': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er godkjend, men kategorien er ikkje opna for leverandørane sine eigne tal. Han er berre vist til samanlikning.`,
    'unit-not-convertible': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) er per ${p.declared}, og «${p.unit}» kan ikkje omreknast til det.`,
    'quantity-missing': (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) kan ikkje brukast: rapporten har ikkje mengd.`,
    implausible: (p) =>
      `Deklarasjonen frå leverandøren for «${p.product}» (${p.number}) gir eit usannsynleg høgt tal for vara, og er ikkje med.`,
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
    priceConcept: (p) => `${p.amount} er berekna med faktorar som ikkje er per kjøparpris og ikkje er omrekna.`,
    notDeflated: (p) => `${p.amount} er frå år utan prisindeks og er ikkje prisjustert.`,
    formula: (p) =>
      `Summen av ${p.lines} linjer = ${p.kg} kg CO₂e. Kvar linje er berekna og avrunda for seg; totalen er summen av linjene.`,
    withFactor: (p) => `${p.amount} (${p.share} av innkjøpa) har ein faktor.`,
    without: (p) => `${p.ask} må avklarast, ${p.none} er utan faktor. Dei er ikkje med i utsleppet.`,
    choice: (p) =>
      `Faktoren for ${p.about} er vald: «${p.factor}», for varer leverte frå ${p.from}. «${p.reason}». ${p.who}`,
    rule: (p) =>
      `${p.about}: regel ${p.version}, for varer leverte frå ${p.from}. Desse metodane blir brukte, i denne rekkjefølgja: ${p.methods}. «${p.reason}». ${p.who}`,
    burning:
      'Utslepp frå forbrenning av drivstoffet (scope 1). Produksjonen av drivstoffet er berekna for seg (kategori 3), og dei to blir aldri lagde saman.',
    own: {
      'declared-verified': 'Deklarasjonane til leverandørane, kontrollerte av ein tredjepart',
      'declared-unverified': 'Deklarasjonane til leverandørane, ikkje kontrollerte',
      'invoice-co2e': 'Tala til leverandørane på fakturaene',
    },
    others: (p) => `${p.count} andre faktorar`,
    empty: 'Ingen linjer her.',
  },
  methodNames: {
    'declared-verified': 'verifisert deklarasjon',
    'declared-unverified': 'talet frå leverandøren',
    'invoice-co2e': 'CO₂e på fakturalinja',
    'physical-average': 'mengd × gjennomsnittsfaktor',
    'spend-category': 'kostnadsbasert, kategori',
    'spend-account': 'kostnadsbasert, konto',
  },
  step: {
    formula: (p) =>
      `Totalen før trinnet er ${p.start} kg, etter er han ${p.end} kg: ${p.kg} kg CO₂e, frå ${p.lines} linjer.`,
    decided: (p) => `Nytt i den siste berekninga: ${p.decided}`,
    earlier: (p) => `${p.label}, før`,
    later: (p) => `${p.label}, etter`,
    means: {
      data: 'Linjer som berre er i den eine berekninga, eller som høyrer til ein annan kommune eller månad i den andre.',
      volume: 'Dei same linjene med eit anna beløp eller ei anna mengd, berekna med den gamle faktoren.',
      mix: 'Linjer som no er klassifiserte som ei anna vare eller høyrer til ein annan kategori.',
      supplier: 'Linjer der talet frå leverandøren kom til, gjekk ut eller vart endra.',
      factor: 'Linjer med same metode og ein annan faktor.',
      method: 'Linjer med ein annan metode.',
      price: 'Linjer med den same faktoren, men eit anna prisår, ein annan pris eller ei anna meirverdiavgift.',
    },
  },
  periodStep: {
    formula: (p) =>
      `Totalen før trinnet er ${p.start} kg, etter er han ${p.end} kg: ${p.kg} kg CO₂e, frå ${p.groups} varegrupper.`,
    as: (p) => `${p.from} til ${p.to}, berekning ${p.run}`,
    before: 'Før',
    after: 'Etter',
    growth: (p) =>
      `Beløp med utsleppstal, hos kommunar med rekneskap i begge åra: ${p.before} før og ${p.after} etter. Vekst: ${p.after} / ${p.before} = ${p.growth}.`,
    kind: {
      bought: 'Dette kjem av endra innkjøp.',
      reckoned: 'Dette kjem av endra metode eller kva rekneskap som finst, ikkje av endra innkjøp.',
    },
    means: {
      data: 'Innkjøp hos kommunar med rekneskap i berre det eine året.',
      volume: 'Endringa i samla innkjøpsbeløp, med utsleppet per krone før.',
      mix: 'Endringa i kvar varegruppe sin del av innkjøpsbeløpet, med utsleppet per krone i gruppa før. Òg grupper som berre er kjøpte i det eine året.',
      supplier: 'Beløp som er berekna med leverandørane sine eigne tal etter.',
      factor: 'Linjer med same metode som før, og ein faktor gruppa ikkje hadde.',
      method: 'Linjer med ein metode gruppa ikkje hadde før.',
      price:
        'Kostnadsbaserte linjer med ein faktor gruppa hadde før, i andre prisar: ei krone kjøper mindre eller meir enn før.',
    },
    reckoned: {
      data: 'Kvar linje tel med heile utsleppet: trekt frå for det første året, lagt til for det siste.',
      volume: 'Kvar gruppe: kg før × vekst − kg før.',
      mix: 'Kvar gruppe: kroner etter × kg per krone før − kg før × vekst. Linjer med same metode, same faktor og same prisår som før tel med eige utslepp: då er det varene i gruppa som er endra.',
      supplier: 'Kvar linje: utslepp med leverandøren sitt tal − kroner × kg per krone før.',
      factor: 'Kvar linje: utslepp etter − kroner × kg per krone før.',
      method: 'Kvar linje: utslepp etter − kroner × kg per krone før.',
      price: 'Kvar linje: utslepp etter − kroner × kg per krone før.',
    },
  },
  source: {
    prices: 'Prisindeks og kursar',
    priceShares: 'Delar av kjøparprisen',
    factors: 'Utsleppsfaktorar',
    declaration: 'Deklarasjonen til leverandøren',
    licence: (p) => `Lisens: ${p.licence}`,
  },
  decided: {
    factor: (p) => `Faktoren er vald for ${p.about}: «${p.reason}». ${p.who}`,
    methods: (p) => `Kva metodar som blir brukte i kategorien, er avgjort: «${p.reason}». ${p.who}`,
    item: (p) => `Vare ${p.about} er klassifisert manuelt: «${p.reason}». ${p.who}`,
    account: (p) => `Kategorien for konto ${p.about} er sett manuelt: «${p.reason}». ${p.who}`,
    declaration: (p) => `Deklarasjon ${p.about} er godkjend${p.reason ? `: «${p.reason}»` : ''}. ${p.who}`,
  },
  notCalculated: 'ikkje berekna',
  notStated: 'ikkje oppgitt',
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
    run: 'Berekning',
    finished: 'Ferdig',
    engine: 'Berekningsprogram',
    factorSet: 'Faktorsett',
    ruleSet: 'Kontokart',
    dataYear: 'Dataår',
    declaration: 'Deklarasjon',
    reportVersion: 'Rapport',
    qualityBySpend: 'Datakvalitet, vekta etter beløp (1 best, 5 svakast)',
    qualityByKg: 'Datakvalitet, vekta etter utslepp',
    quality: 'Datakvalitet (1 best, 5 svakast)',
    none: 'ingen',
  },
  wayDown: { spend: 'Sjå linja i den importerte fila', reported: 'Sjå linja i rapporten', sum: 'Sjå linjene' },
};
