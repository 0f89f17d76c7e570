import { normaliseName } from '@tallgrunn/values';

/** The fields that a list of sites and customer numbers can have, with their possible headings. */
export const siteFields = {
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

export type SiteField = keyof typeof siteFields;
export const siteFieldNames = Object.keys(siteFields) as SiteField[];

/** Returns the column of each field, 0-based. Each column is used once; a field's names are tried in order. */
export function columnsOf(headings: readonly string[]): Partial<Record<SiteField, number>> {
  const folded = headings.map(foldHeading);
  const taken = new Set<number>();
  const columns: Partial<Record<SiteField, number>> = {};
  for (const field of siteFieldNames) {
    const names: readonly string[] = siteFields[field];
    const at = names
      .map((name) => folded.findIndex((heading, column) => heading === foldHeading(name) && !taken.has(column)))
      .find((column) => column >= 0);
    if (at === undefined) continue;
    taken.add(at);
    columns[field] = at;
  }
  return columns;
}

/** `normaliseName` drops "kommune" from names; here it is a heading. */
const foldHeading = (text: string): string => normaliseName(text.replace(/kommune/gi, 'kommun'));
