/** Errors in a price form, with advice, by the server's code. */
export const findingsNb = {
  'column-missing': {
    says: 'En kolonne vi må ha, finnes ikke i filen',
    todo: 'Legg til kolonnen, eller gi den et av navnene vi kjenner igjen.',
  },
  'no-items': {
    says: 'Filen har overskrifter, men ingen varer',
    todo: 'Sjekk at varene står på samme ark som overskriftene.',
  },
  'number-missing': { says: 'Varenummeret mangler', todo: 'Skriv varenummeret, eller ta raden ut.' },
  'number-lost-digits': {
    says: 'Varenummeret har mistet sifre i regnearket',
    todo: 'Gjør kolonnen om til tekst, og skriv nummeret på nytt.',
  },
  'name-missing': { says: 'Varenavnet mangler', todo: 'Skriv navnet på varen.' },
  'unit-missing': { says: 'Enheten mangler', todo: 'Skriv enheten prisen gjelder for, for eksempel stk eller kg.' },
  'not-a-number': {
    says: 'Verdien er ikke et tall',
    todo: 'Skriv bare tallet. Er 1.234 tusen eller én komma to? Skriv 1234 eller 1,234.',
  },
  'number-negative': { says: 'Tallet er under null', todo: 'Skriv tallet uten minus.' },
  'not-a-day': { says: 'Verdien er ikke en dato', todo: 'Skriv datoen som dag.måned.år.' },
  'price-ends-before-it-begins': { says: 'Prisen slutter før den begynner', todo: 'Rett gyldig fra eller gyldig til.' },
  'item-repeated': {
    says: 'Varen har to priser for de samme dagene',
    todo: 'Behold én av radene, eller gi dem hver sin tid med gyldig fra og gyldig til.',
  },
  'lot-unknown': { says: 'Delkontrakten finnes ikke på avtalen', todo: 'Bruk et av numrene avtalen har.' },
  'gtin-length': {
    says: 'GTIN har feil antall sifre og ble ikke tatt med',
    todo: 'GTIN har 8, 12, 13 eller 14 sifre.',
  },
  'gtin-check-digit': {
    says: 'GTIN er skrevet feil og ble ikke tatt med',
    todo: 'Sjekk nummeret mot pakningen: kontrollsifferet stemmer ikke.',
  },
  'gtin-lost-precision': {
    says: 'GTIN har mistet sifre i regnearket og ble ikke tatt med',
    todo: 'Gjør kolonnen om til tekst, og skriv nummeret på nytt.',
  },
  'gtin-not-digits': { says: 'GTIN kan ikke være riktig og ble ikke tatt med', todo: 'Sjekk nummeret mot pakningen.' },
  'file-empty': { says: 'Filen er tom', todo: 'Lagre filen på nytt fra regnearket.' },
  'document-type-not-supported': {
    says: 'Filtypen støttes ikke',
    todo: 'Lagre prisskjemaet som Excel (.xlsx) eller CSV.',
  },
  'not-a-table': {
    says: 'Dette er ikke et regneark eller en CSV-fil',
    todo: 'Lagre prisskjemaet som Excel (.xlsx) eller CSV.',
  },
  'password-protected': {
    says: 'Arbeidsboken er låst med passord',
    todo: 'Ta bort passordet i Excel, og lagre filen på nytt.',
  },
  'workbook-damaged': { says: 'Arbeidsboken er skadet', todo: 'Åpne filen i Excel, og lagre den på nytt.' },
  'too-large': { says: 'Filen er for stor', todo: 'Ta bort ark og kolonner som ikke hører til prisskjemaet.' },
  'too-many-rows': { says: 'Filen har for mange rader', todo: 'Ta bort tomme rader nederst i arket.' },
  'price-not-fixed': {
    says: 'Varen er tatt inn uten pris, og prisen kan ikke kontrolleres',
    todo: 'Be leverandøren om en fast pris, eller angi under «Slik settes prisene» hvordan den fastsettes.',
  },
  'discount-not-deducted': {
    says: 'Skjemaet har en rabatt i tillegg til prisen. Prisen er brukt uendret, og rabatten er ikke trukket fra',
    todo: 'Sjekk at prisen er etter rabatt.',
  },
  'price-less-discount': {
    says: 'Prisen er listeprisen minus rabatten: skjemaet har ingen nettopris',
    todo: 'Sjekk noen av prisene.',
  },
  'list-valid-from': {
    says: 'Datoen over overskriftene er brukt som første dag for prisene',
    todo: 'Velg en annen dag under «Prisene gjelder fra» hvis den er feil.',
  },
  'agreement-ended': {
    says: 'Avtalen er avsluttet',
    todo: 'Prisene brukes bare på rapporter for tiden før avtalen sluttet. Sjekk at dette er riktig avtale.',
  },
  'sheet-without-heading': {
    says: 'Et ark ble ikke lest: det har ingen overskrifter vi kjenner',
    todo: 'Har arket varer, må det ha de samme overskriftene som de andre.',
  },
  'nobb-not-eight-digits': { says: 'NOBB-nummeret ble ikke tatt med', todo: 'NOBB-nummer har åtte sifre.' },
  'share-unread': { says: 'Andelen ble ikke tatt med', todo: 'Skriv andelen som prosent, for eksempel 50 %.' },
  'line-deleted': { says: 'Katalogen fjerner varen', todo: 'Det er ingenting du trenger å gjøre hvis det stemmer.' },
  'line-repeated': {
    says: 'Varen er oppført flere ganger i katalogen, og den første er brukt',
    todo: 'Be leverandøren sende varen én gang.',
  },
  'price-repeated': {
    says: 'Varen har flere priser for samme tid og mengde, og den første er brukt',
    todo: 'Be leverandøren sende én pris.',
  },
  'not-a-catalogue': {
    says: 'XML-filen er ikke en katalog',
    todo: 'Be leverandøren om en EHF-katalog, eller om prisskjemaet som Excel.',
  },
  'catalogue-without-lines': { says: 'Katalogen har ingen varer', todo: 'Be leverandøren sende den på nytt.' },
  'xml-truncated': { says: 'XML-filen er kuttet av', todo: 'Be leverandøren sende den på nytt.' },
  'xml-damaged': { says: 'XML-filen er skadet', todo: 'Be leverandøren sende den på nytt.' },
  unknown: { says: 'Noe i filen kunne ikke leses', todo: 'Se stedet, og sammenlign med resten av filen.' },
};

export type FindingWords = typeof findingsNb;
