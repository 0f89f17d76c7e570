import { formatCount, plural } from '@tallgrunn/values';
import type { DeclarationTexts } from './nb.ts';
import { pointsEn } from './checklist-en.ts';

const count = (n: number) => formatCount(n, 'en');
const footprints = (n: number) => plural('en', n, { one: 'one footprint', other: `${count(n)} footprints` });

export const en = {
  title: 'Declarations',
  lead: 'Suppliers’ own figures: EPDs and product footprints. They are shown alongside the official figure and used only after approval.',
  leadSupplier:
    'Submit EPDs and footprints for your products. They are shown alongside the official figure and used only after the purchasing cooperative has approved them.',
  upload: {
    title: 'Submit declarations',
    kinds: 'the EPD or PACT file',
    limits:
      'EPD as an ILCD archive (zip), XML or JSON from the programme operator, or PACT 2 and 3 in JSON. Add the PDF afterwards.',
    readers:
      'The contract manager, and the buyers of every municipality in the purchasing cooperative, can read and download what you submit, including PDFs. They are responsible for the figures based on it. Other suppliers cannot see it.',
    supplier: 'Which supplier is the file for?',
    supplierMissing: 'Choose the supplier first.',
    sending: 'Reading the file …',
    receipt: (p) =>
      `${p.number} has been received: ${footprints(p.footprints)}, ${plural('en', p.linked, { one: 'one item linked', other: `${count(p.linked)} items linked` })}.`,
    see: 'See the footprints',
    mayNot: 'Suppliers and contract managers can submit declarations.',
  },
  list: {
    caption: 'Submissions',
    heads: {
      number: 'Number',
      file: 'File',
      supplier: 'Supplier',
      received: 'Received',
      footprints: 'Footprints',
      linked: 'Items linked',
      confirm: 'To review',
      undecided: 'To approve',
    },
    noneTitle: 'No declarations yet',
    noneReason: 'Declarations appear here when a supplier submits EPDs or product footprints.',
    noneSupplier: 'Drop a file above, and it is linked to items with the same GTIN or item number.',
    noneOfAgreement:
      'No declaration is linked to an item of this agreement. Declarations that are linked to no item are listed under all agreements.',
    ofAgreement:
      'A declaration belongs to the agreement when at least one of its footprints is linked to an item of it.',
    more: 'Show older',
  },
  points: pointsEn,
  datasets: {
    'average dataset': 'an average',
    'generic dataset': 'generic data',
    'representative dataset': 'a representative product',
    'template dataset': 'a template',
  } as Readonly<Record<string, string>>,
  units: {
    piece: 'piece',
    kilogram: 'kg',
    liter: 'litre',
    'cubic meter': 'm³',
    'square meter': 'm²',
    meter: 'metre',
    'kilowatt hour': 'kWh',
    megajoule: 'MJ',
    'ton kilometer': 'tonne-kilometre',
    hour: 'hour',
    'megabit second': 'megabit per second',
  },
  page: {
    title: (p) => `Submission ${p.number}`,
    file: 'File',
    supplier: 'Supplier',
    received: 'Received',
    hash: "The file's hash (SHA-256)",
    findings: 'Findings',
    perUnit: (p) => `kg CO₂e per ${p.unit}`,
    used: 'excluding biogenic uptake: this is used',
    usedOne: 'one figure, from which biogenic carbon cannot be separated: this is used',
    including: (p) => `Including biogenic uptake ${p.value} kg CO₂e for ${p.amount}: shown, not used.`,
    valid: (p) => `Valid ${p.from} to ${p.to}`,
    assumed:
      'The publisher states no validity period. It is set to three years from the end of the measurement period.',
    standing: {
      usable: 'Usable for comparison',
      expired: 'Expired',
      'not-yet': 'Not valid yet',
      deprecated: 'Withdrawn',
      incomplete: 'Incomplete',
    },
    standings: {
      good: 'In order',
      reservation: 'Reservation',
      unclear: 'To be clarified',
      stopped: 'Cannot be used',
      unknown: 'Not known',
    },
    points: 'Checklist',
    advice: {
      accepted: 'Everything is in order. The checklist suggests approval.',
      'accepted-with-reservation': 'The checklist suggests approval with reservations.',
      'to-clarify': 'Something should be clarified before the figure is used.',
      rejected: 'The figure cannot be used as it is.',
    },
    verdicts: {
      accepted: 'Approved',
      'accepted-with-reservation': 'Approved with reservations',
      'to-clarify': 'Needs clarification',
      rejected: 'Rejected',
    },
    undecided: 'Not decided',
    decided: (p) => `${p.verdict}${p.by ? ` by ${p.by}` : ''} on ${p.at}.`,
    waits: 'Not used until the purchasing cooperative has approved it.',
    waitsAgain: 'Awaiting new approval',
    notYet: 'Must be re-approved before it is used',
    late: (p) =>
      plural('en', p.items, {
        one: 'One item was linked to the figure after approval. The figure is not used for it until the purchasing cooperative re-approves it.',
        other: `${count(p.items)} items were linked to the figure after approval. The figure is not used for them until the purchasing cooperative re-approves it.`,
      }),
    decide: {
      open: 'Decide',
      legend: 'Can the figure be used?',
      save: 'Save the decision',
      missing: 'Choose a decision.',
      again: 'Change the decision',
      saved: 'The decision is saved. The figures are recalculated automatically.',
    },
    acceptAll: (p) =>
      plural('en', p.count, {
        one: 'Approve the one that is in order',
        other: `Approve the ${count(p.count)} that are in order`,
      }),
    evidence: {
      title: 'Attachments',
      none: 'No documents attached.',
      kinds: 'the PDF',
      limits: 'PDF. The content is not read, and the file is stored unchanged.',
      sending: 'Saving …',
      original: 'Download the submitted file',
      download: (p) => `Download ${p.name}`,
    },
    epd: (p) => [p.number, p.operator].filter(Boolean).join(' · '),
    modules: {
      title: 'All modules',
      caption: 'Climate impact in kg CO₂e for the declared amount',
      indicator: 'Figure',
      module: 'Module',
      scenario: 'Scenario',
      value: 'kg CO₂e',
      missing: 'not declared',
      indicators: {
        total: 'Total',
        fossil: 'Fossil',
        biogenic: 'Biogenic',
        luluc: 'Land use',
        ghg: 'Excluding biogenic',
        one: 'One figure',
      },
    },
    items: 'Items',
    noItems: 'Not linked to any item.',
    how: { gtin: 'same GTIN', 'item-number': 'same item number', decision: 'decided' },
    unlink: 'Remove link',
    link: 'Link to an item',
    itemNumber: 'Item number',
    itemMissing: 'Enter the item number.',
    reason: 'Reason',
    reasonMissing: 'Enter a short reason.',
    saveLink: 'Save link',
    saveUnlink: (p) => `Remove link to item ${p.item}`,
    cancel: 'Cancel',
    saved: 'Saved. The figures are recalculated automatically.',
  },
} satisfies DeclarationTexts;
