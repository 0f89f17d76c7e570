import type { Element } from '../xml/element.ts';

/** Parts about persons that are never read into a document; only how many there were is known. */
export interface Unread {
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

/** Contacts with anything in them, and addresses with a street, below these elements. */
export function countUnread(elements: Iterable<Element>): Unread {
  let [people, places] = [0, 0];
  const look = (element: Element): void => {
    if (contacts.has(element.name) && element.children.length > 0) people += 1;
    if (addresses.has(element.name) && element.children.some(({ name }) => street.has(name))) places += 1;
    for (const child of element.children) look(child);
  };
  for (const element of elements) look(element);
  return { contacts: people, addresses: places };
}
