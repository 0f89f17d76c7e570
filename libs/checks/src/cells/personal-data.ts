import {
  HIDDEN,
  holdsNationalId,
  isNationalId,
  mask,
  maskNationalIds,
  redactPersons,
  withoutPersons,
} from '@tallgrunn/values';

export { HIDDEN, holdsNationalId, isNationalId, mask, maskNationalIds, withoutPersons };

const headings =
  /^(?:fodselsn(?:umme)?r|fodselsdato|fnr|fodt|personn(?:umme)?r|dnr|dnummer|ansatt(?:e|nr|navn|namn|nummer)?|tilsett|medarbeider|elev(?:navn|namn)?|pasient(?:navn|nr)?|brukernavn|privatadresse|mobil(?:nr|nummer|telefon)?|employee(?:name|id|no)?|kontaktperson(?:navn|namn)?|saksbehandlar|saksbehandler|kundebehandlar|kundebehandler|selgers?navn|seljarnamn|sjafor(?:navn|namn)?|registrertav|attestertav|contactperson|dateofbirth|birthdate|nationalid|ssn|patient(?:name)?)$/;

/** "Selger (ansatt)", "Navn på ansatt"; the number of employees is nobody. */
const ofEmployee = /^(?!antall|tal|number).*(?:ansatt|tilsett|employee)(?:e?s?navn|namn|nr|nummer|id)?$/;

/** Whether a folded heading says that its column is about people. */
export function isPersonalHeading(folded: string): boolean {
  return headings.test(folded) || ofEmployee.test(folded);
}

/** Whether a cell holds a national identity number, or held one before the file was cut. */
export function isPersonalCell({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  if (text.length < 11 || kind === 'date') return false;
  // A number of eleven digits in a workbook is compared as it is; texts may hold one among other words.
  return kind === 'number' ? text.length === 11 && isNationalId(text) : text.includes(mask) || holdsNationalId(text);
}

const besidePersons =
  /^(?:navn|namn|fornavn|fornamn|etternavn|etternamn|adresse|gateadresse|postadresse|bosted|telefon|tlf|epost(?:adresse)?|name|firstname|lastname|surname|address|phone|email)$/;

/** Whether a folded heading tells who a person is, in a sheet that is about persons: beside their identity numbers. */
export function isBesidePersons(folded: string): boolean {
  return besidePersons.test(folded);
}

const TEXT_MIN = 5;

/** Whether a cell of a column that is read holds a name, a telephone number or the like, which is redacted without keeping the row out. */
export function hasPersonalText({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  return kind === 'text' && text.length >= TEXT_MIN && redactPersons(text).dropped;
}
