import { roleTitle } from '../plan/heading-synonyms.ts';
import type { FieldRole, FieldType, TermsField } from '../terms.ts';

const types: Partial<Record<FieldRole, FieldType>> = {
  quantity: 'number',
  unitPrice: 'number',
  amount: 'number',
  vatRate: 'number',
  deliveredOn: 'date',
  orderedOn: 'date',
  invoicedOn: 'date',
  period: 'yearmonth',
};

/** Returns a field of the usual type for its role, with titles in three languages. */
export function defaultField(role: FieldRole, required: boolean, extra: Partial<TermsField> = {}): TermsField {
  const title = { nb: roleTitle(role, 'nb'), nn: roleTitle(role, 'nn'), en: roleTitle(role, 'en') };
  return { name: role, type: types[role] ?? 'string', title, ...(required && { constraints: { required } }), ...extra };
}
