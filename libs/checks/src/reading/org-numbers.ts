import { OrgNumber } from '@tallgrunn/values';
import type { OrgNumberProblem } from '@tallgrunn/values';
import type { Line } from '../line.ts';
import { readingOf, valueOf } from '../line.ts';
import type { FieldRole } from '../terms.ts';

/** An invalid organisation number: its field, its text, and the problem. */
export interface OrgNumberFinding {
  readonly role: FieldRole;
  readonly text: string;
  readonly problem: OrgNumberProblem;
}

const numberLike = /^(?:no\s?)?[\d\s\u00a0.-]{6,}(?:\s?mva)?$/i;

function findingIn(line: Line, role: FieldRole): OrgNumberFinding | null {
  const text = valueOf(line, role);
  if (text === '' || readingOf(line, role)?.notes?.some((note) => note === 'scientific' || note === 'error-value'))
    return null;
  // The customer column may contain a name or a number; only long enough numbers are meant as organisation numbers.
  // When the customer is identified otherwise, by another column or a learned customer number, it is not an
  // organisation number.
  if (role === 'buyer' && (line.buyer >= 0 || !numberLike.test(text))) return null;
  const reading = OrgNumber.parse(text, { testNumbers: true });
  return reading.ok ? null : { role, text, problem: reading.problem };
}

/** Returns the problem of a line's organisation number; null when it is valid or missing. */
export function orgNumberFinding(line: Line): OrgNumberFinding | null {
  return findingIn(line, 'buyerOrgNumber') ?? findingIn(line, 'buyer');
}
