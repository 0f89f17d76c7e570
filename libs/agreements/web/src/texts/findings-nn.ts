import type { FindingWords } from './findings-nb.ts';

export const findingsNn = {
  'column-missing': {
    says: 'Ein kolonne vi må ha, finst ikkje i fila',
    todo: 'Legg til kolonnen, eller gi han eit av namna vi kjenner att.',
  },
  'no-items': {
    says: 'Fila har overskrifter, men ingen varer',
    todo: 'Sjekk at varene står på same ark som overskriftene.',
  },
  'number-missing': { says: 'Varenummeret manglar', todo: 'Skriv varenummeret, eller ta rada ut.' },
  'number-lost-digits': {
    says: 'Varenummeret har mista siffer i reknearket',
    todo: 'Gjer kolonnen om til tekst, og skriv nummeret på nytt.',
  },
  'name-missing': { says: 'Varenamnet manglar', todo: 'Skriv namnet på vara.' },
  'unit-missing': { says: 'Eininga manglar', todo: 'Skriv eininga prisen gjeld for, til dømes stk eller kg.' },
  'not-a-number': {
    says: 'Verdien er ikkje eit tal',
    todo: 'Skriv berre talet. Er 1.234 tusen eller éin komma to? Skriv 1234 eller 1,234.',
  },
  'number-negative': { says: 'Talet er under null', todo: 'Skriv talet utan minus.' },
  'not-a-day': { says: 'Verdien er ikkje ein dato', todo: 'Skriv datoen som dag.månad.år.' },
  'price-ends-before-it-begins': { says: 'Prisen sluttar før han byrjar', todo: 'Rett gyldig frå eller gyldig til.' },
  'item-repeated': {
    says: 'Vara har to prisar for dei same dagane',
    todo: 'Behald éi av radene, eller gi dei kvar si tid med gyldig frå og gyldig til.',
  },
  'lot-unknown': { says: 'Delkontrakten finst ikkje på avtalen', todo: 'Bruk eit av nummera avtalen har.' },
  'gtin-length': {
    says: 'GTIN har feil tal siffer og vart ikkje teken med',
    todo: 'GTIN har 8, 12, 13 eller 14 siffer.',
  },
  'gtin-check-digit': {
    says: 'GTIN er skriven feil og vart ikkje teken med',
    todo: 'Sjekk nummeret mot pakninga: kontrollsifferet stemmer ikkje.',
  },
  'gtin-lost-precision': {
    says: 'GTIN har mista siffer i reknearket og vart ikkje teken med',
    todo: 'Gjer kolonnen om til tekst, og skriv nummeret på nytt.',
  },
  'gtin-not-digits': { says: 'GTIN kan ikkje vere rett og vart ikkje teken med', todo: 'Sjekk nummeret mot pakninga.' },
  'file-empty': { says: 'Fila er tom', todo: 'Lagre fila på nytt frå reknearket.' },
  'document-type-not-supported': {
    says: 'Filtypen er ikkje støtta',
    todo: 'Lagre prisskjemaet som Excel (.xlsx) eller CSV.',
  },
  'not-a-table': {
    says: 'Dette er ikkje eit rekneark eller ei CSV-fil',
    todo: 'Lagre prisskjemaet som Excel (.xlsx) eller CSV.',
  },
  'password-protected': {
    says: 'Arbeidsboka er låst med passord',
    todo: 'Ta bort passordet i Excel, og lagre fila på nytt.',
  },
  'workbook-damaged': { says: 'Arbeidsboka er skadd', todo: 'Opne fila i Excel, og lagre ho på nytt.' },
  'too-large': { says: 'Fila er for stor', todo: 'Ta bort ark og kolonnar som ikkje høyrer til prisskjemaet.' },
  'too-many-rows': { says: 'Fila har for mange rader', todo: 'Ta bort tomme rader nedst i arket.' },
  'price-not-fixed': {
    says: 'Vara er teken inn utan pris, og prisen kan ikkje kontrollerast',
    todo: 'Be leverandøren om ein fast pris, eller oppgi under «Slik blir prisane sette» korleis han blir fastsett.',
  },
  'discount-not-deducted': {
    says: 'Skjemaet har ein rabatt i tillegg til prisen. Prisen er brukt uendra, og rabatten er ikkje trekt frå',
    todo: 'Sjekk at prisen er etter rabatt.',
  },
  'price-less-discount': {
    says: 'Prisen er listeprisen minus rabatten: skjemaet har ingen nettopris',
    todo: 'Sjekk nokre av prisane.',
  },
  'list-valid-from': {
    says: 'Datoen over overskriftene er brukt som første dag for prisane',
    todo: 'Vel ein annan dag under «Prisane gjeld frå» om han er feil.',
  },
  'agreement-ended': {
    says: 'Avtalen er avslutta',
    todo: 'Prisane blir berre brukte på rapportar for tida før avtalen slutta. Sjekk at dette er rett avtale.',
  },
  'sheet-without-heading': {
    says: 'Eit ark vart ikkje lese: det har ingen overskrifter vi kjenner',
    todo: 'Har arket varer, må det ha dei same overskriftene som dei andre.',
  },
  'nobb-not-eight-digits': { says: 'NOBB-nummeret vart ikkje teke med', todo: 'NOBB-nummer har åtte siffer.' },
  'share-unread': { says: 'Andelen vart ikkje teken med', todo: 'Skriv andelen som prosent, til dømes 50 %.' },
  'line-deleted': { says: 'Katalogen fjernar vara', todo: 'Du treng ikkje gjere noko om det stemmer.' },
  'line-repeated': {
    says: 'Vara er oppført fleire gonger i katalogen, og den første er brukt',
    todo: 'Be leverandøren sende vara éin gong.',
  },
  'price-repeated': {
    says: 'Vara har fleire prisar for same tid og mengd, og den første er brukt',
    todo: 'Be leverandøren sende éin pris.',
  },
  'not-a-catalogue': {
    says: 'XML-fila er ikkje ein katalog',
    todo: 'Be leverandøren om ein EHF-katalog, eller om prisskjemaet som Excel.',
  },
  'catalogue-without-lines': { says: 'Katalogen har ingen varer', todo: 'Be leverandøren sende han på nytt.' },
  'xml-truncated': { says: 'XML-fila er kutta av', todo: 'Be leverandøren sende ho på nytt.' },
  'xml-damaged': { says: 'XML-fila er skadd', todo: 'Be leverandøren sende ho på nytt.' },
  unknown: { says: 'Noko i fila kunne ikkje lesast', todo: 'Sjå staden, og samanlikn med resten av fila.' },
} satisfies FindingWords;
