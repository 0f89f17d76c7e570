import { isDate } from '@tallgrunn/values';
import type { LooseField } from './known-fields.ts';
import { listOf, numberOf, objectOf, duplicateIndexes, textOf, textsOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

function lintSanction(terms: LooseObject, blame: ReportTermsProblem): void {
  const sanction = objectOf(terms.sanction);
  const [amount, cap] = [numberOf(sanction.amount), numberOf(sanction.cap)];
  if (sanction.kind === 'day-fine' && !(amount > 0)) blame('/sanction/amount', 'sanction-without-amount');
  if (sanction.kind === 'day-fine' && sanction.per === undefined) blame('/sanction/per', 'sanction-without-per');
  if (sanction.kind === 'none' && amount > 0) blame('/sanction/amount', 'sanction-amount-unused');
  if (cap < amount) blame('/sanction/cap', 'sanction-cap', { cap, amount });
}

/** Validates lots. They are known only when the lot column has a list of values. */
function lintLots(lots: unknown, path: string, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const knownLots = fields.filter(({ role }) => role === 'lot').flatMap(({ choices }) => choices);
  textsOf(lots).forEach((lot, at) => {
    if (knownLots.length > 0 && !knownLots.includes(lot)) blame(`${path}/${at}`, 'lot-unknown', { lot });
  });
}

function lintDeclarations(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  for (const { at, each } of listOf(terms.declarations)) {
    const path = `/declarations/${at}`;
    const by = textOf(each.by);
    if (/^\d{4}-\d{2}-\d{2}$/.test(by) && !isDate(by)) blame(`${path}/by`, 'date-impossible', { date: by });
    if (each.share === 0) blame(`${path}/share`, 'share-zero');
    if (Array.isArray(each.standards) && each.standards.length === 0) blame(`${path}/standards`, 'standards-empty');
    lintLots(each.lots, `${path}/lots`, fields, blame);
  }
}

function lintCommitments(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  for (const { at, each } of listOf(terms.promises)) {
    const path = `/promises/${at}`;
    const [name, value] = [textOf(each.field), textOf(each.value)];
    const field = fields.find((knownLots) => knownLots.name === name);
    if (name !== '' && !field) blame(`${path}/field`, 'field-unknown', { field: name });
    if (each.value === undefined && each.share === undefined) blame(path, 'promise-open', { field: name });
    if (each.share === 0) blame(`${path}/share`, 'share-zero');
    if (
      value !== '' &&
      field &&
      field.choices.length > 0 &&
      !field.choices.some((choice) => choice.toLowerCase() === value.toLowerCase())
    )
      blame(`${path}/value`, 'promise-value', { value, field: name });
    lintLots(each.lots, `${path}/lots`, fields, blame);
  }
}

function lintUnits(terms: LooseObject, blame: ReportTermsProblem): void {
  const names = Object.entries(objectOf(terms.units)).flatMap(([unit, texts]) =>
    textsOf(texts).map((text, at) => ({ unit, text, at })),
  );
  for (const at of duplicateIndexes(names.map(({ text }) => text.toLowerCase())))
    blame(`/units/${names[at]!.unit}/${names[at]!.at}`, 'unit-twice', { unit: names[at]!.text });
}

/** Validates sanctions, quarantine rules, declarations, commitments and units. */
export function lintConsequences(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  lintSanction(terms, blame);
  if (terms.quarantine === 'must-be-right' && terms.partlyAccepted !== undefined)
    blame('/partlyAccepted', 'partly-unused');
  lintDeclarations(terms, fields, blame);
  lintCommitments(terms, fields, blame);
  lintUnits(terms, blame);
}
