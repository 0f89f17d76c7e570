import { Gtin } from '@tallgrunn/values';

export interface ProductNumbers {
  readonly gtins: string[];
  readonly wrong: string[];
}

/**
 * Returns the GTINs among product URNs: `urn:gtin:…` and EPC pure identities (`urn:epc:id:sgtin:company.item.serial`,
 * GS1 TDS 1.13, section 6.3.1). `wrong` are those with an incorrect check digit.
 */
export function gtinsOf(productIds: readonly string[]): ProductNumbers {
  const stated = productIds.flatMap((id) => digitsOf(id) ?? []);
  const read = stated.map((digits) => ({ digits, reading: Gtin.parse(digits) }));
  return {
    gtins: read.flatMap(({ reading }) => (reading.ok ? [reading.value] : [])),
    wrong: read.filter(({ reading }) => !reading.ok).map(({ digits }) => digits),
  };
}

function digitsOf(urn: string): string | null {
  const plain = /^urn:(?:[\w-]+:)*gtin:(\w+)$/i.exec(urn.trim())?.[1];
  if (plain) return plain;
  const epc = /^urn:epc:(?:id|class|idpat):l?sgtin:(\d+)\.(\d)(\d*)(?:\.|$)/i.exec(urn.trim());
  if (!epc) return null;
  const [, company = '', indicator = '', item = ''] = epc;
  return withCheckDigit(`${indicator}${company}${item}`);
}

function withCheckDigit(digits: string): string {
  const check = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].find((digit) => Gtin.hasCheckDigit(digits + digit));
  return digits + (check ?? '');
}
