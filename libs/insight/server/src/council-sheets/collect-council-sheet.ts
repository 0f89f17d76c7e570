import { Injectable } from '@nestjs/common';
import {
  EstimateUncertainty,
  ListPublications,
  SummariseEmissions,
  type Publication,
  type ScopedFilter,
  type SummaryRow,
  type SummaryTotals,
} from '@tallgrunn/emissions-server';
import { Clock, Database, notFound, Problem, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { add, divide, osloDate, sum, type Language } from '@tallgrunn/values';
import { monthsBetween } from '../completeness/month-completeness.ts';
import { ReadPopulation } from '../municipalities/read-population.ts';

/** A 95 % interval, kg CO2e as decimal text. */
export interface SheetInterval {
  readonly low: string;
  readonly high: string;
}

/** Emissions of one category, kg CO2e as decimal text. Null: no category is known. */
export interface SheetCategory {
  readonly code: string | null;
  readonly names: Readonly<Record<Language, string>> | null;
  readonly kg: string;
  /** Part of `kg` calculated from amounts only. */
  readonly kgFromKroner: string;
  /** Null for the sum of the other categories. */
  readonly interval: SheetInterval | null;
}

/** A municipality with the months of the period that its ledger is not complete for. */
export interface SheetLedger {
  readonly name: string;
  readonly missingCount: number;
}

/** Figures divided by the inhabitants of all municipalities of the sheet, as decimal text. */
export interface PerInhabitant {
  readonly inhabitants: number;
  /** First and last of the years that the inhabitants are of. */
  readonly years: readonly [number, number];
  readonly kg: string;
  readonly interval: SheetInterval;
  readonly spend: string;
}

/** Why figures are not divided by inhabitants: a ledger lacks months, or an inhabitant count is not stated. */
export interface NoPerInhabitant {
  readonly reason: 'incomplete' | 'no-population';
  /** Municipalities concerned. */
  readonly names: readonly string[];
}

export interface CouncilSheet {
  readonly cooperative: string;
  readonly today: string;
  /** Null = all municipalities of the publication. */
  readonly buyer: { readonly id: string; readonly name: string; readonly orgNumber: string | null } | null;
  readonly publication: Publication;
  /** Names of the publication's categories; null = all. */
  readonly categoryNames: readonly Readonly<Record<Language, string>>[] | null;
  readonly currency: string;
  readonly totals: SummaryTotals;
  readonly interval: SheetInterval;
  readonly perInhabitant: PerInhabitant | NoPerInhabitant;
  /** The largest categories, largest first. */
  readonly categories: readonly SheetCategory[];
  /** Sum of the categories that are not listed; null without any. */
  readonly otherCategories: SheetCategory | null;
  /** Months of a ledger in the period, and those that are complete, of all municipalities together. */
  readonly expectedMonths: number;
  readonly completeMonths: number;
  readonly incomplete: readonly SheetLedger[];
  readonly attributions: readonly string[];
}

interface LedgerRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly complete: readonly string[];
  readonly loaded: readonly string[];
}

type CategoryNames = Readonly<Record<Language, string>>;

const CATEGORIES_MAX = 5;
const KG_SCALE = 3;
const isSpendBased = (method: string): boolean => method === 'spend-category' || method === 'spend-account';

/** $1: ids of the buyers; null = all. */
const LEDGERS = `
  with ledger as materialized (select m.buyer_id, m.month, m.is_complete from spend.door_ledger_month m)
  select o.id, o.name, o.org_number as "orgNumber",
    coalesce(array_agg(m.month) filter (where m.is_complete), '{}') as complete, coalesce(array_agg(m.month) filter (where m.month is not null), '{}') as loaded
  from identity.door_current_organisation o left join ledger m on m.buyer_id = o.id
  where o.kind = 'buyer' and ($1::uuid[] is null or o.id = any ($1::uuid[]))
  group by o.id, o.name, o.org_number order by o.name`;

