import { writeXlsx } from '@tallgrunn/tabular';
import { randomNumbers, items, kroner, ours } from './clerk-files.ts';

/** Builds a cross table of a month's purchases: items in rows, customers in columns, without prices and dates. */
export async function crossTable(
  seed: number,
  measures: readonly ('Ant' | 'Kr')[] | null,
): Promise<{ readonly buffer: Buffer; readonly amount: number; readonly lines: number }> {
  const draw = randomNumbers(seed);
  const names = [...ours, 'Elverum kommune'];
  const bought = items.map((item) =>
    names
      .map(() => (draw(4) === 0 ? 0 : draw(20) + 1))
      .map((quantity) => ({ quantity, amount: quantity * item.price })),
  );
  const own = bought.flatMap((row) => row.slice(0, ours.length)).filter(({ quantity }) => quantity > 0);
  const figures = (row: (typeof bought)[number]): string[] =>
    [
      ...row,
      row.reduce((sum, each) => ({ quantity: sum.quantity + each.quantity, amount: sum.amount + each.amount })),
    ].flatMap(({ quantity, amount }) =>
      measures
        ? measures.map((measure) => (measure === 'Ant' ? String(quantity || '') : quantity ? kroner(amount) : ''))
        : [quantity ? kroner(amount) : ''],
    );
  const heads = [...names, 'Sum'];
  const head = ['Varenr', 'Navn', 'Enhet'];
  const first = measures
    ? [...head.map(() => ''), ...heads.flatMap((name) => measures.map((_, at) => (at === 0 ? name : '')))]
    : [...head, ...heads];
  const second = measures ? [[...head, ...heads.flatMap(() => [...measures])]] : [];
  const body = items.map((item, at) => [item.number, item.name, item.unit, ...figures(bought[at]!)]);
  const values = async function* () {
    for (const row of [...second, ...body]) yield row;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx([
    { name: 'Krysstabell', columns: first.map((header) => ({ header, kind: 'text' as const })), rows: values() },
  ]))
    pieces.push(piece);
  return { buffer: Buffer.concat(pieces), amount: own.reduce((sum, { amount }) => sum + amount, 0), lines: own.length };
}
