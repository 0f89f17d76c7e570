import type { TargetsTexts } from './targets-nb.ts';
import {
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  listing,
  monthSpans,
  Period,
} from '@tallgrunn/values';

const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const months = (p: { from: string; to: string }) =>
  p.from === p.to ? month(p.from) : `${month(p.from)} to ${month(p.to)}`;
const tonne = (t: string) => `${formatQuantity(t, 'en')} tonnes CO₂e`;

const lower = (name: string): string => name.slice(0, 1).toLocaleLowerCase('en') + name.slice(1);
const changeText = (share: string): string => `${Number(share) > 0 ? '+' : ''}${formatShare(share, 'en', 0)}`;
const costText = (amount: string): string =>
  Number(amount) < 0
    ? `Purchases become about ${formatMoney(amount.replace('-', ''), 'NOK', 'en', 0)} cheaper.`
    : `Purchases become about ${formatMoney(amount, 'NOK', 'en', 0)} more expensive.`;
interface Compared {
  readonly before: { readonly from: string; readonly to: string };
  readonly after: { readonly from: string; readonly to: string };
  readonly knownBefore: string;
  readonly knownAfter: string;
}

export const targetsEn = {
  title: 'Targets and measures',
  lead: 'Our targets, where we are now, and the measures to get there. All figures cover only months with complete ledgers.',
  targets: 'Targets',
  noTargets: 'No targets yet',
  noTargetsReason: 'A contract manager can set targets for the cooperative and for each municipality.',
  whole: 'The whole cooperative',
  kinds: {
    emissions: 'Carbon footprint',
    'emissions-per-krone': 'Carbon footprint per NOK',
    'emissions-per-inhabitant': 'Carbon footprint per inhabitant',
    'share-by-item': 'Share of spend known by item',
    'share-declared': 'Share of spend with the supplier’s own declaration',
  },
  units: {
    emissions: (p: { value: string }) => tonne(p.value),
    'emissions-per-krone': (p: { value: string }) => `${formatQuantity(p.value, 'en')} g CO₂e per NOK`,
    'emissions-per-inhabitant': (p: { value: string }) => `${formatQuantity(p.value, 'en')} kg CO₂e per inhabitant`,
    'share-by-item': (p: { value: string }) => formatShare(p.value, 'en', 1),
    'share-declared': (p: { value: string }) => formatShare(p.value, 'en', 1),
  },
  goal: (p: { figure: string; year: number }) => `Target for ${p.year}: ${p.figure}`,
  base: (p: { figure: string; year: number }) => `In ${p.year} it was ${p.figure}.`,
  baseIncomplete: (p: { year: number; names: readonly string[] }) =>
    `The ledger of ${p.year} is not complete for ${listing('en', p.names)}. We therefore cannot determine whether we are on track to the target.`,
  interval: (p: { low: string; high: string }) => `95 % interval from ${p.low} to ${p.high}`,
  columns: {
    year: 'Year',
    months: 'Months',
    base: 'Same months of the base year',
    figure: 'Now',
    required: 'The path requires',
    position: 'Assessment',
  },
  progressCaption: (p: { who: string; kind: string }) => `${p.kind}, ${p.who}, compared with the base year`,
  position: {
    'on-path': 'On track',
    behind: 'Behind',
    unclear: 'Cannot be determined: the path is within the uncertainty',
  },
  reasons: {
    incomplete: 'Cannot be determined: the ledgers are not complete',
    'no-purchases': 'Cannot be determined: no purchases are imported',
    'no-population': 'Cannot be determined: the population is not entered',
  },
  months,
  spans: (p: { months: readonly string[] }) => monthSpans(p.months).map(months).join(', '),
  notStarted: 'No year after the base year yet.',
  lacking: 'Not included',
  krone: 'Amounts are not adjusted for rising prices. Higher prices alone lower the figure.',
  note: 'Basis',
  end: 'End the target',
  wedge: {
    finding: (p: { share: string; year: number }) =>
      `The measures give ${formatShare(p.share, 'en', 0)} of the reduction needed by ${p.year}`,
    none: (p: { year: number }) => `No measure with a calculated effect leads to the target for ${p.year} yet`,
    reached: (p: { year: number }) => `Today’s level is below the target for ${p.year}`,
    basis: (p: { who: string; year: number; isFromData: boolean }) =>
      `${p.who}, tonnes CO₂e a year. The top is ${p.isFromData ? 'today’s level, calculated from months that can be compared with the base year' : `the level of the base year ${p.year}, because no later months can be compared`}. It is not a forecast.`,
    unknown: 'The chart does not show',
    growth: 'whether more or less will be bought in the years to come',
    overlap: 'whether measures overlap: effects are added together',
    withoutEffect: (p: { titles: readonly string[] }) => `the effect of these measures: ${listing('en', p.titles)}`,
    ofOthers: (p: { titles: readonly string[] }) =>
      `how much of measures for others, or for the whole cooperative, applies here: ${listing('en', p.titles)}`,
    heads: ['Measure', 'Tonnes CO₂e in the target year', '95 % interval'],
    today: 'Today’s level',
    path: 'Path',
    goal: 'Target',
    remaining: 'With all measures',
    proposed: (p: { title: string }) => `${p.title} (proposed)`,
    legend: { decided: 'Decided', proposed: 'Proposed', path: 'Path' },
    unit: 'tonnes CO₂e',
    tonne,
    spoken: (p: { finding: string; start: string; remaining: string; low: string; high: string; goal: string }) =>
      `${p.finding}. Today’s level is ${p.start} a year. With all measures it is ${p.remaining}, from ${p.low} to ${p.high}. The target is ${p.goal}.`,
  },
  measures: 'Measures',
  noMeasures: 'No measures yet',
  noMeasuresReason:
    'A measure shifts part of the quantity from some product types to others. Its effect is calculated from the purchases.',
  shift: (p: { share: string; from: readonly string[]; to: readonly string[] }) =>
    `Shift ${formatShare(p.share, 'en', 0)} of the quantity from ${listing('en', p.from)} to ${listing('en', p.to)}`,
  among: (p: { who: string; agreement: string | null; supplier: string | null }) =>
    `For ${[p.who, p.agreement && `agreement ${p.agreement}`, p.supplier].filter((each) => each).join(', ')}.`,
  owner: 'Owner',
  starts: 'Starts',
  startsIn: (p: { on: string }) => month(p.on.slice(0, 7)),
  cost: 'Cost',
  noCost: 'Not stated',
  noOwner: 'Cannot be shown',
  expected: 'Expected effect',
  expectedFigure: (p: { kg: string; low: string; high: string }) =>
    `${tonne(p.kg)} a year, from ${formatQuantity(p.low, 'en')} to ${formatQuantity(p.high, 'en')}`,
  expectedReasons: {
    incomplete: 'Not calculated: no month of the year before the start is complete in the ledger.',
    'nothing-bought': 'Not calculated: none of this was bought with a known quantity in the year before the start.',
    'no-factor': 'Not calculated: the product types shifted to have no factor per kg.',
  },
  states: { proposed: 'Proposed', decided: 'Decided', 'under-way': 'Under way', ended: 'Ended' },
  toState: { decided: 'Decide', 'under-way': 'Start', ended: 'End', proposed: 'Propose' },
  stateReason: 'Reason',
  missingReason: 'Enter a reason.',
  stateSaved: 'Saved.',
  history: 'Decisions',
  decided: (p: { state: string; by: string | null; at: string }) =>
    `${p.state} ${formatDate(p.at.slice(0, 10), 'en')}${p.by ? ` by ${p.by}` : ''}`,
  realised: 'Realised effect, calculated from the data',
  notYet: 'The measure has not started.',
  effectTitle: {
    fall: (p: { kg: string }) => `${tonne(p.kg)} less because of the changed mix`,
    rise: (p: { kg: string }) => `${tonne(p.kg)} more because of the changed mix`,
    unclear: () => 'Cannot be determined: the effect may be zero',
  },
  effectPeriod: (p: { after: { from: string; to: string }; before: { from: string; to: string } }) =>
    `${months(p.after)} against ${months(p.before)}`,
  effectReasons: {
    incomplete: 'Cannot be determined: no month is complete both before and after the start.',
    'nothing-bought':
      'Cannot be determined: nothing was bought before the start from suppliers with equally good data.',
    'quantity-unknown': 'Cannot be determined: the quantity is known for less than half of the amount.',
  },
  steps: {
    before: 'Before',
    data: 'Data: suppliers with changed data, and lines without a quantity',
    volume: 'Volume: total quantity',
    mix: 'Effect: changed mix',
    supplier: 'The supplier’s own figure',
    factor: 'Factor: other emission factors for the same product type',
    method: 'Method',
    price: 'Price: no effect, because emissions are calculated from quantity',
    after: 'After',
  },
  stepHeads: { cause: 'Cause', emitted: 'Tonnes CO₂e' },
  shares: (p: { before: string; after: string }) =>
    `The product types shifted to went from ${formatShare(p.before, 'en', 0)} to ${formatShare(p.after, 'en', 0)} of the quantity.`,
  massKnown: (p: { before: string; after: string }) =>
    `The quantity is known for ${formatShare(p.before, 'en', 0)} of the amount before and ${formatShare(p.after, 'en', 0)} after. The rest is assumed to have the same mix.`,
  excluded: (p: { names: readonly string[] }) =>
    `Excluded from the effect because their data changed: ${listing('en', p.names)}.`,
  proposal: {
    title: 'Suggestions from the data',
    finding: (p: { count: number; share: string; months: { from: string; to: string } }) =>
      `${formatCount(p.count, 'en')} ${p.count === 1 ? 'product type accounts' : 'product types account'} for ${formatShare(p.share, 'en', 0)} of the emissions of goods with a known quantity, ${months(p.months)}.`,
    none: 'No goods with a known quantity in complete months.',
    heads: {
      name: 'Product type',
      mass: 'Quantity (kg)',
      change: 'Quantity against the year before',
      emitted: 'Tonnes CO₂e',
      perKg: 'Kg CO₂e per kg',
    },
    change: (p: { share: string }) => changeText(p.share),
    notBought: 'not bought the year before',
    noYearBefore: 'Quantities cannot be compared with the year before: no month has a complete ledger in both years.',
    compared: (p: Compared) =>
      `Quantity against the year before, by delivery date: ${months(p.after)} against ${months(p.before)}. The quantity is known for ${formatShare(p.knownAfter, 'en', 0)} of the spend in the categories, against ${formatShare(p.knownBefore, 'en', 0)} the year before.`,
    notComparable: (p: Compared) =>
      `Quantities cannot be compared with the year before: they are known for ${formatShare(p.knownAfter, 'en', 0)} of the spend in the categories (${months(p.after)}), against ${formatShare(p.knownBefore, 'en', 0)} (${months(p.before)}).`,
    shifts: {
      title: 'Shifts within the agreements',
      note: 'The product types are bought on the same agreement. Those who use the goods must consider whether one can be used instead of the other. Prices are what was paid per kg.',
      finding: (p: { share: string; from: string; to: string; kg: string }) =>
        `Replace ${formatShare(p.share, 'en', 0)} of ${lower(p.from)} with ${lower(p.to)}: ${tonne(p.kg)} a year`,
      effect: (p: { mass: string; low: string; high: string; cost: string }) =>
        `${p.mass} kg a year is shifted. With 95 % probability between ${formatQuantity(p.low, 'en')} and ${tonne(p.high)}. ${costText(p.cost)}${Number(p.high) < 0 ? '' : ' It is not certain that emissions decrease.'}`,
      agreement: (p: { agreement: string }) => `Agreement ${p.agreement}`,
      use: 'Propose as a measure',
      useFor: (p: { finding: string }) => `Propose as a measure: ${p.finding}`,
    },
  },
  form: {
    within: (p: { agreement: string }) => `Applies to purchases on agreement ${p.agreement}.`,
    titleOf: (p: { from: string; to: string }) => `${p.to} instead of ${lower(p.from)}`,
    target: 'Set a target',
    measure: 'Propose a measure',
    who: 'Applies to',
    kind: 'What the target measures',
    baseYear: 'Base year',
    targetYear: 'Target year',
    value: 'Value in the target year',
    valueHelp: 'Tonnes CO₂e, grams per NOK, kg per inhabitant, or per cent',
    path: 'Interim values',
    pathHelp: 'One line per year: 2028; 700. An empty field gives a straight line.',
    note: 'Basis, for example a case number',
    save: 'Set the target',
    titleField: 'Name of the measure',
    category: 'Category',
    owner: 'Owner',
    start: 'First month',
    startHelp: 'For example 2026-08. The effect is compared with the twelve months before.',
    cost: 'Cost in NOK, if known',
    from: 'Shift from',
    to: 'Shift to',
    share: 'Per cent of the quantity',
    reason: 'Reason',
    propose: 'Propose the measure',
    missing: 'Fill in this field.',
    odd: 'The value cannot be read.',
    choose: 'Choose',
    done: 'Saved.',
  },
} satisfies TargetsTexts;
