import { foldName } from '@tallgrunn/values';

/** What a column of a list of places and customer numbers can hold, with what such columns are called. */
export const unitFields = {
  orgNumber: [
    'orgnr',
    'org nr',
    'organisasjonsnummer',
    'organisasjonsnr',
    'underenhet',
    'underenhetsnummer',
    'underenhet orgnr',
    'bedriftsnummer',
    'organisation number',
    'org no',
  ],
  customerNumber: ['kundenummer', 'kundenr', 'kunde nr', 'kundenr hos leverandor', 'customer number', 'customer no'],
  supplier: ['leverandor', 'leverandornavn', 'leverandororgnr', 'supplier', 'vendor'],
  buyer: ['kommune', 'kunde', 'kjoper', 'virksomhet', 'eier', 'buyer', 'municipality', 'customer'],
  unit: [
    'sted',
    'enhet',
    'enhetsnavn',
    'navn',
    'leveringssted',
    'skole',
    'avdeling',
    'site',
    'unit',
    'name',
    'mottaker',
  ],
  parent: ['horer til', 'del av', 'overordnet', 'overordnet enhet', 'part of', 'parent'],
  kind: ['type', 'slag', 'kind'],
  costCentre: ['ansvar', 'ansvarskode', 'ansvarsnummer', 'kostnadssted', 'cost centre', 'cost center'],
  deliveryNames: [
    'leveringsnavn',
    'leveringsadresse',
    'leveringsadresser',
    'navn i leveringsadresse',
    'kalles',
    'delivery name',
    'delivery names',
    'delivery address',
  ],
  fromOn: ['fra', 'fra dato', 'gyldig fra', 'gjelder fra', 'from', 'valid from'],
  untilOn: ['til', 'til og med', 'til dato', 'gyldig til', 'gjelder til', 'to', 'until', 'valid to'],
} as const satisfies Record<string, readonly string[]>;

export type UnitField = keyof typeof unitFields;
export const unitFieldNames = Object.keys(unitFields) as UnitField[];

/** The column of each field, 0-based; each column is used once, for the field whose name for it comes first. */
export function columnsOf(headings: readonly string[]): Partial<Record<UnitField, number>> {
  const folded = headings.map(foldHeading);
  const taken = new Set<number>();
  const columns: Partial<Record<UnitField, number>> = {};
  for (const field of unitFieldNames) {
    const names: readonly string[] = unitFields[field];
    const at = names
      .map((name) => folded.findIndex((heading, column) => heading === foldHeading(name) && !taken.has(column)))
      .find((column) => column >= 0);
    if (at === undefined) continue;
    taken.add(at);
    columns[field] = at;
  }
  return columns;
}

/** "Kommune" is a name's ornament elsewhere, and a heading here. */
const foldHeading = (text: string): string => foldName(text.replace(/kommune/gi, 'kommun'));
