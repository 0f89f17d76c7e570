import { normaliseName } from '@tallgrunn/values';

/** Headings of a contact that do not say whose it is, normalised. */
const headingPattern = /^(kontakt|kontaktperson|contact|contact person)$|^(kontaktperson|contact person) /;

interface ContactColumns {
  readonly contactName?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly supplierContact?: string | undefined;
  readonly supplierEmail?: string | undefined;
}

/**
 * Maps a contact whose heading does not say whose it is: next to the supplier's address as the only one it is the
 * supplier's, otherwise the agreement's.
 * @param columns fields mapped so far, with their headings
 * @param headings headings of no field
 */
export function unspecificContact(columns: ContactColumns, headings: readonly string[]): Partial<ContactColumns> {
  const heading = headings.find((each) => headingPattern.test(normaliseName(each)));
  if (heading === undefined) return {};
  const { contactName, contactEmail, supplierContact, supplierEmail } = columns;
  if (supplierEmail !== undefined && contactEmail === undefined && supplierContact === undefined)
    return { supplierContact: heading };
  return contactName === undefined ? { contactName: heading } : {};
}
