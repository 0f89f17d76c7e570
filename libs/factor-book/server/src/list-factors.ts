import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

type LocalText = { readonly nb: string; readonly nn: string; readonly en: string };

/** One emission factor. Decimals are text; `publishedValue` is the publisher's value before the price adjustment. */
export interface Factor {
  readonly id: string;
  readonly name: string;
  readonly kind: 'spend' | 'activity';
  readonly activity: string | null;
  readonly value: string;
  readonly unit: string;
  readonly ns4102: string | null;
  readonly dfo: string | null;
  readonly source: string;
  readonly dataYear: number | null;
  readonly priceLevel: string | null;
  readonly publishedValue: string | null;
  readonly note: string | null;
  /** KOSTRA accounts that use this factor. */
  readonly kostraArts: readonly string[];
}

/** A factor set with the information that must be shown with its figures. */
export interface FactorSetDetails {
  readonly id: string;
  readonly title: LocalText;
  readonly boundary: LocalText;
  readonly changes: LocalText;
  readonly region: string;
  readonly dataYear: number;
  readonly revisedYear: number | null;
  readonly priceLevel: string;
  readonly priceIndex: { readonly dataYear: string; readonly priceLevel: string } | null;
  readonly currency: string;
  readonly vatBasis: 'net' | 'gross';
  readonly vatBasisStated: boolean;
  readonly unit: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly sourceUrl: string;
  readonly repository: string | null;
  readonly repositoryCommit: string | null;
  readonly sha256: string;
  readonly attributions: readonly string[];
  readonly ruleSet: string;
  readonly factors: readonly Factor[];
}

/** Returns the factor set of the account map in force, with attributions and factors. */
@Injectable()
export class ListFactors {
  constructor(private readonly database: Database) {}

  async run(): Promise<FactorSetDetails> {
    const release = await this.database.one<Omit<FactorSetDetails, 'factors'>>(
      `select s.id, s.title, s.boundary, s.changes, s.region, s.data_year as "dataYear", s.revised_year as "revisedYear", s.price_level as "priceLevel",
              s.price_index as "priceIndex", s.currency, s.vat_basis as "vatBasis", s.vat_basis_stated as "vatBasisStated", s.unit, s.licence,
              s.licence_url as "licenceUrl", s.source_url as "sourceUrl", s.repository, s.repository_commit as "repositoryCommit", s.sha256, s.attributions,
              r.id as "ruleSet"
       from factor_book.door_account_map r
       join factor_book.factor_set s on s.id = r.set_id
       where r.in_force`,
    );
    if (!release) throw new Error('The factor book holds no release: migrate has not run.');
    return { ...release, factors: await this.#factors(release.id, release.ruleSet) };
  }

  #factors(setId: string, ruleSetId: string): Promise<Factor[]> {
    return this.database.query<Factor>(
      `select f.id, f.name, f.kind, f.activity, f.value, f.unit, f.ns4102, f.dfo, f.source, f.data_year as "dataYear", f.price_level as "priceLevel",
              f.published_value as "publishedValue", f.note,
              array(select r.account_code from factor_book.account_map_entry r
                    where r.account_map_id = $2 and r.account_system = 'kostra' and r.factor_id = f.id order by 1) as "kostraArts"
       from factor_book.factor f
       where f.set_id = $1
       order by f.kind desc, f.ns4102, f.id`,
      [setId, ruleSetId],
    );
  }
}
