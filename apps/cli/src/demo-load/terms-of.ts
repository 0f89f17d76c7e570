import type { TermsDraft } from '@tallgrunn/agreements-server';
import { exampleTerms, type TermsField } from '@tallgrunn/checks';
import type { WorldAgreement, WorldSupplier } from './world-files.ts';

type Fields = readonly TermsField[];

/** Returns the terms' field name for a column of the demo data; null for a column that the terms do not require. */
function fieldNameOf(worldName: string, supplier: WorldSupplier): string | null {
  if (worldName === 'municipality' || worldName === 'municipalityNumber') return 'buyer';
  if (worldName === 'customerName') return supplier.reportColumns['municipality'] ? 'site' : 'buyer';
  if (worldName === 'orgNumber') return 'buyerOrgNumber';
  return worldName === 'customerNumber' || worldName === 'agreement' || worldName === 'month' ? null : worldName;
}

/** Returns the terms of a demo agreement: a clause package with the agreement's fields and its suppliers' headings. */
export function termsOf({ terms, name }: WorldAgreement, suppliers: readonly WorldSupplier[]): TermsDraft {
  const example = terms.frequency === 'month' ? exampleTerms['monthly-food']() : exampleTerms['quarterly-goods']();
  const known = new Map(
    [...fieldsOf('quarterly-goods'), ...fieldsOf('monthly-food')].map((field) => [field.name, field]),
  );
  const wanted = [...terms.requiredFields, ...terms.optionalFields]
    .map((worldName) => (worldName === 'orgNumber' ? 'buyerOrgNumber' : worldName))
    .filter((worldName) => worldName !== 'customerNumber');
  const fields = [...new Set(wanted)].map((field): TermsField => {
    const usual = known.get(field) ?? { name: field, type: field.endsWith('On') ? 'date' : 'string' };
    const constraints = { ...usual.constraints, required: terms.requiredFields.includes(field) };
    return {
      ...usual,
      constraints,
      synonyms: [...new Set([...(usual.synonyms ?? []), ...headingsOf(field, suppliers)])],
    };
  });
  const { id: _id, version: _version, agreement: _agreement, ...draft } = example;
  return {
    ...draft,
    title: name,
    due:
      terms.due.kind === 'fixed-dates'
        ? { kind: 'fixed-dates', dates: [...(terms.due.dates ?? [])] }
        : { kind: 'working-days', days: terms.due.days ?? 10 },
    ...(terms.partsOf && { partsOf: terms.partsOf }),
    nilReport: terms.nilReturnRequired ? 'required' : 'allowed',
    sanction: {
      kind: 'day-fine',
      per: 'working-day',
      ...example.sanction,
      returnedReport: 'delivered',
      excluded: [{ nb: 'Force majeure', nn: 'Force majeure', en: 'Force majeure' }],
    },
    tables: [{ name: 'lines', fields }],
  };
}

const fieldsOf = (id: keyof typeof exampleTerms): Fields => exampleTerms[id]().tables[0]?.fields ?? [];

function headingsOf(field: string, suppliers: readonly WorldSupplier[]): string[] {
  return suppliers.flatMap((supplier) =>
    Object.entries(supplier.reportColumns)
      .filter(([worldName]) => fieldNameOf(worldName, supplier) === field)
      .map(([, heading]) => heading),
  );
}
