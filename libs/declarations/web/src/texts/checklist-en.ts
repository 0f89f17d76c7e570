import type { PointTexts } from './checklist-nb.ts';

export const pointsEn = {
  kind: {
    title: 'Declaration type',
    epd: (p) => `EPD according to ${p('standard')}.`,
    'epd-one-figure': (p) => `EPD according to ${p('standard')}, with climate impact as one figure.`,
    'epd-other': () => 'EPD, but the file does not state which standard it follows.',
    footprint: (p) => `Product footprint in PACT format${p('standards') ? `, according to ${p('standards')}` : ''}.`,
    'footprint-old-basis': (p) => `Product footprint calculated with older GWP values (${p('basis')}).`,
  },
  registration: {
    title: 'Registration',
    complete: (p) => `${p('number')} with ${p('operator')}.`,
    odd: (p) => `${p('number')} does not look like a number of ${p('operator')}.`,
    'no-operator': (p) => `${p('number')}, but the programme operator is not stated.`,
    missing: () => 'No registration number.',
  },
  verified: {
    title: 'Third-party verified',
    named: (p) => `Yes, according to the publisher: ${p('name')}.`,
    none: () => 'No independent verifier is named. Data quality will be 2, not 1.',
  },
  valid: {
    title: 'Validity',
    holds: (p) => `Applies to deliveries from ${p('from')} to ${p('to')}.`,
    soon: (p) => `Expires on ${p('to')}, in ${p('days')} days.`,
    expired: (p) => `Expired on ${p('to')}. Used only for deliveries up to and including that day.`,
    'not-yet': (p) => `Applies from ${p('from')}.`,
    missing: () => 'Validity is not stated.',
    withdrawn: () => 'Withdrawn by its publisher.',
  },
  age: {
    title: 'Age of the figures',
    recent: (p) => `From ${p('year')}.`,
    old: (p) => `From ${p('year')}, ${p('years')} years old.`,
    missing: () => 'The year is not stated.',
  },
  scope: {
    title: 'System boundary',
    whole: () => 'Modules A1–A3: from raw material to factory gate.',
    summed: () => 'Modules A1, A2 and A3 added: from raw material to factory gate.',
    'cradle-to-gate': () => 'From raw material to factory gate, as required by the PACT format.',
    missing: () => 'Modules A1–A3 cannot be read from the file.',
  },
  sums: {
    title: 'Sums',
    agree: (p) => `The parts add up to ${p('added')}, the total is ${p('total')}.`,
    differ: (p) =>
      `The parts add up to ${p('added')}, but the total is stated as ${p('total')}. This may be a typing error.`,
    unstated: () => 'The parts are not stated separately.',
  },
  sign: {
    title: 'Sign and biogenic carbon',
    'fossil-and-luluc': () => 'Fossil and land use are used. Biogenic carbon is excluded.',
    fossil: () => 'Only the fossil figure is used; land use is not stated.',
    ghg: () => 'The figure without biogenic carbon (GWP-GHG) is used.',
    one: () => 'The only figure is used; biogenic carbon cannot be separated.',
    'without-uptake': () => 'The figure without biogenic uptake is used.',
    negative: (p) => `The figure is negative (${p('value')}), which suggests that biogenic uptake is included.`,
    missing: () => 'There is no figure that can be used.',
  },
  magnitude: {
    title: 'Size',
    within: (p) =>
      `${p('value')} is between ${p('low')} and ${p('high')}, which is usual according to “${p('factor')}”.`,
    outside: (p) =>
      `${p('value')} is outside the usual range for ${p('item')}: ${p('low')} to ${p('high')}, according to “${p('factor')}”. The unit may be wrong.`,
    'per-kg': (p) => `${p('perKg')} kg CO₂e per kg of product is plausible.`,
    'odd-per-kg': (p) => `${p('perKg')} kg CO₂e per kg of product is unusual. The unit may be wrong.`,
    unknown: () => 'There is nothing to compare with.',
  },
  unit: {
    title: 'Declared unit',
    converts: (p) => `The linked items can be converted to ${p('declared')}.`,
    stuck: (p) => `Cannot be converted to ${p('declared')} for ${p('items')}: the price list lacks weight or content.`,
    unlinked: () => 'Not linked to any item yet.',
    unknown: (p) => `The unit “${p('declared')}” is not known.`,
    missing: () => 'The file does not state which unit the figure is for.',
  },
  product: {
    title: 'The right product',
    gtin: (p) => `Same GTIN as item ${p('item')}.`,
    'item-number': (p) => `Same item number as item ${p('item')}.`,
    decision: (p) => `Linked manually to item ${p('item')}: ${p('evidence')}`,
    'other-name': (p) =>
      `The item is called “${p('item')}”, the declaration is for “${p('product')}”. It may be another product.`,
    general: (p) => `Not for one specific product from one producer (${p('kind')}).`,
    unlinked: () => 'Not linked to any item yet.',
  },
  owner: {
    title: 'Publisher',
    same: (p) => `${p('owner')}, the supplier itself.`,
    maker: (p) => `${p('owner')}. ${p('supplier')} delivers it: check that the publisher produces the item.`,
    missing: () => 'The publisher is not stated.',
  },
  geography: { title: 'Geography', stated: (p) => p('place'), missing: () => 'Not stated.' },
  quality: {
    title: 'Data quality',
    share: (p) => `Primary data: ${p('share')} %.`,
    ratings: (p) => `Primary data: ${p('share')} %. Technology, geography, time: ${p('ratings')} (1 best, 5 weakest).`,
    missing: () => 'Not stated.',
  },
  evidence: {
    title: 'Documentation',
    kept: (p) => `Documents stored: ${p('count')}.`,
    named: (p) => `The file refers to “${p('document')}”, which is not attached.`,
    'file-only': () => 'Only the file itself. A PDF can be attached.',
  },
} satisfies PointTexts;
