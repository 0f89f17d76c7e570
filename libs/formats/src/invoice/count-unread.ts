import type { Element } from '../xml/element.ts';

/** Number of elements about persons. They are never read into a document. */
export interface UnreadCounts {
  readonly contacts: number;
  readonly addresses: number;
}

const contacts = new Set([
  'Contact',
  'Person',
  'SellerContact',
  'BuyerContact',
  'AccountingContact',
  'DeliveryContact',
  'DriverPerson',
]);
const addresses = new Set(['PostalAddress', 'Address', 'DeliveryAddress', 'OriginAddress', 'ResidenceAddress']);
const street = new Set(['StreetName', 'AdditionalStreetName', 'AddressLine', 'BuildingNumber']);

/** Counts contacts with content, and addresses with a street, below the given elements. */
export function countUnread(elements: Iterable<Element>): UnreadCounts {
  let [people, places] = [0, 0];
  const countIn = (element: Element): void => {
    if (contacts.has(element.name) && element.children.length > 0) people += 1;
    if (addresses.has(element.name) && element.children.some(({ name }) => street.has(name))) places += 1;
    for (const child of element.children) countIn(child);
  };
  for (const element of elements) countIn(element);
  return { contacts: people, addresses: places };
}
