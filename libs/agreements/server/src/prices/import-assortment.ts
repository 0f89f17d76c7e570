import { Injectable } from '@nestjs/common';
import { Database, type SpooledFile } from '@tallgrunn/platform';
import type { AssortmentFinding } from './assortment-line.ts';
import { DiffPrices, type PriceDiff } from './diff-prices.ts';
import { DraftPrices, type PriceListOptions } from './draft-prices.ts';
import { PriceDrafts } from './price-drafts.ts';
import { PublishPrices } from './publish-prices.ts';

export interface AssortmentReceived {
  readonly priceVersionId: string;
  readonly number: number;
  readonly items: number;
  readonly remarks: readonly AssortmentFinding[];
  /** Whether the newest version of its kind is of this very file, and nothing was published. */
  readonly existed: boolean;
}

/** What a price list would come to. */
export interface AssortmentRehearsed {
  readonly items: number;
  readonly remarks: readonly AssortmentFinding[];
  readonly existed: boolean;
  readonly changes: PriceDiff;
}

export interface AssortmentOptions extends PriceListOptions {
  /** Publish nothing where the newest version of its kind is of the same file. */
  readonly onlyIfChanged?: boolean;
}

interface SameVersion extends Record<string, unknown> {
  readonly id: string;
  readonly number: number;
  readonly items: number;
}

/** Reads a supplier's price list straight into the next numbered price version. A list with anything wrong in it is refused whole, and all that is wrong is said. */
@Injectable()
export class ImportAssortment {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftPrices,
    private readonly waiting: PriceDrafts,
    private readonly diff: DiffPrices,
    private readonly publish: PublishPrices,
  ) {}

  async run(agreementId: string, supplierId: string, file: SpooledFile, { onlyIfChanged = false, ...options }: AssortmentOptions = {}): Promise<AssortmentReceived> {
    const draft = await this.drafts.run(agreementId, supplierId, file, options);
    const same = onlyIfChanged ? await this.#same(draft.id, options.fromOn ?? null) : undefined;
    if (same) {
      await this.waiting.drop(agreementId, draft.id);
      return { priceVersionId: same.id, number: same.number, items: same.items, remarks: draft.remarks, existed: true };
    }
    const { id, number, items } = await this.publish.run(agreementId, draft.id);
    return { priceVersionId: id, number, items, remarks: draft.remarks, existed: false };
  }

  /** Reads the list into a draft, compares, and lets the draft go: nobody goes by it at any time. */
  async rehearse(agreementId: string, supplierId: string, file: SpooledFile, options: PriceListOptions = {}): Promise<AssortmentRehearsed> {
    const { id, lines, remarks } = await this.drafts.run(agreementId, supplierId, file, options);
    const same = await this.#same(id, options.fromOn ?? null);
    const changes = await this.diff.ofDraft(agreementId, id, {});
    await this.waiting.drop(agreementId, id);
    return { items: lines, remarks, existed: same !== undefined, changes };
  }

  /** A list that holds from a day is the same only from that day; one without a day is of whatever day it came. */
  #same(draftId: string, fromOn: string | null): Promise<SameVersion | undefined> {
    return this.database.one<SameVersion>(
      `select v.id, v.number, v.item_count as items
       from agreements.price_draft d
       join lateral (
         select p.id, p.number, p.item_count, p.file_sha256, p.from_on from agreements.price_version p
         where p.cooperative_id = d.cooperative_id and p.agreement_id = d.agreement_id and p.supplier_id = d.supplier_id and p.kind = d.kind order by p.number desc limit 1
       ) v on v.file_sha256 = d.file_sha256 and ($2::date is null or v.from_on = $2::date)
       where d.id = $1`,
      [draftId, fromOn],
    );
  }
}
