import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';

/** Lines of a file that earlier batches contain, by batch. */
export interface Overlap {
  readonly documents: number;
  readonly lines: number;
  readonly batches: readonly { readonly id: string; readonly number: string; readonly lines: number }[];
}

type Row = Readonly<Record<string, unknown>>;
interface ExistingLine extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
  readonly documents: number;
  readonly lines: number;
}

const BLOCK_ROWS = 5_000;

const POSTINGS = `
  select b.id, b.number, 0 as documents, count(*)::int as lines
  from jsonb_to_recordset($1) as n (key text, "buyerId" uuid)
  join spend.posting p on p.line_key = n.key and p.buyer_id is not distinct from n."buyerId" and not p.repeated
  join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id
  group by b.id, b.number`;

const INVOICES = `
  select b.id, b.number, count(*)::int as documents, sum(n.lines)::int as lines
  from jsonb_to_recordset($1) as n (seller text, invoice text, type text, issued_on date, buyer text, lines int)
  join spend.invoice i on i.seller_key = n.seller and i.invoice_key = n.invoice and i.type = n.type and i.issued_on is not distinct from n.issued_on
    and i.buyer_org_number is not distinct from n.buyer and not i.repeated
  join spend.batch b on b.cooperative_id = i.cooperative_id and b.id = i.batch_id
  group by b.id, b.number`;

const DELIVERIES = `
  select b.id, b.number, count(*)::int as documents, sum(n.lines)::int as lines
  from jsonb_to_recordset($1) as n (seller text, number text, issued_on date, buyer text, lines int)
  join spend.despatch_advice d on d.seller_org_number is not distinct from n.seller and d.number = n.number and d.issued_on is not distinct from n.issued_on
    and d.buyer_org_number is not distinct from n.buyer and not d.repeated
  join spend.batch b on b.cooperative_id = d.cooperative_id and b.id = d.batch_id
  group by b.id, b.number`;

/**
 * Finds the lines of a file that are already imported, in blocks of 5,000. Uses the same keys by which an import marks
 * duplicates.
 */
@Injectable()
export class FindOverlappingBatches {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
  ) {}

  start() {
    const overlaps = new Map<string, ExistingLine>();
    const buffered = new Map<string, Row[]>();
    const flush = async (sql: string): Promise<void> => {
      const rows = buffered.get(sql) ?? [];
      buffered.delete(sql);
      if (rows.length === 0) return;
      const hits = await this.units.run({ ...this.database.actor() }, () =>
        this.database.query<ExistingLine>(sql, [jsonbText(rows)]),
      );
      for (const hit of hits) {
        const before = overlaps.get(hit.id);
        overlaps.set(
          hit.id,
          before ? { ...hit, documents: before.documents + hit.documents, lines: before.lines + hit.lines } : hit,
        );
      }
    };
    const take = async (sql: string, rows: readonly Row[]): Promise<void> => {
      const rowsToCompare = [...(buffered.get(sql) ?? []), ...rows];
      buffered.set(sql, rowsToCompare);
      if (rowsToCompare.length >= BLOCK_ROWS) await flush(sql);
    };
    return {
      postings: (rows: readonly Row[]) => take(POSTINGS, rows),
      invoices: (rows: readonly Row[]) => take(INVOICES, rows),
      deliveries: (rows: readonly Row[]) => take(DELIVERIES, rows),
      /** Discards the comparison, because the file will be refused. */
      forget: (): void => {
        overlaps.clear();
        buffered.clear();
      },
      end: async (): Promise<Overlap> => {
        for (const sql of [...buffered.keys()]) await flush(sql);
        const all = [...overlaps.values()].sort((a, b) => b.lines - a.lines || (a.number < b.number ? -1 : 1));
        const total = (of: 'documents' | 'lines') => all.reduce((sum, each) => sum + each[of], 0);
        return {
          documents: total('documents'),
          lines: total('lines'),
          batches: all.map(({ id, number, lines }) => ({ id, number, lines })),
        };
      },
    };
  }
}
