import type { CheckContext, PriceBasis } from '@tallgrunn/checks';
import type { Cell, TableFile } from '@tallgrunn/tabular';
import { addDays } from '@tallgrunn/values';

export interface PriceForm {
  readonly path: string;
  readonly basis: PriceBasis;
  /** First day of validity; null for the form of the agreement itself. */
  readonly fromOn: string | null;
}

interface Price {
  readonly number: string;
  readonly price: string;
  readonly from: string;
  readonly to: string | null;
  readonly basis: PriceBasis;
}

interface FormItem {
  readonly name: string;
  readonly gtin: string | null;
  readonly lot: string;
  readonly unit: string;
  /** Null where the unit is not a pack. */
  readonly content: { readonly factor: string; readonly to: string } | null;
}

type Assortment = Required<Pick<CheckContext, 'items' | 'prices' | 'units'>>;

const decimal = (text: string): string => text.replace(/[\s\u00a0]/g, '').replace(',', '.');
const isoDate = (cell: Cell | undefined): string =>
  cell?.kind === 'date' ? cell.text.slice(0, 10) : (cell?.text ?? '').split('.').reverse().join('-');

/** Reads each price form once, and returns a supplier's agreement data around a period, as the agreements room does. */
export class PriceForms {
  private readonly items = new Map<string, Map<string, FormItem>>();
  private readonly prices = new Map<string, Price[]>();
  private readonly open: (path: string) => Promise<TableFile>;

  constructor(open: (path: string) => Promise<TableFile>) {
    this.open = open;
  }

  async near(
    forms: readonly PriceForm[],
    { start, end }: { readonly start: string; readonly end: string },
  ): Promise<Assortment> {
    const near = forms.filter(
      ({ basis, fromOn }) =>
        basis === 'agreed' || (fromOn !== null && fromOn < addDays(end, 31) && fromOn >= addDays(start, -160)),
    );
    for (const form of near) if (!this.prices.has(form.path)) await this.read(form);
    const items = new Map(near.flatMap(({ path }) => [...(this.items.get(path) ?? [])]));
    const at = new Map([...items.keys()].map((number, index) => [number, index]));
    const prices = near
      .flatMap(({ path }) => this.prices.get(path) ?? [])
      .filter(({ basis, from, to }) => {
        const [after, before] = basis === 'agreed' ? [366, 366] : [31, 62];
        return from < addDays(end, after) && (to === null || to >= addDays(start, -before));
      });
    const list = [...items.values()];
    const packs = [...items].filter(([, { content }]) => content !== null);
    return {
      items: {
        number: [...items.keys()],
        name: list.map(({ name }) => name),
        gtin: list.map(({ gtin }) => gtin),
        unit: list.map(({ unit }) => unit),
        lot: list.map(({ lot }) => lot),
      },
      prices: {
        item: prices.map(({ number }) => at.get(number)!),
        price: prices.map(({ price }) => price),
        from: prices.map(({ from }) => from),
        to: prices.map(({ to }) => to),
        basis: prices.map(({ basis }) => basis),
      },
      units: {
        item: packs.map(([number]) => at.get(number)!),
        unit: packs.map(([, { unit }]) => unit),
        factor: packs.map(([, { content }]) => content!.factor),
        to: packs.map(([, { content }]) => content!.to),
      },
    };
  }

  private async read({ path, basis }: PriceForm): Promise<void> {
    const items = new Map<string, FormItem>();
    const prices: Price[] = [];
    let headings: string[] = [];
    for await (const batch of (await this.open(path)).batches()) {
      for (const { cells } of batch) {
        if (headings.length === 0) {
          headings = cells.map((cell) => cell.text);
          continue;
        }
        const cell = (name: string): Cell | undefined => cells[headings.indexOf(name)];
        const text = (name: string): string => cell(name)?.shown ?? cell(name)?.text ?? '';
        const number = text('Varenummer');
        const factor = decimal(text('Antall i enhet'));
        items.set(number, {
          name: text('Varenavn'),
          gtin: text('GTIN') || null,
          lot: text('Delkontrakt'),
          unit: text('Enhet'),
          content: Number(factor) > 1 ? { factor, to: text('Innhold enhet') } : null,
        });
        prices.push({
          number,
          price: decimal(text('Pris eks. mva')),
          from: isoDate(cell('Gyldig fra')),
          to: isoDate(cell('Gyldig til')) || null,
          basis,
        });
      }
    }
    this.items.set(path, items);
    this.prices.set(path, prices);
  }
}
