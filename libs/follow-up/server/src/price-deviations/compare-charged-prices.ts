import { Injectable } from '@nestjs/common';
import { ReadAgreedPrices, type AgreedPrices } from '@tallgrunn/agreements-server';
import { Clock, Database, type Progress } from '@tallgrunn/platform';
import { addDays, osloDate } from '@tallgrunn/values';
import { INVOICED_LINES, REPORTED_LINES, type ChargedRow, type PriceBasis } from './charged-lines.ts';
import { CompareDocument } from './compare-document.ts';
import { StoreComparison } from './store-comparison.ts';

interface VersionToCompare {
  readonly id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly price_key: string;
  readonly currency: string;
}

interface PricesToCompare {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly price_key: string;
  readonly currency: string;
}

const FIRST_DAY = '1900-01-01';

const LOCK = `select pg_advisory_xact_lock(hashtextextended('follow_up.price_deviation' || platform.cooperative(), 0))`;

/**
 * Compares charged prices with agreed ones, for new report versions and invoice batches, and for those whose agreed
 * prices changed. Needs a unit of work of the system. Running it twice changes nothing.
 */
@Injectable()
export class CompareChargedPrices {
  constructor(
    private readonly database: Database,
    private readonly agreed: ReadAgreedPrices,
    private readonly store: StoreComparison,
    private readonly clock: Clock,
  ) {}

  /** Returns how many versions and batches were compared. Takes a lock until the transaction ends. */
  async run(progress?: Progress): Promise<{ versions: number; batches: number }> {
    await this.database.query(LOCK);
    await this.store.removeReplaced();
    const versions = await this.#reported(progress);
    const batches = await this.#invoiced();
    return { versions, batches };
  }

  async #reported(progress?: Progress): Promise<number> {
    const versions = await this.database.query<VersionToCompare>(
      `select v.id, v.agreement_id, v.supplier_id, v.period_start, v.period_end, p.price_key, p.currency
       from reporting.door_report_version v
       join agreements.door_price_state p on p.cooperative_id = v.cooperative_id and p.agreement_id = v.agreement_id and p.supplier_id = v.supplier_id
       left join follow_up.compared_version c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
       where v.state = 'accepted' and v.kind = 'lines' and c.price_key is distinct from p.price_key
       order by v.agreement_id, v.supplier_id, v.period_start, v.id`,
    );
    for (const [done, version] of versions.entries()) {
      await progress?.tell('comparing', done, versions.length);
      const prices = await this.agreed.run(
        version.agreement_id,
        version.supplier_id,
        version.period_start,
        version.period_end,
      );
      const document = new CompareDocument(prices, version.currency);
      for await (const lines of this.database.stream<ChargedRow>(REPORTED_LINES, [version.id]))
        for (const line of lines) document.add(line);
      await this.store.replace({ ...version, basis: 'reported', document_id: version.id }, document);
      await this.store.markVersion(version.id, version.price_key);
    }
    return versions.length;
  }

  /** Compares new batches with all prices, and other batches with changed prices. Reads each batch once. */
  async #invoiced(): Promise<number> {
    const states = await this.database.query<PricesToCompare & { readonly is_changed: boolean }>(
      `select p.agreement_id, p.supplier_id, p.price_key, p.currency, c.price_key is distinct from p.price_key as is_changed
       from agreements.door_price_state p
       left join follow_up.compared_prices c on c.cooperative_id = p.cooperative_id and c.agreement_id = p.agreement_id and c.supplier_id = p.supplier_id
       order by p.agreement_id, p.supplier_id`,
    );
    const changed = states.filter(({ is_changed }) => is_changed);
    const batches = await this.database.query<{ id: string; is_new: boolean }>(
      `select b.id, c.batch_id is null as is_new from spend.door_batch b
       left join follow_up.compared_batch c on c.cooperative_id = b.cooperative_id and c.batch_id = b.id
       where b.kind = 'invoices' and b.posted_at is not null and b.reverses is null and (c.batch_id is null or $1) order by b.id`,
      [changed.length > 0],
    );
    const sources: PriceSources = {
      currencyOf: new Map(states.map((each) => [keyOf(each), each.currency])),
      changed: new Set(changed.map(keyOf)),
      prices: new Map(),
    };
    const suppliers = [...new Set(changed.map(({ supplier_id }) => supplier_id))];
    for (const each of changed) await this.store.removeInvoiced(each.agreement_id, each.supplier_id);
    for (const { id, is_new } of batches) {
      await this.#compareBatch(id, is_new ? null : suppliers, sources);
      if (is_new) await this.store.markBatch(id);
    }
    for (const each of changed) await this.store.markPrices(each.agreement_id, each.supplier_id, each.price_key);
    return batches.length;
  }

  /** @param suppliers for an earlier batch, the suppliers with changed prices; null for all lines of a new batch */
  async #compareBatch(batchId: string, suppliers: readonly string[] | null, sources: PriceSources): Promise<void> {
    const documents = new Map<string, { readonly line: ChargedRow; readonly document: CompareDocument }>();
    for await (const lines of this.database.stream<ChargedRow>(INVOICED_LINES, [batchId, suppliers]))
      for (const line of lines) {
        const key = keyOf(line);
        if (suppliers !== null && !sources.changed.has(key)) continue;
        const { document } = documents.get(key) ?? {
          document: new CompareDocument(await this.#pricesOf(line, sources), sources.currencyOf.get(key) ?? ''),
        };
        if (!documents.has(key)) documents.set(key, { line, document });
        document.add(line);
      }
    for (const { line, document } of documents.values())
      await this.store.replace({ ...line, basis: 'invoiced' satisfies PriceBasis }, document);
  }

  /** Returns all prices of a supplier and agreement, cached during a run. */
  async #pricesOf({ agreement_id, supplier_id }: ChargedRow, { prices }: PriceSources): Promise<AgreedPrices> {
    const key = keyOf({ agreement_id, supplier_id });
    const read =
      prices.get(key) ??
      (await this.agreed.run(agreement_id, supplier_id, FIRST_DAY, addDays(osloDate(this.clock.now()), 366)));
    prices.set(key, read);
    return read;
  }
}

/** Agreed prices read in a run, by agreement and supplier. */
interface PriceSources {
  readonly currencyOf: ReadonlyMap<string, string>;
  readonly changed: ReadonlySet<string>;
  readonly prices: Map<string, AgreedPrices>;
}

const keyOf = ({ agreement_id, supplier_id }: Pick<ChargedRow, 'agreement_id' | 'supplier_id'>) =>
  `${agreement_id} ${supplier_id}`;
