import type { CheckContext } from '../context.ts';
import type { Patch } from '../finding.ts';
import type { Terms, TermsField } from '../terms.ts';

function applyToField(field: TermsField, patches: readonly Patch[]): TermsField {
  let applied = field;
  for (const patch of patches) {
    if (!('field' in patch) || patch.field !== field.name) continue;
    if (patch.set === 'decimal-char') applied = { ...applied, decimalChar: patch.value };
    if (patch.set === 'date-order') applied = { ...applied, dateOrder: patch.value };
    if (patch.set === 'column') applied = { ...applied, synonyms: [...(applied.synonyms ?? []), patch.heading] };
  }
  return applied;
}

function applyToContext(context: CheckContext, patches: readonly Patch[]): CheckContext {
  const buyers = patches.flatMap((patch) =>
    patch.set === 'buyer' ? [[patch.text, context.buyers?.key.indexOf(patch.buyer) ?? -1] as const] : [],
  );
  const items = patches.flatMap((patch) =>
    patch.set === 'item' ? [[patch.text, context.items?.number.indexOf(patch.item) ?? -1] as const] : [],
  );
  const knownBuyers = buyers.filter(([, at]) => at >= 0);
  const knownItems = items.filter(([, at]) => at >= 0);
  const packs = patches.flatMap((patch) =>
    patch.set === 'unit' && patch.factor !== undefined && patch.to !== undefined
      ? [{ unit: patch.text, factor: patch.factor, to: patch.to }]
      : [],
  );
  const { item = [], unit = [], factor = [], to = [] } = context.units ?? {};
  return {
    ...context,
    ...(packs.length > 0 && {
      units: {
        item: [...item, ...packs.map(() => null)],
        unit: [...unit, ...packs.map((each) => each.unit)],
        factor: [...factor, ...packs.map((each) => each.factor)],
        to: [...to, ...packs.map((each) => each.to)],
      },
    }),
    ...(knownBuyers.length > 0 && {
      aliases: {
        text: [...(context.aliases?.text ?? []), ...knownBuyers.map(([text]) => text)],
        buyer: [...(context.aliases?.buyer ?? []), ...knownBuyers.map(([, at]) => at)],
      },
    }),
    ...(knownItems.length > 0 && {
      formerItems: {
        number: [...(context.formerItems?.number ?? []), ...knownItems.map(([text]) => text)],
        item: [...(context.formerItems?.item ?? []), ...knownItems.map(([, at]) => at)],
      },
    }),
  };
}

/** Applies a person's answers to earlier findings to terms and context, as if they had been there from the start. */
export function applySettings(
  terms: Terms,
  context: CheckContext,
  patches: readonly Patch[],
): { terms: Terms; context: CheckContext } {
  if (patches.length === 0) return { terms, context };
  const units = Object.fromEntries(Object.entries(terms.units ?? {}).map(([key, names]) => [key, [...names]]));
  for (const patch of patches) if (patch.set === 'unit') units[patch.unit] = [...(units[patch.unit] ?? []), patch.text];
  const tables = terms.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) => applyToField(field, patches)),
  }));
  return { terms: { ...terms, tables, units }, context: applyToContext(context, patches) };
}
