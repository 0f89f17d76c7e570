import type { Language } from '@tallgrunn/values';

/** Codes of errors in a document, table or price list sent by a system, for which there is advice. */
export const adviceCodes = [
  'supplier-unknown',
  'buyer-unknown',
  'host-unknown',
  'lot-unknown',
  'lot-missing',
  'supplier-missing',
  'buyer-missing',
  'differs',
  'column-missing',
  'value-missing',
  'kind-unknown',
  'not-a-day',
  'row-repeated',
  'no-items',
  'number-lost-digits',
  'number-missing',
  'name-missing',
  'unit-missing',
  'not-a-number',
  'number-negative',
  'price-ends-before-it-begins',
  'item-repeated',
  'no-rows',
  'refused',
  'org-number-length',
  'org-number-test-number',
  'org-number-check-digit',
  'org-number-placeholder',
  'number-of-another',
  'organisation-number-differs',
  'organisation-ambiguous',
  'host-of-itself',
  'ends-before-it-starts',
  'terms-hold-from-differs',
  'prices-hold-otherwise',
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

const adviceTexts: Readonly<Record<Language, Readonly<Record<AdviceCode, string>>>> = {
  nb: {
    'supplier-unknown': 'Rett nummeret eller navnet, eller legg leverandøren til først.',
    'buyer-unknown': 'Rett nummeret eller navnet, eller legg kjøperen til først.',
    'host-unknown': 'Rett nummeret eller navnet på vertskommunen, eller legg den til først.',
    'lot-unknown': 'Bruk nummeret til en av delkontraktene, eller legg delkontrakten til.',
    'lot-missing': 'Avtalen finnes uten denne delkontrakten: legg den til på avtalen, eller ta den ut av dokumentet.',
    'supplier-missing':
      'Avtalen finnes uten denne leverandøren: legg den til på avtalen, eller ta den ut av dokumentet.',
    'buyer-missing': 'Avtalen finnes uten denne kjøperen: legg den til på avtalen, eller ta den ut av dokumentet.',
    differs:
      'Den lagrede verdien er en annen. Rett dokumentet, eller endre den lagrede verdien på siden eller i API-et.',
    'column-missing': 'Legg til kolonnen, med en av disse overskriftene.',
    'value-missing': 'Fyll ut cellen.',
    'kind-unknown': 'Bruk en av verdiene.',
    'not-a-day': 'Skriv dagen som år-måned-dag.',
    'row-repeated': 'Behold én av radene.',
    'no-items': 'Legg til minst én vare under overskriftene.',
    'number-lost-digits': 'Lagre varenumrene som tekst: regnearket har forkortet tallet.',
    'number-missing': 'Fyll ut varenummeret.',
    'name-missing': 'Fyll ut varenavnet.',
    'unit-missing': 'Fyll ut enheten som prisen gjelder.',
    'not-a-number': 'Skriv bare tallet, uten enhet og tekst.',
    'number-negative': 'Skriv tallet uten minus.',
    'price-ends-before-it-begins': 'Rett en av datoene.',
    'item-repeated': 'Behold én pris for varen på samme dag og mengde, eller gi hver pris sitt tidsrom.',
    'no-rows': 'Legg til minst én rad under overskriftene.',
    refused:
      'Rett raden, eller gjør endringen på siden til kjøperen eller leverandøren. Siden viser hva som hindrer den.',
    'org-number-length': 'Skriv de ni sifrene.',
    'org-number-test-number':
      'Nummeret tilhører en syntetisk virksomhet: rett det, eller angi at testnumre er tillatt (testNumbers=true, --test-numbers).',
    'org-number-check-digit': 'Rett nummeret: kontrollsifferet stemmer ikke.',
    'org-number-placeholder': 'Skriv det riktige nummeret, eller la cellen være tom.',
    'number-of-another': 'Nummeret tilhører en annen i det tidsrommet: rett nummeret eller datoene.',
    'organisation-number-differs': 'Navnet finnes med et annet nummer: rett nummeret her eller på siden til parten.',
    'organisation-ambiguous': 'Flere har dette navnet: skriv organisasjonsnummeret.',
    'host-of-itself': 'Skriv en annen kjøper, eller la cellen være tom.',
    'ends-before-it-starts': 'Rett en av datoene.',
    'terms-hold-from-differs':
      'De samme vilkårene gjelder allerede fra en annen dag. Bruk den dagen, eller endre vilkårene.',
    'prices-hold-otherwise':
      'Den samme listen gjelder allerede på andre dager. Bruk de dagene, eller publiser listen på avtalens side.',
  },
  nn: {
    'supplier-unknown': 'Rett nummeret eller namnet, eller legg leverandøren til først.',
    'buyer-unknown': 'Rett nummeret eller namnet, eller legg kjøparen til først.',
    'host-unknown': 'Rett nummeret eller namnet på vertskommunen, eller legg han til først.',
    'lot-unknown': 'Bruk nummeret til ein av delkontraktane, eller legg delkontrakten til.',
    'lot-missing': 'Avtalen finst utan denne delkontrakten: legg han til på avtalen, eller ta han ut av dokumentet.',
    'supplier-missing':
      'Avtalen finst utan denne leverandøren: legg han til på avtalen, eller ta han ut av dokumentet.',
    'buyer-missing': 'Avtalen finst utan denne kjøparen: legg han til på avtalen, eller ta han ut av dokumentet.',
    differs: 'Den lagra verdien er ein annan. Rett dokumentet, eller endre den lagra verdien på sida eller i API-et.',
    'column-missing': 'Legg til kolonnen, med ei av desse overskriftene.',
    'value-missing': 'Fyll ut cella.',
    'kind-unknown': 'Bruk ein av verdiane.',
    'not-a-day': 'Skriv dagen som år-månad-dag.',
    'row-repeated': 'Behald éi av radene.',
    'no-items': 'Legg til minst éi vare under overskriftene.',
    'number-lost-digits': 'Lagre varenummera som tekst: reknearket har korta ned talet.',
    'number-missing': 'Fyll ut varenummeret.',
    'name-missing': 'Fyll ut varenamnet.',
    'unit-missing': 'Fyll ut eininga som prisen gjeld.',
    'not-a-number': 'Skriv berre talet, utan eining og tekst.',
    'number-negative': 'Skriv talet utan minus.',
    'price-ends-before-it-begins': 'Rett ein av datoane.',
    'item-repeated': 'Behald éin pris for vara på same dag og mengd, eller gi kvar pris sitt tidsrom.',
    'no-rows': 'Legg til minst éi rad under overskriftene.',
    refused: 'Rett rada, eller gjer endringa på sida til kjøparen eller leverandøren. Sida viser kva som hindrar ho.',
    'org-number-length': 'Skriv dei ni sifra.',
    'org-number-test-number':
      'Nummeret høyrer til ei syntetisk verksemd: rett det, eller oppgi at testnummer er tillatne (testNumbers=true, --test-numbers).',
    'org-number-check-digit': 'Rett nummeret: kontrollsifferet stemmer ikkje.',
    'org-number-placeholder': 'Skriv det rette nummeret, eller la cella vere tom.',
    'number-of-another': 'Nummeret høyrer til ein annan i det tidsrommet: rett nummeret eller datoane.',
    'organisation-number-differs': 'Namnet finst med eit anna nummer: rett nummeret her eller på sida til parten.',
    'organisation-ambiguous': 'Fleire har dette namnet: skriv organisasjonsnummeret.',
    'host-of-itself': 'Skriv ein annan kjøpar, eller la cella vere tom.',
    'ends-before-it-starts': 'Rett ein av datoane.',
    'terms-hold-from-differs':
      'Dei same vilkåra gjeld allereie frå ein annan dag. Bruk den dagen, eller endre vilkåra.',
    'prices-hold-otherwise':
      'Den same lista gjeld allereie på andre dagar. Bruk dei dagane, eller publiser lista på sida til avtalen.',
  },
  en: {
    'supplier-unknown': 'Correct the number or name, or add the supplier first.',
    'buyer-unknown': 'Correct the number or name, or add the buyer first.',
    'host-unknown': 'Correct the number or name of the host, or add it first.',
    'lot-unknown': 'Use the number of one of the lots, or add the lot.',
    'lot-missing': 'The agreement exists without this lot: add it to the agreement, or take it out of the document.',
    'supplier-missing':
      'The agreement exists without this supplier: add it to the agreement, or take it out of the document.',
    'buyer-missing':
      'The agreement exists without this buyer: add it to the agreement, or take it out of the document.',
    differs:
      'The stored value is different. Correct the document, or change the stored value on its page or through the API.',
    'column-missing': 'Add the column, under one of these headings.',
    'value-missing': 'Fill in the cell.',
    'kind-unknown': 'Use one of the values.',
    'not-a-day': 'Write the day as year-month-day.',
    'row-repeated': 'Keep one of the rows.',
    'no-items': 'Add at least one item below the headings.',
    'number-lost-digits': 'Save the item numbers as text: the spreadsheet has shortened the number.',
    'number-missing': 'Fill in the item number.',
    'name-missing': 'Fill in the item name.',
    'unit-missing': 'Fill in the unit that the price is for.',
    'not-a-number': 'Write the number only, without unit and text.',
    'number-negative': 'Write the number without a minus.',
    'price-ends-before-it-begins': 'Correct one of the dates.',
    'item-repeated': 'Keep one price of the item for the same day and quantity, or give each price its own period.',
    'no-rows': 'Add at least one row below the headings.',
    refused:
      'Correct the row, or make the change on the page of the buyer or supplier. The page shows what prevents it.',
    'org-number-length': 'Write the nine digits.',
    'org-number-test-number':
      'The number belongs to a synthetic company: correct it, or state that test numbers are allowed (testNumbers=true, --test-numbers).',
    'org-number-check-digit': 'Correct the number: its check digit is wrong.',
    'org-number-placeholder': 'Write the correct number, or leave the cell empty.',
    'number-of-another': 'The number belongs to another organisation in that period: correct the number or the dates.',
    'organisation-number-differs': 'The name exists with another number: correct it here, or on the party’s page.',
    'organisation-ambiguous': 'Several have this name: write the organisation number.',
    'host-of-itself': 'Write another buyer, or leave the cell empty.',
    'ends-before-it-starts': 'Correct one of the dates.',
    'terms-hold-from-differs': 'The same terms already apply from another day. Use that day, or change the terms.',
    'prices-hold-otherwise':
      'The same list already applies on other days. Use those days, or publish the list on the agreement’s page.',
  },
};

const isAdviceCode = (code: string): code is AdviceCode => (adviceCodes as readonly string[]).includes(code);

/** Returns the advice on an error code; empty when there is none. */
export function adviceFor(code: string, language: Language): { readonly todo?: string } {
  return isAdviceCode(code) ? { todo: adviceTexts[language][code] } : {};
}
