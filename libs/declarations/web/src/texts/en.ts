import { formatCount, plural } from '@tallgrunn/values';
import type { DeclarationTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'en');
const footprints = (n: number) => plural('en', n, { one: 'one footprint', other: `${count(n)} footprints` });

export const en = {
  title: 'Product footprints',
  lead: "The suppliers' own figures for their goods. They stand beside the official figure and are not added to it.",
  leadSupplier: 'Hand in footprints of your goods. They stand beside the official figure, with source and validity.',
  upload: {
    title: 'Hand in footprints',
    kinds: 'the PACT file',
    limits: 'PACT version 2 or 3, in JSON.',
    supplier: 'Which supplier is the file for?',
    supplierMissing: 'Choose the supplier first.',
    sending: 'Reading the file …',
    receipt: (p) => `${p.number} has been received: ${footprints(p.footprints)}, ${plural('en', p.linked, { one: 'one item linked', other: `${count(p.linked)} items linked` })}.`,
    see: 'See the footprints',
    mayNot: 'Suppliers and contract managers can hand in footprints.',
  },
  list: {
    caption: 'Deliveries',
    heads: { number: 'Number', file: 'File', supplier: 'Supplier', received: 'Received', footprints: 'Footprints', linked: 'Items linked', confirm: 'To look at' },
    noneTitle: 'No footprints yet',
    noneReason: 'When a supplier hands in product footprints in the PACT format, they are here.',
    noneSupplier: 'Drop a PACT file above, and it is linked to items with the same GTIN or item number.',
    more: 'Show older',
  },
  page: {
    title: (p) => `Delivery ${p.number}`,
    file: 'File',
    supplier: 'Supplier',
    received: 'Received',
    hash: "The file's hash (SHA-256)",
    findings: 'What we noticed',
    perUnit: (p) => `kg CO₂e per ${p.unit}`,
    used: 'without biogenic uptake: this is used',
    including: (p) => `With biogenic uptake ${p.value}: shown, not used.`,
    valid: (p) => `Valid ${p.from} to ${p.to}`,
    assumed: 'The publisher states no validity; taken as three years from the end of the period measured.',
    verified: 'Checked by a third party, says the publisher',
    unverified: 'Not checked by a third party',
    standing: { usable: 'Can stand beside', expired: 'Expired', 'not-yet': 'Not valid yet', deprecated: 'Withdrawn', incomplete: 'Lacks something' },
    items: 'Items',
    noItems: 'Not linked to any item.',
    how: { gtin: 'same GTIN', 'item-number': 'same item number', decision: 'decided' },
    unlink: 'Do not belong together',
    link: 'Link to an item',
    itemNumber: 'Item number',
    itemMissing: 'Write the item number.',
    reason: 'Why?',
    reasonMissing: 'Write briefly why.',
    saveLink: 'Link',
    saveUnlink: (p) => `Remove item ${p.item}`,
    cancel: 'Cancel',
    saved: 'Saved. The figures are reckoned again by themselves.',
  },
} satisfies DeclarationTexts;
