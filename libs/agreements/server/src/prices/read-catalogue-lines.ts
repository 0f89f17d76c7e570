import {
  FormatProblem,
  readCatalogue,
  unitName,
  type CatalogueHead,
  type CatalogueLine,
  type CataloguePrice,
} from '@tallgrunn/formats';
import type { ByteSource } from '@tallgrunn/tabular';
import { compare, divide, Gtin, isDate, isDecimal, normalise } from '@tallgrunn/values';
import type { AssortmentFinding, AssortmentLine, AssortmentSummary } from './assortment-line.ts';
import type { AssortmentOptions } from './read-assortment.ts';

const FINDINGS_MAX = 1000;
const PRICE_DECIMALS = 12;

/** Reads an EHF or Peppol catalogue as a price list, line by line. Row numbers are lines of the XML. */
export async function readCatalogueLines(
  source: ByteSource,
  fileName: string,
  options: AssortmentOptions,
  take: (line: AssortmentLine) => void | Promise<void>,
): Promise<AssortmentSummary> {
  const reader = new CatalogueLines(options);
  for await (const part of readCatalogue(source, fileName)) {
    if (part.part === 'refused') throw new FormatProblem(part.refusal.code, { ...part.refusal.findings[0]?.params });
    if (part.part === 'head') reader.head = part.head;
    if (part.part !== 'line') continue;
    for (const line of reader.readLine(part.line, part.place.line ?? 0)) {
      const waiting = take(line);
      if (waiting) await waiting;
    }
  }
  return reader.finish();
}

class CatalogueLines {
  head: CatalogueHead | null = null;
  #lines = 0;
  #deleted: string[] = [];
  readonly #visited = new Set<string>();
  readonly #findings: AssortmentFinding[] = [];
  readonly #remarks: AssortmentFinding[] = [];
  readonly #lots: ReadonlyMap<string, string>;

  constructor({ lots = [] }: AssortmentOptions) {
    this.#lots = new Map(lots.map((lot) => [lot.toLowerCase(), lot]));
  }

  finish(): AssortmentSummary {
    if (this.#lines === 0 && this.#deleted.length === 0) this.#report(this.#findings, 'no-items', 0, null, null);
    return {
      lines: this.#lines,
      findings: this.#findings,
      remarks: this.#remarks,
      partial: this.#isChange ? { deleted: this.#deleted } : null,
    };
  }

  /** True when the catalogue declares itself as changes; a full catalogue replaces the list. */
  get #isChange(): boolean {
    return this.head?.action === 'update' || this.head?.action === 'delete';
  }

  readLine(line: CatalogueLine, row: number): AssortmentLine[] {
    const { item } = line;
    const number = item.sellerNumber ?? item.gtin ?? item.standardId?.id ?? item.manufacturerNumber;
    if (!number) {
      this.#report(this.#findings, 'number-missing', row, 'SellersItemIdentification', null);
      return [];
    }
    if ((line.action ?? this.head?.action) === 'delete') {
      this.#deleted.push(number);
      this.#report(this.#remarks, 'line-deleted', row, 'ActionCode', number);
      return [];
    }
    if (this.#visited.has(number)) {
      this.#report(this.#remarks, 'line-repeated', row, 'CatalogueLine', number);
      return [];
    }
    this.#visited.add(number);
    const prices = this.#prices(line, row);
    this.#lines += prices.length;
    return prices.map((price) => this.#line(line, row, number, price));
  }

  /** Returns one price per quantity and start date; other conditions, such as location, are ignored with a remark. */
  #prices(line: CatalogueLine, row: number): (CataloguePrice | null)[] {
    const priced = line.prices.filter(
      ({ amount }) => amount !== null && isDecimal(amount) && compare(amount, '0') >= 0,
    );
    const key = (price: CataloguePrice) => `${price.minimumQuantity?.quantity ?? ''} ${price.period?.start ?? ''}`;
    const each = [...new Map(priced.toReversed().map((price) => [key(price), price])).values()].toReversed();
    if (each.length < priced.length)
      this.#report(this.#remarks, 'price-repeated', row, 'RequiredItemLocationQuantity', line.item.sellerNumber);
    return each.length > 0 ? each : [null];
  }

