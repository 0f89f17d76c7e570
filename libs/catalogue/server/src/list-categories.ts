import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** A category of municipal purchases, with the CPV prefixes and accounts mapped to it. */
export interface Category {
  readonly code: string;
  readonly name: { readonly nb: string; readonly nn: string; readonly en: string };
  readonly cpvPrefixes: readonly string[];
  readonly accounts: readonly { readonly system: string; readonly code: string }[];
}

/** Returns the categories in display order. */
@Injectable()
export class ListCategories {
  constructor(private readonly database: Database) {}

  run(): Promise<Category[]> {
    return this.database.query<Category>(
      `select c.code,
              jsonb_build_object('nb', c.name_nb, 'nn', c.name_nn, 'en', c.name_en) as name,
              array(select cpv_prefix from catalogue.door_cpv_category where category_code = c.code order by 1) as "cpvPrefixes",
              coalesce((select jsonb_agg(jsonb_build_object('system', account_system, 'code', account_code) order by account_system, account_code)
                        from catalogue.door_account_category where category_code = c.code), '[]') as accounts
       from catalogue.category c
       order by c.position`,
    );
  }
}
