import { availableParallelism } from 'node:os';
import type { Asked } from '../linking/asked.ts';
import { Exchange } from './exchange.ts';
import { partsOf, type Books, type Tie } from './parts-of.ts';

/**
 * Some of the buyers, whose lines one session matches while others match theirs. A purchase stands in one set of books, so no link goes from one
 * share to another; what is learned of all of them is put together on the way, so that a run says the same in however many shares it is made.
 */
export interface Share {
  /** Condition: the line of the buyer in that column is of this share. Lines of no buyer are of the first. */
  readonly takes: (column: string) => string;
  readonly isFirst: boolean;
  /** There is no other. */
  readonly isOnly: boolean;
  /** Adds to a temporary table the rows that the other shares have in theirs. */
  readonly gather: (database: Asked, table: string) => Promise<void>;
}

/** What a step needs to know of the run: `whole`, it reads everything anew; `first`, nothing is stored yet; and whose lines it takes. */
export interface Extent {
  readonly whole: boolean;
  readonly first: boolean;
  readonly share: Share;
}

export interface Division {
  readonly shares: readonly Share[];
  /** The session of one share has failed: the others do not wait for it. */
  readonly breakOff: (failure: unknown) => void;
}

export const everything: Share = { takes: () => 'true', isFirst: true, isOnly: true, gather: () => Promise.resolve() };

/** From this many booked lines on a share is worth a session of its own. */
const LINES_EACH = 25_000;
/** Each session holds a connection of a pool that others need too. */
const MOST_SESSIONS = 4;

const BOOKS = `select b.buyer_id as "buyerId", b.host_id as "hostId", (coalesce(i.lines, 0) + coalesce(p.lines, 0))::int as lines
  from agreements.door_buyer_body b
  left join (select buyer_id, sum(line_count) as lines from spend.door_invoice group by buyer_id) i on i.buyer_id = b.buyer_id
  left join (select buyer_id, count(*) as lines from spend.door_posting group by buyer_id) p on p.buyer_id = b.buyer_id`;

/** Buyers whose rows an earlier run read in another's books: they stay in one session with those. */
const ELSEWHERE = `select distinct l.buyer_id as "buyerId", l.books_id as "hostId" from matching.report_line_apart l where l.books_id <> l.buyer_id`;

/** Shares of about as many booked lines each. `sessions`: how many, instead of as many as there are processors and lines for. */
export async function divide(database: Asked, sessions?: number): Promise<Division> {
  const books = await database.query<Books>(BOOKS);
  const lines = books.reduce((total, one) => total + one.lines, 0);
  const most = sessions ?? Math.min(availableParallelism(), MOST_SESSIONS, Math.floor(lines / LINES_EACH));
  if (most < 2) return { shares: [everything], breakOff: () => undefined };
  const parts = partsOf(books, most, await database.query<Tie>(ELSEWHERE));
  if (parts.length < 2) return { shares: [everything], breakOff: () => undefined };
  const exchange = new Exchange(parts.length);
  return {
    shares: parts.map((buyers, seat) => shareOf(seat, seat === 0 ? parts.slice(1).flat() : buyers, exchange)),
    breakOff: (failure) => exchange.breakOff(failure),
  };
}

/** `buyers`: those of the share; of the first, which takes who is left, those of all others. */
function shareOf(seat: number, buyers: readonly string[], exchange: Exchange): Share {
  const list = `'{${buyers.join(',')}}'::uuid[]`;
  return {
    takes: (column) => (seat === 0 ? `(${column} is null or ${column} <> all (${list}))` : `${column} = any (${list})`),
    isFirst: seat === 0,
    isOnly: false,
    gather: async (database, table) => {
      const [own] = await database.query<{ rows: string }>(
        `select coalesce(jsonb_agg(t), '[]')::text as rows from ${table} t`,
      );
      for (const rows of await exchange.swap(table, seat, own?.rows ?? '[]'))
        await database.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
          rows,
        ]);
    },
  };
}
