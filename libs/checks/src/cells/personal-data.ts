import {
  HIDDEN_VALUE,
  containsNationalId,
  isNationalId,
  IDENTITY_MASK,
  maskNationalIds,
  redactPersons,
  withoutPersons,
} from '@tallgrunn/values';

export { HIDDEN_VALUE, containsNationalId, isNationalId, IDENTITY_MASK, maskNationalIds, withoutPersons };

const headings =
  /^(?:fodselsn(?:umme)?r|fodselsdato|fnr|fodt|personn(?:umme)?r|dnr|dnummer|ansatt(?:e|nr|navn|namn|nummer)?|tilsett|medarbeider|elev(?:navn|namn)?|pasient(?:navn|nr)?|brukernavn|privatadresse|mobil(?:nr|nummer|telefon)?|employee(?:name|id|no)?|kontaktperson(?:navn|namn)?|saksbehandlar|saksbehandler|kundebehandlar|kundebehandler|selgers?navn|seljarnamn|sjafor(?:navn|namn)?|registrertav|attestertav|contactperson|dateofbirth|birthdate|nationalid|ssn|patient(?:name)?)$/;

/** "Selger (ansatt)", "Navn på ansatt"; a number of employees is not personal. */
const ofEmployee = /^(?!antall|tal|number).*(?:ansatt|tilsett|employee)(?:e?s?navn|namn|nr|nummer|id)?$/;

/** Returns whether a normalised heading announces a column about persons. */
export function isPersonalHeading(normalised: string): boolean {
  return headings.test(normalised) || ofEmployee.test(normalised);
}

/** Returns whether a cell contains a national identity number, or a masked one from an earlier redaction. */
export function isPersonalCell({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  if (text.length < 11 || kind === 'date') return false;
  // A number cell must be the identity number itself; a text may contain one among other words.
  return kind === 'number'
    ? text.length === 11 && isNationalId(text)
    : text.includes(IDENTITY_MASK) || containsNationalId(text);
}

const identifyingHeadings =
  /^(?:navn|namn|fornavn|fornamn|etternavn|etternamn|adresse|gateadresse|postadresse|bosted|telefon|tlf|epost(?:adresse)?|name|firstname|lastname|surname|address|phone|email)$/;

/** Returns whether a normalised heading identifies a person, in a sheet that also has identity numbers. */
export function identifiesPerson(normalised: string): boolean {
  return identifyingHeadings.test(normalised);
}

const TEXT_MIN = 5;

/**
 * Returns whether a cell in a used column contains a name, a telephone number or the like. Such data is redacted; the
 * row is still accepted.
 */
export function hasPersonalText({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  return kind === 'text' && text.length >= TEXT_MIN && redactPersons(text).dropped;
}