/** Collects the figures of a publication for those who decide. Each figure is that of the publication's page. */
@Injectable()
export class CollectCouncilSheet {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly publications: ListPublications,
    private readonly summarise: SummariseEmissions,
    private readonly uncertainty: EstimateUncertainty,
    private readonly populations: ReadPopulation,
  ) {}

  /** @throws Problem 'not-found' (404); 'nothing-published' (422) if nothing of the buyer is published */
  async run(publicationId: string, requestedBuyer: string | null): Promise<CouncilSheet> {
    const publication = (await this.publications.run()).find(({ id }) => id === publicationId);
    if (!publication) throw notFound('publication');
    const buyerId = this.#buyerOf(requestedBuyer);
    const filter: ScopedFilter = {
      publication: publicationId,
      run: publication.run,
      ...(buyerId !== null && { buyerId }),
    };
    const { run, totals, rows } = await this.summarise.run(filter);
    if (!run || !totals || totals.lines === 0) throw new Problem(422, 'nothing-published');
    const ledgers = await this.#ledgers(
      buyerId === null ? (publication.buyers?.map(({ id }) => id) ?? null) : [buyerId],
    );
    const buyer = buyerId === null ? null : ledgers.find(({ id }) => id === buyerId);
    if (buyer === undefined) throw notFound('organisation');
    const names = await this.#categoryNames();
    const categories = byCategory(rows, names);
    const months = monthsOfPeriod(publication, ledgers);
    const incomplete = ledgers.map(({ name, complete }) => ({
      name,
      missingCount: months.filter((month) => !complete.includes(month)).length,
    }));
    const expectedMonths = months.length * ledgers.length;
    const interval = await this.#interval(filter);
    return {
      cooperative: await this.#cooperative(),
      today: osloDate(this.clock.now()),
      buyer: buyer && { id: buyer.id, name: buyer.name, orgNumber: buyer.orgNumber },
      publication,
      categoryNames: publication.categories?.map((code) => names.get(code) ?? sameName(code)) ?? null,
      currency: run.currency,
      totals,
      interval,
      perInhabitant: await this.#perInhabitant(ledgers, months, { ...totals, interval }),
      categories: await this.#withIntervals(categories.slice(0, CATEGORIES_MAX), filter),
      otherCategories: sumOf(categories.slice(CATEGORIES_MAX)),
      expectedMonths,
      completeMonths: expectedMonths - incomplete.reduce((count, { missingCount }) => count + missingCount, 0),
      incomplete: incomplete.filter(({ missingCount }) => missingCount > 0),
      attributions: run.attributions,
    };
  }

  /** A buyer's user gets the sheet of its own organisation, because it sees no other lines. */
  #buyerOf(requested: string | null): string | null {
    const { side, role, organisationId } = this.database.actor();
    if (side !== 'buyer' || role === 'auditor' || organisationId === null) return requested;
    if (requested !== null && requested !== organisationId) throw notFound('organisation');
    return organisationId;
  }

  #ledgers(buyerIds: readonly string[] | null): Promise<LedgerRow[]> {
    return this.#asAuditorMay(() => this.database.query<LedgerRow>(LEDGERS, [buyerIds]));
  }

  /**
   * An auditor sees only the published part of a ledger. Which months are complete and how many inhabitants there are is
   * not confidential.
   */
  #asAuditorMay<T>(read: () => Promise<T>): Promise<T> {
    const actor = this.database.actor();
    return actor.role === 'auditor' ? this.units.run(systemActor(actor.cooperativeId, actor), read) : read();
  }

  /** Divides by inhabitants where the municipalities may be compared, by the same rule as their comparison. */
  async #perInhabitant(
    ledgers: readonly LedgerRow[],
    months: readonly string[],
    { kg, spend, interval }: Pick<SummaryTotals, 'kg' | 'spend'> & { readonly interval: SheetInterval },
  ): Promise<PerInhabitant | NoPerInhabitant> {
    const named = (lacking: readonly LedgerRow[]) => lacking.map(({ name }) => name);
    const incomplete = ledgers.filter(({ complete }) => months.some((month) => !complete.includes(month)));
    if (incomplete.length > 0 || months.length === 0) return { reason: 'incomplete', names: named(incomplete) };
    const ids = ledgers.map(({ id }) => id);
    const read = () => this.populations.run(ids, Number(months.at(-1)!.slice(0, 4)));
    const known = await this.#asAuditorMay(read);
    const unknown = ledgers.filter(({ id }) => !known.has(id));
    if (unknown.length > 0) return { reason: 'no-population', names: named(unknown) };
    const inhabitants = [...known.values()].reduce((total, each) => total + each.inhabitants, 0);
    const years = [...known.values()].map(({ year }) => year);
    const by = (amount: string) => divide(amount, String(inhabitants), KG_SCALE);
    return {
      inhabitants,
      years: [Math.min(...years), Math.max(...years)],
      kg: by(kg),
      interval: { low: by(interval.low), high: by(interval.high) },
      spend: by(spend),
    };
  }

  async #cooperative(): Promise<string> {
    const row = await this.database.one<{ name: string }>('select name from identity.door_cooperative limit 1');
    return row?.name ?? '';
  }

  async #categoryNames(): Promise<ReadonlyMap<string, CategoryNames>> {
    const rows = await this.database.query<{ code: string } & CategoryNames>(
      'select code, name_nb as nb, name_nn as nn, name_en as en from catalogue.door_category',
    );
    return new Map(rows.map(({ code, ...names }) => [code, names]));
  }

  async #interval(filter: ScopedFilter): Promise<SheetInterval> {
    const { low, high } = await this.uncertainty.run(filter);
    return { low, high };
  }

  async #withIntervals(categories: readonly SheetCategory[], filter: ScopedFilter): Promise<SheetCategory[]> {
    const list: SheetCategory[] = [];
    for (const category of categories) {
      const interval = await this.#interval({ ...filter, category: category.code ?? 'unsorted' });
      list.push({ ...category, interval });
    }
    return list;
  }
}

