import type { Fix, Patch } from '@tallgrunn/checks';
import type { ObligationBasis } from '../report-session/check-basis.ts';

/** One option to choose from. */
export interface FixOption {
  readonly label: string;
  readonly patch: Patch;
}

/** How a group can be resolved on the page: by its own fix, by a choice of options, or not at all (null). */
export type FixChoice =
  { readonly kind: 'direct' } | { readonly kind: 'choice'; readonly options: readonly FixOption[] } | null;

/** Labels of options that are codes. */
export interface OptionTexts {
  readonly decimalComma: string;
  readonly decimalPoint: string;
  readonly dayFirst: string;
  readonly monthFirst: string;
  readonly inPeriod: string;
  readonly kroner: string;
  readonly quantities: string;
}

function buyers({ patches }: Fix, { context }: ObligationBasis): FixOption[] {
  const names = new Map(context.buyers?.key.map((key, at) => [key, context.buyers?.name[at] ?? key]));
  return patches.flatMap((patch) =>
    patch.set === 'buyer' ? [{ label: names.get(patch.buyer) ?? patch.buyer, patch }] : [],
  );
}

function items({ params }: Fix, { context }: ObligationBasis): FixOption[] {
  const text = String(params.number ?? '');
  return (context.items?.number ?? []).map((item, at) => ({
    label: `${item} ${context.items?.name[at] ?? ''}`.trim(),
    patch: { set: 'item', text, item },
  }));
}

/** Returns the units used in this agreement, the suggested one first. */
function units({ params, patches }: Fix, { terms, context }: ObligationBasis): FixOption[] {
  const text = String(params.unit ?? '');
  const hinted = patches.map((patch): FixOption => ({ label: String(params.suggestion ?? ''), patch }));
  const listed = terms.tables.flatMap((table) =>
    table.fields
      .filter((field) => (field.role ?? field.name) === 'unit')
      .flatMap((field) => field.constraints?.enum ?? []),
  );
  const used = [
    ...(context.items?.unit ?? []),
    ...(context.prices?.unit ?? []),
    ...Object.keys(terms.units ?? {}),
    ...listed,
  ].filter((unit) => unit !== null);
  const taken = new Set(hinted.map(({ label }) => label));
  return [
    ...hinted,
    ...[...new Set(used)]
      .filter((unit) => !taken.has(unit))
      .map((unit): FixOption => ({ label: unit, patch: { set: 'unit', text, unit } })),
  ];
}

function settings({ patches }: Fix, texts: OptionTexts): FixOption[] {
  return patches.map((patch) => {
    if (patch.set === 'decimal-char')
      return { label: patch.value === ',' ? texts.decimalComma : texts.decimalPoint, patch };
    if (patch.set === 'whole-table') return { label: texts.inPeriod, patch };
    if (patch.set === 'measure') return { label: patch.value === 'amount' ? texts.kroner : texts.quantities, patch };
    if (patch.set === 'date-order')
      return { label: patch.value === 'day-first' ? texts.dayFirst : texts.monthFirst, patch };
    return { label: patch.set === 'column' ? patch.heading : '', patch };
  });
}

function optionsOf(fix: Fix, basis: ObligationBasis, texts: OptionTexts): FixOption[] | null {
  if (fix.kind === 'choose-buyer') return buyers(fix, basis);
  if (fix.kind === 'link-item') return items(fix, basis);
  if (fix.kind === 'use-unit') return units(fix, basis);
  return fix.kind.startsWith('choose-') ? settings(fix, texts) : null;
}

export function fixChoice(fix: Fix | undefined, basis: ObligationBasis | null, texts: OptionTexts): FixChoice {
  if (!fix || !basis) return null;
  const options = optionsOf(fix, basis, texts);
  if (!options) return fix.patches.length > 0 ? { kind: 'direct' } : null;
  return options.length > 0 ? { kind: 'choice', options } : null;
}

/** Above this number of options a search field replaces the list. */
export const longListMin = 20;

/** Returns the chosen option: by index in a short list; in a long one by label, or by a part of it that is unique. */
export function chosenOption(options: readonly FixOption[], chosen: string): FixOption | undefined {
  const text = chosen.trim().toLocaleLowerCase('nb');
  if (text === '') return undefined;
  if (options.length <= longListMin) return options[Number(text)];
  const matches = options.filter(({ label }) => label.toLocaleLowerCase('nb').includes(text));
  return (
    options.find(({ label }) => label.toLocaleLowerCase('nb') === text) ??
    (matches.length === 1 ? matches[0] : undefined)
  );
}
