import { describeExpected } from '../ledger/expected-of-profile.ts';
import type { MessageCode } from './nb.ts';
import type { Sentence } from './message-args.ts';

/** Reasons why an account holds no purchases, by the reader's code. */
const charts: Readonly<Record<string, string>> = {
  payroll: 'løn',
  income: 'inntekter',
  finance: 'overføringar og finans',
  balance: 'balansekontoar',
  compensation: 'meirverdiavgift som gir kompensasjon',
  'not-listed': 'kontoar som importprofilen ikkje tek med',
};

/** Formats a number of rows, which the readers pass as text. */
const rows = (count: string, n: (text: string) => string): string => (count === '1' ? 'Éi rad' : `${n(count)} rader`);

/** Names of the document limits, by the reader's code. */
const sizes: Readonly<Record<string, string>> = {
  depth: 'element inni kvarandre',
  text: 'teikn i eitt element',
  nodes: 'element i éin del',
  records: 'delar',
  bytes: 'byte',
};

/** Nynorsk. */
export const nn: Record<MessageCode, Sentence> = {
  'file-empty': () => 'Fila er tom.',
  'not-xml': ({ found }) => `Fila er ikkje XML: ho byrjar med «${found}».`,
  'xml-encoding': ({ p }) =>
    `Fila oppgir at ho er skriven med teiknsettet ${p('encoding')}, men inneheld teikn som ikkje passar med det.`,
  'xml-doctype': () =>
    'Fila har ei DOCTYPE-erklæring. Slike blir ikkje lesne, fordi dei kan hente inn innhald utanfrå.',
  'xml-truncated': () => 'Fila sluttar midt i dokumentet. Ho er truleg avbroten under overføring; be om ho på nytt.',
  'xml-damaged': ({ p }) => `XML-en er øydelagd på linje ${p('line')}: ${p('damage')}.`,
  'xml-too-large': ({ p, n }) =>
    `Dokumentet er for stort til å lesast (grense: ${n(p('limit'))} ${sizes[p('what')] ?? p('what')}).`,
  'document-type-not-supported': ({ p }) =>
    `Dette er eit dokument av typen ${p('root')}, som ikkje blir lese her. Pakksetlar og SAF-T blir importerte i ei eiga fil.`,
  'wrong-root': ({ p }) =>
    `Dokumentet begynner med «${p('root')}» (namnerom: ${p('namespace')}). Ein e-faktura eller kreditnota begynner med Invoice eller CreditNote i namnerommet til UBL 2.`,
  'invoice-without-lines': () => 'Dokumentet har ingen linjer.',
  'not-a-despatch': ({ p }) => `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikkje ein pakksetel.`,
  'despatch-without-lines': () => 'Pakksetelen har ingen linjer.',
  'not-a-notice': ({ p }) => `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikkje ei kunngjering i eForms.`,
  'notice-not-eforms': ({ found, p }) => `Kunngjeringa følgjer «${found}», ikkje eForms (${p('rule')}).`,
  'notice-field-missing': ({ p }) => `${p('field')} manglar, og må vere med i ei kunngjering (${p('rule')}).`,
  'notice-code-wrong': ({ p, found, expected }) =>
    `${p('field')} er «${found}», som ikkje er i kodelista: ${expected} (${p('rule')}).`,
  'notice-dates-order': ({ p, found, expected }) =>
    `Perioden sluttar ${found}, før han byrjar ${expected} (${p('rule')}).`,
  'notice-dates-differ': ({ p, found, expected }) =>
    `Delkontraktane skal ha same datoar, men ein har ${found} og ein annan ${expected} (${p('rule')}).`,
  'notice-sum-differs': ({ p, found, expected, n }) =>
    `Delkontraktane er verde ${n(expected)} til saman, men innkjøpet er oppgitt til ${n(found)} (${p('rule')}).`,
  'notice-currency-wrong': ({ p, found, expected }) =>
    `Verdien er oppgitt i ${found}; nasjonale kunngjeringar skal bruke ${expected} (${p('rule')}).`,
  'notice-language-missing': ({ p, found }) =>
    `Kunngjeringa er på ${found}; minst eitt av språka må vere norsk (${p('rule')}).`,
  'notice-legal-basis-wrong': ({ p, found, expected }) =>
    `Rettsgrunnlaget «${found}» er ikkje tillate her; det skal vere ${expected} (${p('rule')}).`,
  'notice-legal-basis-wrong-part': ({ p, found }) =>
    `Helse- og sosialtenester (CPV ${found}) følgjer ikkje del 2 av anskaffingsforskrifta (${p('rule')}).`,
  'notice-climate-missing': ({ p }) =>
    `Det er fleire tildelingskriterium, men inga opplysning om klima- og miljøomsyn (${p('rule')}).`,
  'notice-climate-weight-too-low': ({ p, found, expected, n }) =>
    `Klima- og miljøomsyn vektar ${n(found)} prosent; dei skal vekte minst ${n(expected)}, eller det skal grunngjevast kvifor ikkje (${p('rule')}).`,
  'notice-strategy-missing': ({ p, expected }) =>
    `Klima og miljø er vekta, men er ikkje førte opp som strategisk omsyn (${expected}, ${p('rule')}).`,
  'notice-lots-awarded': ({ p, found }) =>
    `Ein leverandør kan få tildelt høgst ${found} delkontraktar, så ingen kan tildelast (${p('rule')}).`,
  'notice-change-forbidden': ({ p, found, expected }) =>
    `Endringskunngjeringa har ${found} der den opphavlege har ${expected}; det kan ikkje endrast (${p('rule')}).`,
  'notice-reference-unknown': ({ p, found }) =>
    `Kunngjeringa viser til ${found}, som ikkje finst i henne (${p('rule')}).`,
  'notice-cpv-wrong': ({ found }) => `«${found}» er ikkje ein CPV-kode: han skal ha åtte siffer.`,
  'notice-winner-unknown': ({ found }) => `${found} er tildelt, men kunngjeringa viser ikkje kven som vann.`,
  'not-a-catalogue': ({ p }) => `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikkje ein katalog.`,
  'catalogue-without-lines': () => 'Katalogen har ingen linjer.',
  'catalogue-period-order': ({ found, expected }) => `Perioden sluttar ${found}, før han byrjar ${expected}.`,
  'catalogue-action-unknown': ({ found }) => `«${found}» viser ikkje om linja blir lagd til, endra eller fjerna.`,
  'catalogue-price-missing': () => 'Vara har ingen pris.',
  'not-json': ({ p }) => `Fila er ikkje gyldig JSON: ${p('detail')}.`,
  'json-too-large': ({ p, n }) => `Fila er for stor til å lesast (grense: ${n(p('limit'))} byte).`,
  'too-many-footprints': ({ p, n }) => `Fila har fleire enn ${n(p('limit'))} fotavtrykk; del ho i fleire.`,
  'not-a-footprint': ({ found }) => `Fila inneheld verken klimafotavtrykk i PACT-format eller ein EPD (fann ${found}).`,
  'not-an-epd': ({ p }) =>
    `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikkje ein EPD i ILCD-format (processDataSet).`,
  'epd-archive-empty': () =>
    'Arkivet har ingen EPD: filene under «processes» manglar. Last ned heile ILCD-arkivet frå programoperatøren.',
  'epd-incomplete': ({ p }) => `EPD-en manglar ${p('field')}, og kan difor ikkje brukast.`,
  'epd-without-gwp': ({ p }) => `«${p('name')}» oppgir ingen klimapåverknad (GWP), og er ingen EPD som kan telje.`,
  'epd-too-many-amounts': ({ p, n }) =>
    `EPD-en oppgir fleire enn ${n(p('limit'))} klimatal, som er meir enn noko produkt har.`,
  'pdf-no-figures': () =>
    'Ein PDF kan ikkje lesast som tal. Lever EPD-en som ILCD-arkiv, XML eller JSON, og legg PDF-en ved som dokumentasjon.',
  'footprint-version': ({ found }) => `Versjon ${found} av PACT-formatet blir ikkje lesen; versjon 2 og 3 blir lesne.`,
  'footprint-incomplete': ({ p }) => `Fotavtrykket manglar ${p('field')}, og kan difor ikkje brukast.`,
  'supplier-master-no-header': ({ p }) =>
    `Fann inga rad med overskriftene «${p('number')}» og «${p('orgNumber')}» blant dei første 50. Gi kolonnane desse namna, og importer fila på nytt.`,
  'supplier-master-empty': () => 'Fila har ingen leverandørar under overskriftene.',
  'ledger-no-header': ({ p }) =>
    `Fann inga rad med overskriftene som profilen «${p('profile')}» ventar: ${p('missing')}.`,
  'ledger-no-profile': ({ p }) =>
    `Ingen av profilane passar til overskriftene i fila${p('headers') === '–' ? '' : `: ${p('headers')}`}. Lag ein importprofil som viser kva kolonnane er.`,
  'import-profile-invalid': ({ p }) =>
    `Profilen kan ikkje brukast: ${p('detail')}. Der skal det stå ${describeExpected(p('detail'), 'nn')}.`,
  'ledger-empty': () => 'Fila har overskrifter, men ingen posteringar.',
  'not-saft': ({ p }) =>
    `Dokumentet er av typen ${p('root')} (${p('namespace')}). SAF-T Rekneskap er ei AuditFile i ${p('expected')}; be økonomisystemet om rekneskapseksporten.`,
  'saft-version': ({ p }) =>
    `Fila oppgir at ho er versjon ${p('found')} av SAF-T Rekneskap; 1.10 til 1.30 blir lesne. Be økonomisystemet om ein av dei.`,
  'saft-accounts-missing': () =>
    'Fila har transaksjonar, men ingen kontoplan. Kom eksporten i fleire delar, så legg alle i éi zip-fil og importer ho.',
  'saft-parts-differ': ({ p }) =>
    `${p('part')} gjeld organisasjonen ${p('found')}, delane før han ${p('expected')}. Legg berre delane av éin eksport i zip-fila.`,
  'saft-empty': () => 'Fila har ingen transaksjonar.',
  'saft-transaction-unbalanced': ({ p, n }) =>
    `Transaksjon ${p('transaction')} går ikkje i balanse: debet er ${n(p('debit'))}, kredit ${n(p('credit'))}, ein skilnad på ${n(p('difference'))}. Ta eksporten på nytt, eller spør leverandøren av økonomisystemet.`,
  'saft-amount-not-read': ({ p }) =>
    `Transaksjon ${p('transaction')} har beløpet «${p('found')}», som ikkje er eit tal med desimalpunktum.`,
  'saft-unbalanced': ({ p, n }) =>
    `Fila går ikkje i balanse: debet er til saman ${n(p('debit'))}, kredit ${n(p('credit'))}. Ta eksporten på nytt.`,
  'saft-total-differs': ({ p, n }) =>
    `Fila oppgir at ${p('side') === 'debit' ? 'debet' : 'kredit'} til saman er ${n(p('found'))}, men transaksjonane summerer til ${n(p('expected'))}. Noko kan mangle: ta eksporten på nytt, med alle delane.`,
  'saft-entries-differ': ({ found, expected, n }) =>
    `Fila oppgir ${n(found)} transaksjonar, men har ${n(expected)}. Summane stemmer.`,
  'saft-of-another-buyer': ({ p }) =>
    `Fila er rekneskapen til ${p('found')}, som er ein annan kjøpar. Ingenting er importert. Importer fila for din eigen organisasjon.`,
  'saft-of-unknown-buyer': ({ p }) =>
    `Fila er rekneskapen til ${p('found')}, som ikkje er ein av kjøparane her. Oppgi kva kjøpar ho gjeld, eller kontroller organisasjonsnummeret i fila.`,
  'memory-limit-exceeded': () =>
    'Fila krev meir minne enn vi kan gi henne. Del henne opp, til dømes per månad, og prøv igjen.',
  'time-limit-exceeded': () => 'Fila tok for lang tid å lese. Del henne opp, til dømes per månad, og prøv igjen.',
  'reader-crashed': () =>
    'Lesinga av fila stogga uventa. Prøv igjen; skjer det på nytt, lagre fila på nytt eller del henne opp.',
  'not-a-table': () => 'Fila er ikkje ein tabell som kan lesast.',
  'password-protected': () => 'Fila er verna med passord. Lagre ho utan passord og prøv igjen.',
  'workbook-damaged': () => 'Arbeidsboka er øydelagd og kan ikkje opnast.',
  'zip-damaged': () => 'Zip-fila er øydelagd og kan ikkje opnast.',
  'zip-bomb': () => 'Zip-fila pakkar seg ut til langt meir enn ho bør. Ho blir ikkje lesen.',
  'zip-in-zip': ({ found }) =>
    `«${found}» er ei zip-fil inne i zip-fila. Ho er ikkje opna. Pakk ho ut, og importer fila for seg.`,
  'zip-with-table': ({ found }) =>
    `«${found}» er ein tabell inne i zip-fila. Han er ikkje lesen; pakk han ut, og last han inn for seg.`,
  'zip-without-documents': () => 'Zip-fila inneheld ingen XML-dokument.',
  'too-large': ({ p, n }) => `Fila er for stor (grense: ${n(p('expected'))}).`,
  'too-many-rows': ({ p, n }) => `Fila har for mange rader (grense: ${n(p('expected'))}).`,
  'too-many-sheets': ({ p, n }) => `Fila har for mange ark (grense: ${n(p('expected'))}).`,
  'too-many-columns': ({ p, n }) => `Fila har for mange kolonnar (grense: ${n(p('expected'))}).`,
  'too-many-texts': ({ p, n }) => `Arbeidsboka har for mykje tekst (grense: ${n(p('expected'))}).`,
  'cell-too-long': ({ p, n }) => `Ei celle er for lang (grense: ${n(p('expected'))} byte).`,
  'file-unreadable': ({ p }) => `Fila kunne ikkje lesast (${p('code')}).`,
  'field-missing': ({ p }) => `${p('field')} manglar.`,
  'number-not-read': ({ p, found }) =>
    `${p('field')} er «${found}», som ikkje er eit tal med punktum som desimalteikn. Det er ikkje med i summane.`,
  'date-not-read': ({ p, found }) => `${p('field')} er «${found}», som ikkje er ein dato.`,
  'invoice-line-sum': ({ found, expected, n }) =>
    `Linjene summerer til ${n(expected)}, men dokumentet oppgir ${n(found)}.`,
  'invoice-allowance-sum': ({ found, expected, n }) =>
    `Rabattane summerer til ${n(expected)}, men dokumentet oppgir ${n(found)}.`,
  'invoice-charge-sum': ({ found, expected, n }) =>
    `Gebyra summerer til ${n(expected)}, men dokumentet oppgir ${n(found)}.`,
  'invoice-tax-exclusive': ({ found, expected, n }) =>
    `Sum utan mva. er oppgitt til ${n(found)}; linjer, rabattar og gebyr gir ${n(expected)}.`,
  'invoice-payable': ({ found, expected, n }) => `Å betale er oppgitt til ${n(found)}; totalane gir ${n(expected)}.`,
  'invoice-line-amount': ({ found, expected, n, p }) =>
    `Linjebeløpet er ${n(found)}, men ${n(p('quantity'))} × ${n(p('price'))} (per ${n(p('base'))}) med rabattar og gebyr gir ${n(expected)}.`,
  'invoice-base-quantity-zero': () => 'Prisen gjeld for mengda 0, som ikkje gir meining.',
  'unit-missing': () => 'Mengda har inga eining.',
  'unit-unknown': ({ found }) => `«${found}» er ikkje ein einingskode.`,
  'unit-unlisted': ({ found }) => `Einingskoden ${found} har vi ikkje noko namn på.`,
  'gtin-wrong': ({ found }) => `GTIN ${found} har feil kontrollsiffer eller lengd.`,
  'currency-differs': ({ found, expected }) => `Linja er i ${found}, dokumentet i ${expected}.`,
  'invoice-of-another-buyer': ({ found }) =>
    `Fakturaen er stila til ein annan kjøpar (${found}), og er ikkje teken med.`,
  'invoice-of-former-buyer': ({ found, expected }) =>
    `Fakturaen er stila til ${found}, som på fakturadagen er blitt til ${expected}. Han er teken med der han er stila.`,
  'credit-note-negative': ({ found, n }) =>
    `Kreditnotaen har ein negativ sum (${n(found)}), og er derfor rekna som eit kjøp. Spør seljaren om det er meint slik.`,
  'credit-note-without-invoice': () => 'Kreditnotaen viser ikkje kva faktura han krediterer.',
  'org-number-wrong': ({ found }) => `«${found}» er ikkje eit gyldig organisasjonsnummer.`,
  'party-unidentified': ({ found }) => `${found} er oppgitt utan noko nummer.`,
  'co2e-factor-not-number': ({ found }) => `EmissionFactor er «${found}», som ikkje er eit tal (GP004).`,
  'co2e-net-not-number': ({ found }) => `NetEmissionQuantity er «${found}», som ikkje er eit tal (GP005).`,
  'co2e-net-differs': ({ found, expected, n }) =>
    `Oppgitt utslepp er ${n(found)} kg; faktor × mengd gir ${n(expected)} kg (GP005).`,
  'co2e-source-factor': ({ found, expected, n, p }) =>
    `EmissionFactor ${n(found)} er kjelda sin eigen faktor; per fakturert eining er han ${n(expected)} (× ${n(p('rate'))}). Han blir ikkje gonga ein gong til.`,
  'co2e-source-unknown': ({ found }) =>
    `EmissionFactorSource er «${found}»; han skal vere Database eller Internal (GP006).`,
  'co2e-source-missing': () => 'EmissionFactor er oppgitt utan EmissionFactorSource (GP007).',
  'co2e-unit-unknown': ({ found }) =>
    `EmissionFactorCalculationUnit «${found}» er ikkje ein kjend einingskode (GP008).`,
  'co2e-unit-same': ({ found }) =>
    `EmissionFactorCalculationUnit er ${found}, same eining som fakturert; då trengst inga omrekning.`,
  'co2e-rate-not-number': ({ found }) => `EmissionFactorCalculationRate er «${found}», som ikkje er eit tal (GP009).`,
  'footprint-gtin-wrong': ({ found }) =>
    `Produktnummeret ${found} har feil kontrollsiffer, og kan ikkje koplast med GTIN.`,
  'footprint-negative': ({ found, n }) =>
    `Fotavtrykket er negativt (${n(found)} kg), som tyder på at opptak av biogent karbon er rekna med.`,
  'footprint-parts-differ': ({ found, expected, n }) =>
    `Delane av fotavtrykket blir ${n(expected)} kg, medan totalen er oppgitt til ${n(found)} kg. Det kan vere ein skrivefeil.`,
  'footprint-expired': ({ found }) => `Fotavtrykket gjaldt til ${found}.`,
  'footprint-deprecated': () => 'Fotavtrykket er trekt tilbake av den som gav det ut.',
  'footprint-validity-assumed': ({ found }) =>
    `Gyldigheit er ikkje oppgitt; tre år etter referanseperioden gir ${found}.`,
  'footprint-validity-too-long': ({ found, expected }) =>
    `Oppgitt gyldig til ${found}, meir enn tre år etter referanseperioden (${expected}).`,
  'footprint-excluding-missing': () =>
    'Fotavtrykk utan biogent opptak manglar; verdien med opptak blir ikkje brukt i staden.',
  'footprint-including-higher': ({ found, expected, n }) =>
    `Verdien med biogent opptak (${n(found)}) er høgare enn den utan (${n(expected)}).`,
  'footprint-unit-unknown': ({ found }) => `Den deklarerte eininga «${found}» er ikkje i PACT-formatet.`,
  'footprint-amount-wrong': ({ found }) => `Deklarert mengd er «${found}»; ho må vere større enn null.`,
  'footprint-mass-missing': () =>
    'Vekt per deklarert eining er ikkje oppgitt, så fotavtrykket kan ikkje reknast om til kg.',
  'footprint-share-fraction': ({ found, n }) =>
    `Del primærdata er ${n(found)}; han er truleg oppgitt som brøk i staden for prosent.`,
  'footprint-id-wrong': ({ found }) => `«${found}» er ikkje ein gyldig id (UUID).`,
  'epd-indicator-unit': ({ found }) => `Eit klimatal er oppgitt i «${found}» i staden for kg CO₂e, og er ikkje lese.`,
  'epd-scenario-unclear': () => 'A1–A3 er oppgitt for fleire scenario, og ingen av dei er standard. Ingen er vald.',
  'epd-modules-missing': () =>
    'A1–A3 er ikkje oppgitt i sin heilskap. Ein modul som ikkje er deklarert, er ikkje null.',
  'epd-modules-summed': () => 'A1, A2 og A3 er oppgitt kvar for seg og lagde saman.',
  'epd-modules-differ': ({ found, expected, n }) =>
    `A1–A3 er oppgitt til ${n(found)} kg, medan A1, A2 og A3 kvar for seg blir ${n(expected)} kg. Det kan vere ein skrivefeil; talet for A1–A3 blir brukt.`,
  'epd-sum-differs': ({ found, expected, n }) =>
    `GWP-total er oppgitt til ${n(found)} kg, medan fossilt, biogent og arealbruk blir ${n(expected)} kg. Det kan vere ein skrivefeil.`,
  'epd-split-missing': ({ found, n }) =>
    `Berre GWP-total (${n(found)} kg) er oppgitt for A1–A3. Utan fossil del kan biogent opptak vere rekna med, så talet blir ikkje brukt.`,
  'epd-one-figure': () =>
    'EPD-en følgjer EN 15804+A1, der klimapåverknad er eitt tal. Biogent karbon kan ikkje skiljast ut.',
  'epd-luluc-missing': () =>
    'Arealbruk (GWP-luluc) er ikkje oppgitt; standarden tillèt det når den er under fem prosent. Det fossile talet blir brukt åleine.',
  'epd-biogenic-not-released': ({ found, expected, n }) =>
    `A1–A3 tek opp ${n(expected)} kg biogent karbon, men C3 og C4 frigjer berre ${n(found)} kg.`,
  'epd-flow-missing': () =>
    'Fila viser ikkje kva tala gjeld for: flyten (flow) til produktet er ikkje med. Lever heile ILCD-arkivet.',
  'epd-unit-unknown': ({ found }) =>
    `Den deklarerte eininga «${found}» kjenner vi ikkje, eller ho passar ikkje med det ho skal måle.`,
  'epd-amount-differs': ({ found, expected, n }) =>
    `Deklarert mengd er oppgitt til ${n(found)}, men blir berekna til ${n(expected)}. Det er ikkje klart kva tala gjeld for.`,
  'epd-mass-differs': ({ found, expected, n }) =>
    `Vekta er oppgitt både til ${n(expected)} kg og ${n(found)} kg, og blir ikkje brukt.`,
  'epd-density-implausible': ({ found, n }) =>
    `Tettleiken er oppgitt til ${n(found)} kg/m³, som er lettare enn isolasjon; det kan vere g/cm³. Han blir ikkje brukt.`,
  'epd-conversion-inverse': ({ found, expected, n }) =>
    `Omrekningsfaktoren til 1 kg (${n(found)}) er oppgitt motsett veg; vekta er ${n(expected)} kg.`,
  'epd-validity-missing': () => 'EPD-en oppgir ikkje kor lenge han gjeld, og kan difor ikkje brukast.',
  'epd-validity-year': ({ found, expected }) =>
    `Gyldigheita er oppgitt som året ${found}; det er lese som til og med ${expected}.`,
  'epd-published-missing': ({ found }) =>
    `Utgivingsdagen er ikkje oppgitt; første dag i referanseåret, ${found}, er brukt.`,
  'epd-not-specific': ({ found }) => `Datasettet er «${found}», ikkje for eitt bestemt produkt frå éin produsent.`,
  'epd-unreviewed': () => 'Ingen uavhengig ekstern kontrollør er namngitt.',
  'epd-unregistered': () => 'Registreringsnummer hos ein programoperatør er ikkje oppgitt.',
  'ledger-amount-not-read': ({ found }) => `Beløpet «${found}» kunne ikkje lesast. Rada er ikkje importert.`,
  'ledger-amount-ambiguous': ({ p, n, found }) =>
    `Beløpet «${found}» kan lesast på to måtar, og er lese som ${n(p('amount'))}. Stemmer ikkje det, må du oppgi desimalteiknet i importprofilen.`,
  'ledger-duplicate-header': ({ p, found }) =>
    `Overskrifta «${found}» står over fleire kolonnar (${p('columns')}). Kolonne ${p('read')} er lesen. Er det ei av dei andre som gjeld, må ho få eit eige namn i fila og i importprofilen.`,
  'ledger-mostly-negative': ({ p, n }) =>
    `Nesten alle linjene, ${n(p('credits'))} av ${n(p('lines'))}, er negative. Blir innkjøp førte med minus i dette systemet, må du oppgi det i importprofilen.`,
  'ledger-amount-missing': () => 'Rada har ikkje beløp. Ho er ikkje importert.',
  'ledger-date-not-read': ({ p, found }) => `${p('field')} er «${found}», som ikkje er ein dato.`,
  'ledger-class-not-read': ({ p, found, expected }) =>
    `${p('field')} er «${found}», som ikkje viser om posteringa er drift eller investering (${expected}). Ho er lesen som ukjend.`,
  'ledger-account-truncated': ({ p, found }) =>
    `Kontoen «${found}» er lesen som ${p('account')}. Stemmer ikkje det, må du oppgi i importprofilen kva del av koden som er kontoen.`,
  'ledger-org-number-wrong': ({ found }) => `«${found}» er ikkje eit gyldig organisasjonsnummer.`,
  'ledger-filtered': ({ p, n }) => `${rows(p('rows'), n)} er utelatne av filteret ${p('filter')}.`,
  'ledger-account-excluded': ({ p, n }) =>
    `${rows(p('rows'), n)} på konto ${p('account')} er ikkje innkjøp og er utelatne.`,
  'ledger-chart-excluded': ({ p, n }) =>
    `${rows(p('rows'), n)} er ikkje innkjøp etter kontoplanen (${charts[p('chart')] ?? p('chart')}) og er utelatne.`,
  'ledger-party-unknown': ({ p, n }) =>
    `${rows(p('rows'), n)} ${p('party') === 'person' ? 'gjeld privatpersonar' : 'er av seljarar utan kjent organisasjonsnummer'} og er utelatne.`,
  'ledger-total-row': ({ p }) => `Rada «${p('label')}» er ein sum og er utelaten.`,
  'ledger-total-differs': ({ found, expected, n, p }) =>
    `Rada «${p('label')}» viser ${n(found)}, men radene over summerer til ${n(expected)}.`,
};
