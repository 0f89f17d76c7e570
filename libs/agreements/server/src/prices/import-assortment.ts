import { Injectable } from '@nestjs/common';
import { Database, Problem, UnitOfWork, type Issue, type SpooledFile } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { adviceFor } from '../remedies.ts';
import type { AssortmentFinding } from './assortment-line.ts';
import { DiffPrices, type PriceDiff } from './diff-prices.ts';
import { ImportPriceDraft, type PriceListOptions } from './draft-prices.ts';
import { PriceDrafts } from './price-drafts.ts';
import { PublishPrices } from './publish-prices.ts';

export interface ImportedPriceVersion {
  readonly priceVersionId: string;
  readonly number: number;
  readonly items: number;
  readonly remarks: readonly AssortmentFinding[];
  /** True when the latest version of its kind has the same file and validity, so that nothing was published. */
  readonly existed: boolean;
}

/** The result of a rehearsed import. */
export interface AssortmentPreview {
  readonly items: number;
  readonly remarks: readonly AssortmentFinding[];
  readonly existed: boolean;
  readonly changes: PriceDiff;
}

export interface AssortmentOptions extends PriceListOptions {
  /** Publishes nothing when the latest version of its kind is of the same file. */
  readonly onlyIfChanged?: boolean;
}

interface MatchingVersion extends Record<string, unknown> {
  readonly id: string;
  readonly number: number;
  readonly items: number;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly asked_from_on: string | null;
  readonly asked_until_on: string | null;
  readonly begins_alike: boolean;
}

/**
 * Imports a supplier's price list as the next price version. A list with any error is rejected as a whole, and all
 * errors are reported.
 */
@Injectable()
export class ImportAssortment {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly drafts: ImportPriceDraft,
    private readonly waiting: PriceDrafts,
    private readonly diff: DiffPrices,
    private readonly publish: PublishPrices,
  ) {}

  async run(
    agreementId: string,
    supplierId: string,
    file: SpooledFile,
    { onlyIfChanged = false, ...options }: AssortmentOptions = {},
  ): Promise<ImportedPriceVersion> {
    const draft = await this.drafts.run(agreementId, supplierId, file, options);
    const same = onlyIfChanged ? await this.#same(draft.id, options) : undefined;
    if (same) {
      await this.waiting.discard(agreementId, draft.id);
      return { priceVersionId: same.id, number: same.number, items: same.items, remarks: draft.remarks, existed: true };
    }
    const { id, number, items } = await this.publish.run(agreementId, draft.id);
    return { priceVersionId: id, number, items, remarks: draft.remarks, existed: false };
  }

  /** Reads the list into a draft, compares it, and rolls everything back: draft and file are removed. */
  preview(
    agreementId: string,
    supplierId: string,
    file: SpooledFile,
    options: PriceListOptions = {},
  ): Promise<AssortmentPreview> {
    return this.units.dryRun(this.database.actor(), async () => {
      const { id, lines, remarks } = await this.drafts.run(agreementId, supplierId, file, {
        ...options,
        isRehearsal: true,
      });
      const same = await this.#same(id, options);
      return {
        items: lines,
        remarks,
        existed: same !== undefined,
        changes: await this.diff.ofDraft(agreementId, id, {}),
      };
    });
  }

  /**
   * Returns the latest version if it is of the same file. A list without a date matches any date, but agreed prices
   * without one replace all earlier ones.
   * @throws Problem 'prices-hold-otherwise' (409) when its validity differs from the requested one
   */
  async #same(
    draftId: string,
    { fromOn = null, language = 'nb' }: PriceListOptions,
  ): Promise<MatchingVersion | undefined> {
    const same = await this.database.one<MatchingVersion>(
      `select v.id, v.number, v.item_count as items, v.valid_from, v.valid_to, d.valid_from as asked_from_on, d.valid_to as asked_until_on,
         coalesce(v.valid_from is not distinct from d.valid_from or ($2::date is null and v.valid_from <= d.valid_from), false) as begins_alike
       from agreements.price_draft d
       join lateral (
         select p.id, p.number, p.item_count, p.file_sha256, p.valid_from, p.valid_to from agreements.price_version p
         where p.cooperative_id = d.cooperative_id and p.agreement_id = d.agreement_id and p.supplier_id = d.supplier_id and p.kind = d.kind order by p.number desc limit 1
       ) v on v.file_sha256 = d.file_sha256
       where d.id = $1`,
      [draftId, fromOn],
    );
    const differences = same ? validityDifferences(same, language) : [];
    if (differences.length > 0) throw new Problem(409, 'prices-hold-otherwise', { number: same!.number }, differences);
    return same;
  }
}

/** Returns the differences in validity: `found` is the existing value, `expected` the requested one. */
function validityDifferences(
  { valid_from, valid_to, asked_from_on, asked_until_on, begins_alike }: MatchingVersion,
  language: Language,
): Issue[] {
  const code = 'prices-hold-otherwise';
  const issue = (path: string, found: string | null, expected: string | null): Issue => ({
    code,
    path,
    params: { found, expected, ...adviceFor(code, language) },
  });
  return [
    ...(begins_alike ? [] : [issue('fromOn', valid_from, asked_from_on)]),
    ...(valid_to === asked_until_on ? [] : [issue('untilOn', valid_to, asked_until_on)]),
  ];
}
