import { describeExpected } from '../ledger/expected-of-profile.ts';
import type { Sentence } from './message-args.ts';

/** Reasons why an account holds no purchases, by the reader's code. */
const charts: Readonly<Record<string, string>> = {
  payroll: 'lønn',
  income: 'inntekter',
  finance: 'overføringer og finans',
  balance: 'balansekontoer',
  compensation: 'merverdiavgift som gir kompensasjon',
  'not-listed': 'kontoer som importprofilen ikke tar med',
};

/** Formats a number of rows, which the readers pass as text. */
const rows = (count: string, n: (text: string) => string): string => (count === '1' ? 'Én rad' : `${n(count)} rader`);

/** Names of the document limits, by the reader's code. */
const sizes: Readonly<Record<string, string>> = {
  depth: 'elementer inni hverandre',
  text: 'tegn i ett element',
  nodes: 'elementer i én del',
  records: 'deler',
  bytes: 'byte',
};

/** Bokmål. One or two sentences per code: what was detected, and what it means for the reader. */
export const nb = {
  'file-empty': () => 'Filen er tom.',
  'not-xml': ({ found }) => `Filen er ikke XML: den begynner med «${found}».`,
  'xml-encoding': ({ p }) =>
    `Filen oppgir at den er skrevet med tegnsettet ${p('encoding')}, men inneholder tegn som ikke passer med det.`,
  'xml-doctype': () => 'Filen har en DOCTYPE-erklæring. Slike leses ikke, fordi de kan hente inn innhold utenfra.',
  'xml-truncated': () => 'Filen slutter midt i dokumentet. Den er trolig avbrutt under overføring; be om den på nytt.',
  'xml-damaged': ({ p }) => `XML-en er ødelagt på linje ${p('line')}: ${p('damage')}.`,
  'xml-too-large': ({ p, n }) =>
    `Dokumentet er for stort til å leses (grense: ${n(p('limit'))} ${sizes[p('what')] ?? p('what')}).`,
  'document-type-not-supported': ({ p }) =>
    `Dette er et dokument av typen ${p('root')}, som ikke leses her. Pakksedler og SAF-T importeres i en egen fil.`,
  'wrong-root': ({ p }) =>
    `Dokumentet begynner med «${p('root')}» (navnerom: ${p('namespace')}). En e-faktura eller kreditnota begynner med Invoice eller CreditNote i navnerommet til UBL 2.`,
  'invoice-without-lines': () => 'Dokumentet har ingen linjer.',
  'not-a-despatch': ({ p }) => `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikke en pakkseddel.`,
  'despatch-without-lines': () => 'Pakkseddelen har ingen linjer.',
  'not-a-notice': ({ p }) => `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikke en kunngjøring i eForms.`,
  'notice-not-eforms': ({ found, p }) => `Kunngjøringen følger «${found}», ikke eForms (${p('rule')}).`,
  'notice-field-missing': ({ p }) => `${p('field')} mangler, og må være med i en kunngjøring (${p('rule')}).`,
  'notice-code-wrong': ({ p, found, expected }) =>
    `${p('field')} er «${found}», som ikke er i kodelisten: ${expected} (${p('rule')}).`,
  'notice-dates-order': ({ p, found, expected }) =>
    `Varigheten slutter ${found}, før den begynner ${expected} (${p('rule')}).`,
  'notice-dates-differ': ({ p, found, expected }) =>
    `Delkontraktene skal ha samme datoer, men en har ${found} og en annen ${expected} (${p('rule')}).`,
  'notice-sum-differs': ({ p, found, expected, n }) =>
    `Delkontraktene er verdt ${n(expected)} til sammen, men anskaffelsen er oppgitt til ${n(found)} (${p('rule')}).`,
  'notice-currency-wrong': ({ p, found, expected }) =>
    `Verdien er oppgitt i ${found}; nasjonale kunngjøringer skal bruke ${expected} (${p('rule')}).`,
  'notice-language-missing': ({ p, found }) =>
    `Kunngjøringen er på ${found}; minst ett av språkene må være norsk (${p('rule')}).`,
  'notice-legal-basis-wrong': ({ p, found, expected }) =>
    `Rettsgrunnlaget «${found}» er ikke tillatt her; det skal være ${expected} (${p('rule')}).`,
  'notice-legal-basis-wrong-part': ({ p, found }) =>
    `Helse- og sosialtjenester (CPV ${found}) følger ikke del 2 av anskaffelsesforskriften (${p('rule')}).`,
  'notice-climate-missing': ({ p }) =>
    `Det er flere tildelingskriterier, men ingen opplysning om klima- og miljøhensyn (${p('rule')}).`,
  'notice-climate-weight-too-low': ({ p, found, expected, n }) =>
    `Klima- og miljøhensyn vekter ${n(found)} prosent; de skal vekte minst ${n(expected)}, eller det skal begrunnes hvorfor ikke (${p('rule')}).`,
  'notice-strategy-missing': ({ p, expected }) =>
    `Klima og miljø er vektet, men er ikke ført opp som strategisk hensyn (${expected}, ${p('rule')}).`,
  'notice-lots-awarded': ({ p, found }) =>
    `En leverandør kan få tildelt høyst ${found} delkontrakter, så ingen kan tildeles (${p('rule')}).`,
  'notice-change-forbidden': ({ p, found, expected }) =>
    `Endringskunngjøringen har ${found} der den opprinnelige har ${expected}; det kan ikke endres (${p('rule')}).`,
  'notice-reference-unknown': ({ p, found }) =>
    `Kunngjøringen viser til ${found}, som ikke finnes i den (${p('rule')}).`,
  'notice-cpv-wrong': ({ found }) => `«${found}» er ikke en CPV-kode: den skal ha åtte sifre.`,
  'notice-winner-unknown': ({ found }) => `${found} er tildelt, men kunngjøringen viser ikke hvem som vant.`,
  'not-a-catalogue': ({ p }) => `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikke en katalog.`,
  'catalogue-without-lines': () => 'Katalogen har ingen linjer.',
  'catalogue-period-order': ({ found, expected }) => `Perioden slutter ${found}, før den begynner ${expected}.`,
  'catalogue-action-unknown': ({ found }) => `«${found}» viser ikke om linjen legges til, endres eller fjernes.`,
  'catalogue-price-missing': () => 'Varen har ingen pris.',
  'not-json': ({ p }) => `Filen er ikke gyldig JSON: ${p('detail')}.`,
  'json-too-large': ({ p, n }) => `Filen er for stor til å leses (grense: ${n(p('limit'))} byte).`,
  'too-many-footprints': ({ p, n }) => `Filen har flere enn ${n(p('limit'))} fotavtrykk; del den i flere.`,
  'not-a-footprint': ({ found }) =>
    `Filen inneholder verken klimafotavtrykk i PACT-format eller en EPD (fant ${found}).`,
  'not-an-epd': ({ p }) =>
    `Dokumentet er av typen ${p('root')} (${p('namespace')}), ikke en EPD i ILCD-format (processDataSet).`,
  'epd-archive-empty': () =>
    'Arkivet har ingen EPD: filene under «processes» mangler. Last ned hele ILCD-arkivet fra programoperatøren.',
  'epd-incomplete': ({ p }) => `EPD-en mangler ${p('field')}, og kan derfor ikke brukes.`,
  'epd-without-gwp': ({ p }) => `«${p('name')}» oppgir ingen klimapåvirkning (GWP), og kan derfor ikke brukes.`,
  'epd-too-many-amounts': ({ p, n }) =>
    `EPD-en oppgir flere enn ${n(p('limit'))} klimatall, som er mer enn noe produkt har.`,
  'pdf-no-figures': () =>
    'En PDF kan ikke leses som tall. Lever EPD-en som ILCD-arkiv, XML eller JSON, og legg PDF-en ved som dokumentasjon.',
  'footprint-version': ({ found }) => `Versjon ${found} av PACT-formatet leses ikke; versjon 2 og 3 leses.`,
  'footprint-incomplete': ({ p }) => `Fotavtrykket mangler ${p('field')}, og kan derfor ikke brukes.`,
  'supplier-master-no-header': ({ p }) =>
    `Fant ingen rad med overskriftene «${p('number')}» og «${p('orgNumber')}» blant de første 50. Gi kolonnene disse navnene, og importer filen på nytt.`,
  'supplier-master-empty': () => 'Filen har ingen leverandører under overskriftene.',
  'ledger-no-header': ({ p }) =>
    `Fant ingen rad med overskriftene som profilen «${p('profile')}» venter: ${p('missing')}.`,
  'ledger-no-profile': ({ p }) =>
    `Ingen av profilene passer til overskriftene i filen${p('headers') === '–' ? '' : `: ${p('headers')}`}. Lag en importprofil som angir hva kolonnene er.`,
  'import-profile-invalid': ({ p }) =>
    `Profilen kan ikke brukes: ${p('detail')}. Der skal det stå ${describeExpected(p('detail'), 'nb')}.`,
  'ledger-empty': () => 'Filen har overskrifter, men ingen posteringer.',
  'not-saft': ({ p }) =>
    `Dokumentet er av typen ${p('root')} (${p('namespace')}). SAF-T Regnskap er en AuditFile i ${p('expected')}; be økonomisystemet om regnskapseksporten.`,
  'saft-version': ({ p }) =>
    `Filen oppgir at den er versjon ${p('found')} av SAF-T Regnskap; 1.10 til 1.30 leses. Be økonomisystemet om en av dem.`,
  'saft-accounts-missing': () =>
    'Filen har transaksjoner, men ingen kontoplan. Kom eksporten i flere deler, så legg alle i én zip-fil og importer den.',
  'saft-parts-differ': ({ p }) =>
    `${p('part')} gjelder organisasjonen ${p('found')}, delene før den ${p('expected')}. Legg bare delene av én eksport i zip-filen.`,
  'saft-empty': () => 'Filen har ingen transaksjoner.',
  'saft-transaction-unbalanced': ({ p, n }) =>
    `Transaksjon ${p('transaction')} går ikke i balanse: debet er ${n(p('debit'))}, kredit ${n(p('credit'))}, en forskjell på ${n(p('difference'))}. Ta eksporten på nytt, eller spør leverandøren av økonomisystemet.`,
  'saft-amount-not-read': ({ p }) =>
    `Transaksjon ${p('transaction')} har beløpet «${p('found')}», som ikke er et tall med desimalpunktum.`,
  'saft-unbalanced': ({ p, n }) =>
    `Filen går ikke i balanse: debet er til sammen ${n(p('debit'))}, kredit ${n(p('credit'))}. Ta eksporten på nytt.`,
  'saft-total-differs': ({ p, n }) =>
    `Filen oppgir at ${p('side') === 'debit' ? 'debet' : 'kredit'} til sammen er ${n(p('found'))}, men transaksjonene summerer til ${n(p('expected'))}. Noe kan mangle: ta eksporten på nytt, med alle delene.`,
  'saft-entries-differ': ({ found, expected, n }) =>
    `Filen oppgir ${n(found)} transaksjoner, men har ${n(expected)}. Summene stemmer.`,
  'saft-of-another-buyer': ({ p }) =>
    `Filen er regnskapet til ${p('found')}, som er en annen kjøper. Ingenting er importert. Importer filen for din egen organisasjon.`,
  'saft-of-unknown-buyer': ({ p }) =>
    `Filen er regnskapet til ${p('found')}, som ikke er en av kjøperne her. Oppgi hvilken kjøper den gjelder, eller kontroller organisasjonsnummeret i filen.`,
  'memory-limit-exceeded': () =>
    'Filen krever mer minne enn vi har tilgjengelig. Del den opp, for eksempel per måned, og prøv igjen.',
  'time-limit-exceeded': () => 'Filen tok for lang tid å lese. Del den opp, for eksempel per måned, og prøv igjen.',
  'reader-crashed': () =>
    'Lesingen av filen stoppet uventet. Prøv igjen; skjer det på nytt, lagre filen på nytt eller del den opp.',
  'not-a-table': () => 'Filen er ikke en tabell som kan leses.',
  'password-protected': () => 'Filen er beskyttet med passord. Lagre den uten passord og prøv igjen.',
  'workbook-damaged': () => 'Arbeidsboken er ødelagt og kan ikke åpnes.',
  'zip-damaged': () => 'Zip-filen er ødelagt og kan ikke åpnes.',
  'zip-bomb': () => 'Zip-filen pakker seg ut til langt mer enn den bør. Den leses ikke.',
  'zip-in-zip': ({ found }) =>
    `«${found}» er en zip-fil inne i zip-filen. Den er ikke åpnet. Pakk den ut, og importer filen for seg.`,
  'zip-with-table': ({ found }) =>
    `«${found}» er en tabell inne i zip-filen. Den er ikke lest. Pakk den ut, og importer den for seg.`,
  'zip-without-documents': () => 'Zip-filen inneholder ingen XML-dokumenter.',
  'too-large': ({ p, n }) => `Filen er for stor (grense: ${n(p('expected'))}).`,
  'too-many-rows': ({ p, n }) => `Filen har for mange rader (grense: ${n(p('expected'))}).`,
  'too-many-sheets': ({ p, n }) => `Filen har for mange ark (grense: ${n(p('expected'))}).`,
  'too-many-columns': ({ p, n }) => `Filen har for mange kolonner (grense: ${n(p('expected'))}).`,
  'too-many-texts': ({ p, n }) => `Arbeidsboken har for mye tekst (grense: ${n(p('expected'))}).`,
  'cell-too-long': ({ p, n }) => `En celle er for lang (grense: ${n(p('expected'))} byte).`,
  'file-unreadable': ({ p }) => `Filen kunne ikke leses (${p('code')}).`,
  'field-missing': ({ p }) => `${p('field')} mangler.`,
  'number-not-read': ({ p, found }) =>
    `${p('field')} er «${found}», som ikke er et tall med punktum som desimaltegn. Det er ikke med i summene.`,
  'date-not-read': ({ p, found }) => `${p('field')} er «${found}», som ikke er en dato.`,
  'invoice-line-sum': ({ found, expected, n }) =>
    `Linjene summerer til ${n(expected)}, men dokumentet oppgir ${n(found)}.`,
  'invoice-allowance-sum': ({ found, expected, n }) =>
    `Rabattene summerer til ${n(expected)}, men dokumentet oppgir ${n(found)}.`,
  'invoice-charge-sum': ({ found, expected, n }) =>
    `Gebyrene summerer til ${n(expected)}, men dokumentet oppgir ${n(found)}.`,
  'invoice-tax-exclusive': ({ found, expected, n }) =>
    `Sum uten mva. er oppgitt til ${n(found)}; linjer, rabatter og gebyrer gir ${n(expected)}.`,
  'invoice-payable': ({ found, expected, n }) => `Å betale er oppgitt til ${n(found)}; totalene gir ${n(expected)}.`,
  'invoice-line-amount': ({ found, expected, n, p }) =>
    `Linjebeløpet er ${n(found)}, men ${n(p('quantity'))} × ${n(p('price'))} (per ${n(p('base'))}) med rabatter og gebyrer gir ${n(expected)}.`,
  'invoice-base-quantity-zero': () => 'Prisen gjelder for mengden 0, som ikke gir mening.',
  'unit-missing': () => 'Mengden har ingen enhet.',
  'unit-unknown': ({ found }) => `«${found}» er ikke en enhetskode.`,
  'unit-unlisted': ({ found }) => `Enhetskoden ${found} har vi ikke noe navn på.`,
  'gtin-wrong': ({ found }) => `GTIN ${found} har feil kontrollsiffer eller lengde.`,
  'currency-differs': ({ found, expected }) => `Linjen er i ${found}, dokumentet i ${expected}.`,
  'invoice-of-another-buyer': ({ found }) => `Fakturaen er stilet til en annen kjøper (${found}), og er ikke tatt med.`,
  'invoice-of-former-buyer': ({ found, expected }) =>
    `Fakturaen er stilet til ${found}, som på fakturadagen er blitt til ${expected}. Den er tatt med der den er stilet.`,
  'credit-note-negative': ({ found, n }) =>
    `Kreditnotaen har en negativ sum (${n(found)}), og er derfor regnet som et kjøp. Spør selgeren om det er ment slik.`,
  'credit-note-without-invoice': () => 'Kreditnotaen viser ikke hvilken faktura den krediterer.',
  'org-number-wrong': ({ found }) => `«${found}» er ikke et gyldig organisasjonsnummer.`,
  'party-unidentified': ({ found }) => `${found} er oppgitt uten noe nummer.`,
  'co2e-factor-not-number': ({ found }) => `EmissionFactor er «${found}», som ikke er et tall (GP004).`,
  'co2e-net-not-number': ({ found }) => `NetEmissionQuantity er «${found}», som ikke er et tall (GP005).`,
  'co2e-net-differs': ({ found, expected, n }) =>
    `Oppgitt utslipp er ${n(found)} kg; faktor × mengde gir ${n(expected)} kg (GP005).`,
  'co2e-source-factor': ({ found, expected, n, p }) =>
    `EmissionFactor ${n(found)} er kildens egen faktor; per fakturert enhet er den ${n(expected)} (× ${n(p('rate'))}). Den ganges ikke en gang til.`,
  'co2e-source-unknown': ({ found }) =>
    `EmissionFactorSource er «${found}»; den skal være Database eller Internal (GP006).`,
  'co2e-source-missing': () => 'EmissionFactor er oppgitt uten EmissionFactorSource (GP007).',
  'co2e-unit-unknown': ({ found }) => `EmissionFactorCalculationUnit «${found}» er ikke en kjent enhetskode (GP008).`,
  'co2e-unit-same': ({ found }) =>
    `EmissionFactorCalculationUnit er ${found}, samme enhet som fakturert; da trengs ingen omregning.`,
  'co2e-rate-not-number': ({ found }) => `EmissionFactorCalculationRate er «${found}», som ikke er et tall (GP009).`,
  'footprint-gtin-wrong': ({ found }) =>
    `Produktnummeret ${found} har feil kontrollsiffer, og kan ikke kobles med GTIN.`,
  'footprint-negative': ({ found, n }) =>
    `Fotavtrykket er negativt (${n(found)} kg), som tyder på at opptak av biogent karbon er regnet med.`,
  'footprint-parts-differ': ({ found, expected, n }) =>
    `Delene av fotavtrykket blir ${n(expected)} kg, mens totalen er oppgitt til ${n(found)} kg. Det kan være en skrivefeil.`,
  'footprint-expired': ({ found }) => `Fotavtrykket gjaldt til ${found}.`,
  'footprint-deprecated': () => 'Fotavtrykket er trukket tilbake av den som ga det ut.',
  'footprint-validity-assumed': ({ found }) =>
    `Gyldighet er ikke oppgitt; tre år etter referanseperioden gir ${found}.`,
  'footprint-validity-too-long': ({ found, expected }) =>
    `Oppgitt gyldig til ${found}, mer enn tre år etter referanseperioden (${expected}).`,
  'footprint-excluding-missing': () =>
    'Fotavtrykk uten biogent opptak mangler; verdien med opptak brukes ikke i stedet.',
  'footprint-including-higher': ({ found, expected, n }) =>
    `Verdien med biogent opptak (${n(found)}) er høyere enn den uten (${n(expected)}).`,
  'footprint-unit-unknown': ({ found }) => `Den deklarerte enheten «${found}» er ikke i PACT-formatet.`,
  'footprint-amount-wrong': ({ found }) => `Deklarert mengde er «${found}»; den må være større enn null.`,
  'footprint-mass-missing': () =>
    'Vekt per deklarert enhet er ikke oppgitt, så fotavtrykket kan ikke regnes om til kg.',
  'footprint-share-fraction': ({ found, n }) =>
    `Andel primærdata er ${n(found)}; den er trolig oppgitt som brøk i stedet for prosent.`,
  'footprint-id-wrong': ({ found }) => `«${found}» er ikke en gyldig id (UUID).`,
  'epd-indicator-unit': ({ found }) => `Et klimatall er oppgitt i «${found}» i stedet for kg CO₂e, og er ikke lest.`,
  'epd-scenario-unclear': () => 'A1–A3 er oppgitt for flere scenarier, og ingen av dem er standard. Ingen er valgt.',
  'epd-modules-missing': () => 'A1–A3 er ikke oppgitt i sin helhet. En modul som ikke er deklarert, er ikke null.',
  'epd-modules-summed': () => 'A1, A2 og A3 er oppgitt hver for seg og lagt sammen.',
  'epd-modules-differ': ({ found, expected, n }) =>
    `A1–A3 er oppgitt til ${n(found)} kg, mens A1, A2 og A3 hver for seg blir ${n(expected)} kg. Det kan være en skrivefeil; tallet for A1–A3 brukes.`,
  'epd-sum-differs': ({ found, expected, n }) =>
    `GWP-total er oppgitt til ${n(found)} kg, mens fossilt, biogent og arealbruk blir ${n(expected)} kg. Det kan være en skrivefeil.`,
  'epd-split-missing': ({ found, n }) =>
    `Bare GWP-total (${n(found)} kg) er oppgitt for A1–A3. Uten fossil del kan biogent opptak være regnet med, så tallet brukes ikke.`,
  'epd-one-figure': () =>
    'EPD-en følger EN 15804+A1, der klimapåvirkning er ett tall. Biogent karbon kan ikke skilles ut.',
  'epd-luluc-missing': () =>
    'Arealbruk (GWP-luluc) er ikke oppgitt; standarden tillater det når den er under fem prosent. Det fossile tallet brukes alene.',
  'epd-biogenic-not-released': ({ found, expected, n }) =>
    `A1–A3 tar opp ${n(expected)} kg biogent karbon, men C3 og C4 frigjør bare ${n(found)} kg.`,
  'epd-flow-missing': () =>
    'Filen viser ikke hva tallene gjelder for: produktets flyt (flow) er ikke med. Lever hele ILCD-arkivet.',
  'epd-unit-unknown': ({ found }) =>
    `Den deklarerte enheten «${found}» kjenner vi ikke, eller den passer ikke med det den skal måle.`,
  'epd-amount-differs': ({ found, expected, n }) =>
    `Deklarert mengde er oppgitt til ${n(found)}, men beregnes til ${n(expected)}. Det er ikke klart hva tallene gjelder for.`,
  'epd-mass-differs': ({ found, expected, n }) =>
    `Vekten er oppgitt både til ${n(expected)} kg og ${n(found)} kg, og brukes ikke.`,
  'epd-density-implausible': ({ found, n }) =>
    `Tettheten er oppgitt til ${n(found)} kg/m³, som er lettere enn isolasjon; det kan være g/cm³. Den brukes ikke.`,
  'epd-conversion-inverse': ({ found, expected, n }) =>
    `Omregningsfaktoren til 1 kg (${n(found)}) er oppgitt motsatt vei; vekten er ${n(expected)} kg.`,
  'epd-validity-missing': () => 'EPD-en oppgir ikke hvor lenge den gjelder, og kan derfor ikke brukes.',
  'epd-validity-year': ({ found, expected }) =>
    `Gyldighet er oppgitt som året ${found}; det er lest som til og med ${expected}.`,
  'epd-published-missing': ({ found }) =>
    `Utgivelsesdagen er ikke oppgitt; første dag i referanseåret, ${found}, er brukt.`,
  'epd-not-specific': ({ found }) => `Datasettet er «${found}», ikke for ett bestemt produkt fra én produsent.`,
  'epd-unreviewed': () => 'Ingen uavhengig ekstern kontrollør er navngitt.',
  'epd-unregistered': () => 'Registreringsnummer hos en programoperatør er ikke oppgitt.',
  'ledger-amount-not-read': ({ found }) => `Beløpet «${found}» kunne ikke leses. Raden er ikke importert.`,
  'ledger-amount-ambiguous': ({ p, n, found }) =>
    `Beløpet «${found}» kan leses på to måter, og er lest som ${n(p('amount'))}. Stemmer ikke det, må du angi desimaltegnet i importprofilen.`,
  'ledger-duplicate-header': ({ p, found }) =>
    `Overskriften «${found}» står over flere kolonner (${p('columns')}). Kolonne ${p('read')} er lest. Er det en av de andre som gjelder, må den få et eget navn i filen og i importprofilen.`,
  'ledger-mostly-negative': ({ p, n }) =>
    `Nesten alle linjene, ${n(p('credits'))} av ${n(p('lines'))}, er negative. Føres innkjøp med minus i dette systemet, må du angi det i importprofilen.`,
  'ledger-amount-missing': () => 'Raden har ikke beløp. Den er ikke importert.',
  'ledger-date-not-read': ({ p, found }) => `${p('field')} er «${found}», som ikke er en dato.`,
  'ledger-class-not-read': ({ p, found, expected }) =>
    `${p('field')} er «${found}», som ikke viser om posteringen er drift eller investering (${expected}). Den er lest som ukjent.`,
  'ledger-account-truncated': ({ p, found }) =>
    `Kontoen «${found}» er lest som ${p('account')}. Stemmer ikke det, må du angi i importprofilen hvilken del av koden som er kontoen.`,
  'ledger-org-number-wrong': ({ found }) => `«${found}» er ikke et gyldig organisasjonsnummer.`,
  'ledger-filtered': ({ p, n }) => `${rows(p('rows'), n)} er utelatt av filteret ${p('filter')}.`,
  'ledger-account-excluded': ({ p, n }) =>
    `${rows(p('rows'), n)} på konto ${p('account')} er ikke innkjøp og er utelatt.`,
  'ledger-chart-excluded': ({ p, n }) =>
    `${rows(p('rows'), n)} er ikke innkjøp etter kontoplanen (${charts[p('chart')] ?? p('chart')}) og er utelatt.`,
  'ledger-party-unknown': ({ p, n }) =>
    `${rows(p('rows'), n)} ${p('party') === 'person' ? 'gjelder privatpersoner' : 'er av selgere uten kjent organisasjonsnummer'} og er utelatt.`,
  'ledger-total-row': ({ p }) => `Raden «${p('label')}» er en sum og er utelatt.`,
  'ledger-total-differs': ({ found, expected, n, p }) =>
    `Raden «${p('label')}» viser ${n(found)}, men radene over summerer til ${n(expected)}.`,
} satisfies Record<string, Sentence>;

export type MessageCode = keyof typeof nb;
