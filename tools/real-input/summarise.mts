import { compare, sum } from '@tallgrunn/values';
import type { ImportRow } from './row.mts';

interface Summary {
  kind: ImportRow['kind'];
  currency: string | null;
  files: number;
  taken: number;
  repeated: number;
  read: number;
  stored: number;
  refused: Record<string, number>;
  /** Sum of the totals stated in the documents, and of the stored lines of the same documents. */
  total: string;
  readBack: string;
  /** Documents whose lines do not add up to the stated total. */
  differing: number;
  /** Sum of all stored lines, including those of documents without a total. */
  storedSum: string;
}

const isSameTotal = ({ total, readBack }: ImportRow): boolean =>
  total !== null && readBack !== null && isDecimal(total) && compare(total, readBack) === 0;
const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Returns one summary per kind and currency. */
export function summarise(rows: ImportRow[]): Summary[] {
  const groups = Map.groupBy(rows, ({ kind, currency }) => `${kind} ${currency ?? ''}`);
  return [...groups.values()].map((members) => {
    const [first] = members as [ImportRow];
    const stating = members.filter(({ total, readBack }) => total !== null && readBack !== null && isDecimal(total));
    const refused = members.flatMap(({ code }) => code ?? []);
    return {
      kind: first.kind,
      currency: first.currency,
      files: new Set(members.map(({ file }) => file)).size,
      taken: members.filter(({ stored }) => stored > 0).length,
      repeated: members.filter(({ repeated }) => repeated).length,
      read: members.reduce((count, { read }) => count + read, 0),
      stored: members.reduce((count, { stored }) => count + stored, 0),
      refused: Object.fromEntries(
        [...new Set(refused)].map((code) => [code, refused.filter((each) => each === code).length]),
      ),
      total: sum(stating.flatMap(({ total }) => total ?? [])),
      readBack: sum(stating.flatMap(({ readBack }) => readBack ?? [])),
      differing: stating.filter((row) => !isSameTotal(row)).length,
      storedSum: sum(members.flatMap(({ readBack }) => readBack ?? [])),
    };
  });
}
