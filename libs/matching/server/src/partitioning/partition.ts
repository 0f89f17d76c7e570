import { availableParallelism } from 'node:os';
import type { SqlClient } from '../linking/sql-client.ts';
import { Exchange } from './exchange-findings.ts';
import { partitionByLedger, type BuyerLedger, type LedgerTie } from './partition-by-ledger.ts';

/**
 * A partition of a run: some of the buyers, matched by one session while others match the rest. A purchase is in one
 * ledger, so no link crosses partitions. Learned rules are combined during the run, so the results do not depend on the
 * number of partitions.
 */
export interface Partition {
  /** SQL condition: the buyer in that column belongs to this partition. Lines without a buyer belong to the first. */
  readonly takes: (column: string) => string;
  readonly isFirst: boolean;
  /** True if there is no other partition. */
  readonly isOnly: boolean;
  /** Adds the rows of the other partitions to a temporary table. */
  readonly gather: (database: SqlClient, table: string) => Promise<void>;
}

/**
 * Properties of a run that a step needs. `whole`: it reads everything; `first`: nothing is stored yet; `share`: its
 * partition.
 */
export interface RunScope {
  readonly whole: boolean;
  readonly first: boolean;
  readonly share: Partition;
}

export interface Partitions {
  readonly shares: readonly Partition[];
  /** Reports a failed session, so that the others do not wait for it. */
  readonly breakOff: (failure: unknown) => void;
}

export const singlePartition: Partition = {
  takes: () => 'true',
  isFirst: true,
  isOnly: true,
  gather: () => Promise.resolve(),
};

/** Minimum booked lines per partition; below this, a second database session costs more than it saves. */
const LINES_PER_PARTITION = 25_000;
/** Maximum sessions: each uses a connection of a shared pool. */
const SESSIONS_MAX = 4;

const BUYER_LEDGERS = `select b.buyer_id as "buyerId", b.host_municipality_id as "hostId", (coalesce(i.lines, 0) + coalesce(p.lines, 0))::int as lines
  from agreements.door_buyer_type b
  left join (select buyer_id, sum(line_count) as lines from spend.door_invoice group by buyer_id) i on i.buyer_id = b.buyer_id
  left join (select buyer_id, count(*) as lines from spend.door_posting group by buyer_id) p on p.buyer_id = b.buyer_id`;

/** SQL: buyers whose rows an earlier run linked in another's ledger; they stay in one session with it. */
const OTHER_LEDGERS = `select distinct l.buyer_id as "buyerId", l.ledger_buyer_id as "hostId" from matching.standalone_report_line l where l.ledger_buyer_id <> l.buyer_id`;

/**
 * Divides the buyers into partitions of about as many booked lines each.
 * @param sessions number of partitions; by default, by processors and lines
 */
export async function createPartitions(database: SqlClient, sessions?: number): Promise<Partitions> {
  const books = await database.query<BuyerLedger>(BUYER_LEDGERS);
  const lines = books.reduce((total, one) => total + one.lines, 0);
  const most = sessions ?? Math.min(availableParallelism(), SESSIONS_MAX, Math.floor(lines / LINES_PER_PARTITION));
  if (most < 2) return { shares: [singlePartition], breakOff: () => undefined };
  const parts = partitionByLedger(books, most, await database.query<LedgerTie>(OTHER_LEDGERS));
  if (parts.length < 2) return { shares: [singlePartition], breakOff: () => undefined };
  const exchange = new Exchange(parts.length);
  return {
    shares: parts.map((buyers, seat) => partitionOf(seat, seat === 0 ? parts.slice(1).flat() : buyers, exchange)),
    breakOff: (failure) => exchange.fail(failure),
  };
}

/**
 * Creates a partition. `buyers`: its buyers; for the first partition, which takes all remaining lines, the buyers of
 * all others.
 */
function partitionOf(seat: number, buyers: readonly string[], exchange: Exchange): Partition {
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
