import { parse } from 'csv-parse/sync';

/** Totals taken from the files without code of the product, for comparison. */
export interface SimpleTotals {
  lines: number;
  /** Total stated in the document, or null. */
  stated: string | null;
  /** Sum of the lines, in units of 1e-8. */
  sum: bigint;
}

const decimal = /^[+-]?\d+(\.\d{1,8})?$/;

/** Converts a decimal text to units of 1e-8. */
export function unitsOf(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const size = BigInt(whole) * 100_000_000n + BigInt(fraction.padEnd(8, '0').slice(0, 8));
  return text.startsWith('-') ? -size : size;
}

const sumOf = (texts: string[]): bigint =>
  texts.filter((text) => decimal.test(text)).reduce((sum, text) => sum + unitsOf(text), 0n);

const amountIn = (xml: string): string | null =>
  /<(?:\w+:)?LineExtensionAmount[^>]*>\s*([^<\s]+)\s*</.exec(xml)?.[1] ?? null;

/** Returns null when the text is neither an invoice nor a credit note. */
export function invoiceTotals(text: string): SimpleTotals | null {
  const xml = text.replace(/<!--[\s\S]*?-->/g, '');
  if (!/^[^<]*(?:<\?[^>]*>[^<]*)*<(?:\w+:)?(?:Invoice|CreditNote)[\s>]/.test(xml)) return null;
  const blocks = [...xml.matchAll(/<(?:\w+:)?((?:Invoice|CreditNote)Line)[\s>][\s\S]*?<\/(?:\w+:)?\1>/g)].map(
    ([block]) => block,
  );
  const totals = /<(?:\w+:)?LegalMonetaryTotal[\s>][\s\S]*?<\/(?:\w+:)?LegalMonetaryTotal>/.exec(xml)?.[0] ?? '';
  return {
    lines: blocks.length,
    stated: amountIn(totals),
    sum: sumOf(blocks.flatMap((block) => amountIn(block) ?? [])),
  };
}

/**
 * Returns true if the seller has any organisation identifier. A seller without one, or with only an e-mail address, may
 * be a person and is excluded.
 */
export function sellerGivesNumber(text: string): boolean {
  const seller =
    /<(?:\w+:)?AccountingSupplierParty[\s>][\s\S]*?<\/(?:\w+:)?AccountingSupplierParty>/.exec(
      text.replace(/<!--[\s\S]*?-->/g, ''),
    )?.[0] ?? '';
  const numbers = [
    ...seller.matchAll(
      /<(?:\w+:)?(?:EndpointID|CompanyID)[^>]*>([^<]*)<|<(?:\w+:)?PartyIdentification>\s*<(?:\w+:)?ID[^>]*>([^<]*)</g,
    ),
  ].map(([, id, other]) => id ?? other ?? '');
  return numbers.some((number) => /\d/.test(number) && !number.includes('@'));
}

/** Returns the payments of a council: rows with an amount in the amount column. Real files have had several formats. */
export function paymentTotals(text: string): SimpleTotals {
  const rows = parse(text, {
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
  }) as string[][];
  const heading = rows.findIndex((row) =>
    row.some((cell) => ['Supplier Name', 'Beneficiary Name'].includes(cell.trim())),
  );
  const names = ['Amount', 'Invoice Nett Amount', 'Total', 'Sum of Invoice Nett Amount'];
  const column =
    names.map((name) => rows[heading]?.findIndex((cell) => cell.trim() === name) ?? -1).find((at) => at >= 0) ?? -1;
  const body = rows.slice(heading + 1).map((row) => ({ row, amount: (row[column] ?? '').trim().replaceAll(',', '') }));
  const isTotal = (row: string[]) => row.some((cell) => /^(?:grand )?total:?$/i.test(cell.trim()));
  const amounts = body.filter(({ row, amount }) => decimal.test(amount) && !isTotal(row)).map(({ amount }) => amount);
  return {
    lines: amounts.length,
    stated: body.findLast(({ row }) => isTotal(row))?.amount ?? null,
    sum: sumOf(amounts),
  };
}

/** Returns the footprints anywhere in the document: their stated values without biogenic uptake. */
export function footprintTotals(text: string): SimpleTotals {
  const found: string[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (key === 'pcfExcludingBiogenicUptake' || key === 'pCfExcludingBiogenic') found.push(String(value));
    return value;
  });
  return { lines: found.length, stated: null, sum: sumOf(found) };
}

const ONE_OR_TOTAL = [
  '77e416eb-a363-4258-a04e-171d843a6460',
  '6a37f984-a4b3-458a-a20a-64418c145fa2',
  'a7ea142a-9749-11ed-a8fc-0242ac120002',
];

interface EpdResult {
  readonly referenceToLCIAMethodDataSet: { readonly refObjectId: string };
  readonly other: { readonly anies: readonly { readonly module?: string; readonly value?: string }[] };
}

/**
 * Returns A1–A3 of an EPD in JSON, from its total or only indicator: one module, or the sum of three. Null when neither
 * is stated.
 */
export function epdStage(text: string): number | null {
  const results = (JSON.parse(text) as { LCIAResults: { LCIAResult: readonly EpdResult[] } }).LCIAResults.LCIAResult;
  const figures =
    results.find(({ referenceToLCIAMethodDataSet }) => ONE_OR_TOTAL.includes(referenceToLCIAMethodDataSet.refObjectId))
      ?.other.anies ?? [];
  const of = (module: string) => figures.find((each) => each.module === module)?.value;
  const parts = [of('A1'), of('A2'), of('A3')];
  const whole = of('A1-A3');
  if (whole !== undefined) return Number(whole);
  return parts.every((part) => part !== undefined) ? parts.reduce<number>((sum, part) => sum + Number(part), 0) : null;
}
