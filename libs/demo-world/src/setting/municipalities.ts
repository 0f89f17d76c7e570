import { textTable } from '../values/text-table.ts';

export type Dialect = 'agresso-like' | 'visma-like' | 'xledger-like';

export interface Municipality {
  /** Municipality number from 2020: the key of a buyer throughout the world. */
  number: string;
  name: string;
  /** Folder name. */
  slug: string;
  orgNumber: string;
  oldNumber: string;
  inhabitants: number;
  /** Share of the purchases of all seven municipalities. */
  share: number;
  dialect: Dialect;
  /** Share of agreement invoices that are available as e-invoices with lines. */
  eInvoiceShare: number;
  /** Multipliers on the share, by kind of agreement. */
  foodFactor: number;
  ictFactor: number;
  /** Details of a body that is not a municipality. */
  body?: Body;
}

/** A buying body that is not a municipality: owned by several, or run by one of them for others. */
export interface Body {
  kind: 'iks' | 'host-cooperation';
  /** Number of the municipality with its ledger; null where its ledger is never delivered. */
  booksAt: string | null;
  /** Municipality number and share of each owner or participant; the shares add up to 1. */
  members: readonly { number: string; share: number }[];
  /** Share of the purchases of the seven municipalities, by supplier. */
  shares: Readonly<Record<string, number>>;
}

/** Returns the municipality whose ledger contains the body's purchases; null for none. */
export const ledgerMunicipality = (one: Municipality): string | null => (one.body ? one.body.booksAt : one.number);

const columns = [
  'number',
  'name',
  'slug',
  'orgNumber',
  'oldNumber',
  'inhabitants',
  'share',
  'dialect',
  'eInvoiceShare',
  'foodFactor',
  'ictFactor',
] as const;

/** Names and numbers are public; shares, systems and all figures built on them are invented. */
const table = `
3401 | Kongsvinger | kongsvinger | 944117784 | 0402 | 18100 | 0.345 | agresso-like | 0.60 | 1    | 1.1
3414 | Nord-Odal   | nord-odal   | 964950768 | 0418 | 5000  | 0.095 | visma-like   | 0.35 | 1    | 1
3415 | Sør-Odal    | sor-odal    | 964947716 | 0419 | 8100  | 0.154 | visma-like   | 0.50 | 1    | 1.1
3416 | Eidskog     | eidskog     | 964948054 | 0420 | 6000  | 0.114 | agresso-like | 0.30 | 1    | 1
3417 | Grue        | grue        | 964948143 | 0423 | 4500  | 0.086 | xledger-like | 0.40 | 1.15 | 1
3418 | Åsnes       | asnes       | 964948232 | 0425 | 7200  | 0.137 | xledger-like | 0.92 | 1.15 | 1
3419 | Våler       | valer       | 871034222 | 0426 | 3550  | 0.068 | agresso-like | 0.25 | 1.15 | 1
`;

export const municipalities: readonly Municipality[] = textTable(columns, table).map((row) => ({
  ...row,
  dialect: row.dialect as Dialect,
  inhabitants: Number(row.inhabitants),
  share: Number(row.share),
  eInvoiceShare: Number(row.eInvoiceShare),
  foodFactor: Number(row.foodFactor),
  ictFactor: Number(row.ictFactor),
}));
