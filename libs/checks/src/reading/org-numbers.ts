import { OrgNumber } from '@tallgrunn/values';
import type { OrgNumberProblem } from '@tallgrunn/values';
import type { Line } from '../line.ts';
import { readingOf, valueOf } from '../line.ts';
import type { FieldRole } from '../terms.ts';

/** A written organisation number that is none, where it stands, and why. */
export interface OrgNumberFault {
  readonly role: FieldRole;
  readonly text: string;
  readonly problem: OrgNumberProblem;
}

const numberLike = /^(?:no\s?)?[\d\s\u00a0.-]{6,}(?:\s?mva)?$/i;

function faultIn(line: Line, role: FieldRole): OrgNumberFault | null {
  const text = valueOf(line, role);
  if (text === '' || readingOf(line, role)?.notes?.some((note) => note === 'scientific' || note === 'error-value'))
    return null;
  // The column for "customer" may hold a name or a number; only numbers long enough are meant as organisation numbers.
  // Where the customer is known, by another column or because somebody taught whose the supplier's own number is, it is no organisation number.
  if (role === 'buyer' && (line.buyer >= 0 || !numberLike.test(text))) return null;
  const reading = OrgNumber.parse(text, { testNumbers: true });
  return reading.ok ? null : { role, text, problem: reading.problem };
}

/** What is wrong with a line's organisation number; null when nothing is, or when there is none. */
export function orgNumberFault(line: Line): OrgNumberFault | null {
  return faultIn(line, 'buyerOrgNumber') ?? faultIn(line, 'buyer');
}
