import type { TestApp } from '@tallgrunn/platform/testing';
import type { Member, World } from './world.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly organisations: readonly string[];
}

const COLUMNS = `
  select format('%I.%I', c.table_schema, c.table_name) as table, c.column_name as column,
    (select coalesce(array_agg(o.column_name::text), '{}') from information_schema.columns o
     where o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name = any ('{supplier_id,buyer_id,organisation_id}')) as organisations
  from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
  where c.udt_name = 'uuid' and exists (
    select 1 from information_schema.columns k where k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = 'cooperative_id')`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every id in every tenant table, with its owner. */
export class ForeignIds {
  private constructor(
    private readonly tenant: ReadonlyMap<string, ReadonlySet<string>>,
    private readonly organisation: ReadonlyMap<string, ReadonlySet<string>>,
    /** Ids that the organisations of a side may share: 'everyone' for all, 'buyer' for buyers. */
    private readonly common: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  static async read(stand: TestApp): Promise<ForeignIds> {
    const columns = await stand.asOwner<Column & Record<string, unknown>>(COLUMNS);
    const of = async (selects: readonly string[]) =>
      grouped(
        await stand.asOwner<{ whose: string; id: string }>(
          `select distinct whose::text, id::text from (${selects.join(' union all ')}) found where whose is not null and id is not null`,
        ),
      );
    const ownedIds = columns.flatMap(({ table, column, organisations }) =>
      organisations.map((by) => ({ table, column, by })),
    );
    const noBuyers = columns.filter(
      ({ organisations }) => !organisations.includes('buyer_id') && !organisations.includes('organisation_id'),
    );
    return new ForeignIds(
      await of(columns.map(({ table, column }) => `select cooperative_id as whose, ${column} as id from ${table}`)),
      await of(ownedIds.map(({ table, column, by }) => `select ${by} as whose, ${column} as id from ${table}`)),
      await of([
        `select 'everyone' as whose, id from identity.organisation`,
        ...ownedIds.map(({ table, column, by }) => `select 'everyone', ${column} from ${table} where ${by} is null`),
        ...noBuyers.map(({ table, column }) => `select 'buyer', ${column} from ${table}`),
      ]),
    );
  }

  /** Returns the ids in a text that belong only to the other cooperative. */
  ofTenant(text: string, mine: World, theirs: World): string[] {
    const alien = this.tenant.get(theirs.cooperativeId);
    const own = this.tenant.get(mine.cooperativeId);
    return idsIn(text).filter((id) => alien?.has(id) && !own?.has(id));
  }

  /**
   * Returns the ids in a text that only occur in rows of a neighbour: the other organisation on the same side of the
   * same cooperative.
   */
  ofNeighbour(text: string, { side, organisationId }: Member, neighbour: string): string[] {
    const alien = this.organisation.get(neighbour);
    const mine = [
      this.organisation.get(organisationId),
      this.common.get('everyone'),
      side === 'buyer' ? this.common.get('buyer') : undefined,
    ];
    return idsIn(text).filter((id) => alien?.has(id) && !mine.some((ids) => ids?.has(id)));
  }
}

const idsIn = (text: string) => [...new Set(text.match(UUID) ?? [])];

function grouped(rows: readonly { whose: string; id: string }[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { whose, id } of rows) groups.set(whose, (groups.get(whose) ?? new Set()).add(id));
  return groups;
}