  #line(line: CatalogueLine, row: number, number: string, price: CataloguePrice | null): AssortmentLine {
    const { item } = line;
    const unit = price?.baseUnit ?? line.orderableUnit ?? line.content?.unit ?? 'EA';
    const base = decimal(price?.baseQuantity);
    return {
      sheet: null,
      row,
      number,
      name: item.name ?? item.description ?? number,
      unit: unitText(unit),
      formerNumber: line.replacedItems[0]?.id ?? null,
      gtin: item.gtinValid ? item.gtin : this.#gtin(item.gtin, row),
      nobb: nobbOf(line),
      lot: this.#lot(line, row),
      category: null,
      price: price?.amount
        ? base && compare(base, '0') > 0
          ? normalise(divide(price.amount, base, PRICE_DECIMALS))
          : normalise(price.amount)
        : null,
      currency: price?.currency ?? null,
      fromQuantity: decimal(price?.minimumQuantity?.quantity),
      ...this.#days(line, price),
      ...packsOf(line, unit, price),
      netWeightKg: null,
      labels: [...new Set(item.certificates.map((each) => each.name ?? each.id))],
      organicShare: null,
      packs: [],
    };
  }

  #days(line: CatalogueLine, price: CataloguePrice | null): Pick<AssortmentLine, 'validFrom' | 'validTo'> {
    const periods = [price?.period, line.period, this.head?.period];
    const [from, to] = (['start', 'end'] as const).map(
      (end) => periods.map((period) => period?.[end]?.slice(0, 10)).find((day) => day && isDate(day)) ?? null,
    );
    return { validFrom: from ?? null, validTo: from && to && to < from ? null : (to ?? null) };
  }

  #lot(line: CatalogueLine, row: number): string | null {
    const written = line.contractSubdivision;
    const lot = written ? (this.#lots.get(written.toLowerCase()) ?? null) : null;
    if (written && !lot && this.#lots.size > 0)
      this.#report(this.#remarks, 'lot-unknown', row, 'ContractSubdivision', written);
    return lot;
  }

  #gtin(text: string | null, row: number): string | null {
    if (text === null) return null;
    const reading = Gtin.parse(text);
    if (!reading.ok) this.#report(this.#remarks, `gtin-${reading.problem}`, row, 'StandardItemIdentification', text);
    return reading.ok ? reading.value : null;
  }

  #report(list: AssortmentFinding[], code: string, row: number, column: string | null, found: string | null): void {
    if (list.length < FINDINGS_MAX) list.push({ code, row: row || null, column, found, expected: null });
  }
}

const unitText = (unit: string): string => unitName(unit, 'nb') ?? unit;
const decimal = (text: string | null | undefined): string | null =>
  text && isDecimal(text) && compare(text, '0') > 0 ? normalise(text) : null;

function nobbOf({ item }: CatalogueLine): string | null {
  const found = item.properties.find(({ name }) => /nobb/i.test(name))?.value?.trim();
  return found && /^\d{8}$/.test(found) ? found : null;
}

/** Returns the content of an orderable unit relative to the price unit: it is the same unit, or a pack of it. */
function packsOf(
  line: CatalogueLine,
  unit: string,
  price: CataloguePrice | null,
): Pick<AssortmentLine, 'contentQuantity' | 'contentUnit' | 'packQuantity' | 'packUnit'> {
  const none = { contentQuantity: null, contentUnit: null, packQuantity: null, packUnit: null };
  const [orderable, content] = [line.orderableUnit, line.content?.unit];
  const holds = decimal(line.content?.quantity) ?? decimal(price?.orderableUnitFactor);
  if (!orderable || !holds) return none;
  if (orderable === unit && content && content !== unit)
    return { ...none, contentQuantity: holds, contentUnit: unitText(content) };
  return orderable !== unit && (content ?? unit) === unit
    ? { ...none, packQuantity: holds, packUnit: unitText(orderable) }
    : none;
}