const sameName = (code: string): CategoryNames => ({ nb: code, nn: code, en: code });

/** Adds up the rows of a summary by category. Categories without a figure are left out. */
function byCategory(rows: readonly SummaryRow[], names: ReadonlyMap<string, CategoryNames>): SheetCategory[] {
  const groups = Map.groupBy(
    rows.filter(({ kg }) => kg !== null),
    ({ category }) => category,
  );
  return [...groups]
    .map(([code, own]) => ({
      code,
      names: code === null ? null : (names.get(code) ?? sameName(code)),
      kg: sum(own.map(({ kg }) => kg ?? '0')),
      kgFromKroner: sum(own.map(({ kg, method }) => (isSpendBased(method) ? (kg ?? '0') : '0'))),
      interval: null,
    }))
    .toSorted((a, b) => Number(b.kg) - Number(a.kg) || (a.code ?? '').localeCompare(b.code ?? ''));
}

function sumOf(categories: readonly SheetCategory[]): SheetCategory | null {
  if (categories.length === 0) return null;
  return categories.reduce((total, { kg, kgFromKroner }) => ({
    code: null,
    names: null,
    kg: add(total.kg, kg),
    kgFromKroner: add(total.kgFromKroner, kgFromKroner),
    interval: null,
  }));
}

/** Returns the published months. Without first or last month they are those of the loaded ledgers. */
function monthsOfPeriod({ from, to }: Publication, ledgers: readonly LedgerRow[]): string[] {
  const loaded = ledgers.flatMap((ledger) => ledger.loaded).toSorted();
  const [first, last] = [from ?? loaded[0], to ?? loaded.at(-1)];
  if (first === undefined || last === undefined || first > last) return [];
  return monthsBetween(first, last);
}
