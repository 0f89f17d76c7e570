import { LinearPattern, type PatternProblem } from '../pattern/linear-pattern.ts';
import type { LooseField } from './known-fields.ts';
import { numberOf, objectOf, duplicateIndexes, textOf } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';
import type { LintCode } from './texts/lint-texts.ts';

const normalise = (text: string): string => text.trim().toLowerCase();

/**
 * Maximum number of atoms tried while a column's values are linted; a pattern that needs more is too expensive for a
 * check.
 */
const TRIED_MAX = 2_000_000;

const problemCodes: Record<PatternProblem, LintCode> = {
  invalid: 'pattern-invalid',
  unsupported: 'pattern-unsupported',
  'too-large': 'pattern-too-large',
};

function lintLimits({ path, type, name, field }: LooseField, blame: ReportTermsProblem): void {
  const constraints = objectOf(field.constraints);
  const isNumber = type === 'number' || type === 'integer';
  for (const each of ['minimum', 'maximum'] as const)
    if (constraints[each] !== undefined && type !== '' && !isNumber)
      blame(`${path}/constraints/${each}`, 'constraint-type', { constraint: each, field: name, type });
  for (const each of ['minLength', 'maxLength'] as const)
    if (constraints[each] !== undefined && type !== '' && type !== 'string')
      blame(`${path}/constraints/${each}`, 'constraint-type', { constraint: each, field: name, type });
  const [minimum, maximum] = [numberOf(constraints.minimum), numberOf(constraints.maximum)];
  if (minimum > maximum) blame(`${path}/constraints/minimum`, 'minimum-over-maximum', { minimum, maximum });
  const [least, most] = [numberOf(constraints.minLength), numberOf(constraints.maxLength)];
  if (least > most) blame(`${path}/constraints/minLength`, 'length-over-length', { minimum: least, maximum: most });
  if (field.decimalChar !== undefined && type !== '' && !isNumber)
    blame(`${path}/decimalChar`, 'constraint-type', { constraint: 'decimalChar', field: name, type });
  if (field.dateOrder !== undefined && type !== '' && type !== 'date' && type !== 'yearmonth')
    blame(`${path}/dateOrder`, 'constraint-type', { constraint: 'dateOrder', field: name, type });
}

function lintChoices(
  { path, type, choices, field }: LooseField,
  pattern: LinearPattern | null,
  blame: ReportTermsProblem,
): void {
  const constraints = objectOf(field.constraints);
  if (Array.isArray(constraints.enum) && constraints.enum.length === 0) blame(`${path}/constraints/enum`, 'enum-empty');
  for (const at of duplicateIndexes(choices, normalise))
    blame(`${path}/constraints/enum/${at}`, 'enum-twice', { value: choices[at]! });
  const most = numberOf(constraints.maxLength);
  choices.forEach((value, at) => {
    const place = `${path}/constraints/enum/${at}`;
    if ((type === 'number' || type === 'integer') && !/^-?\d+([.,]\d+)?$/.test(value))
      blame(place, 'enum-type', { value, type });
    if (pattern && pattern.tried < TRIED_MAX && !pattern.test(value))
      blame(place, 'enum-pattern', { value, pattern: pattern.source });
    if (value.length > most) blame(place, 'enum-length', { value, maximum: most });
  });
}

/** Validates the constraints of each column: limits must fit the type and each other, and patterns must be usable. */
export function lintConstraints(fields: readonly LooseField[], blame: ReportTermsProblem): void {
  for (const field of fields) {
    const written = textOf(objectOf(field.field.constraints).pattern);
    const compiled = written === '' ? null : LinearPattern.compile(written);
    const pattern = compiled instanceof LinearPattern ? compiled : null;
    const place = `${field.path}/constraints/pattern`;
    if (typeof compiled === 'string') blame(place, problemCodes[compiled], { pattern: written.slice(0, 200) });
    lintLimits(field, blame);
    lintChoices(field, pattern, blame);
    if (pattern && pattern.tried >= TRIED_MAX) blame(place, 'pattern-too-large', { pattern: written.slice(0, 200) });
  }
}
