import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { SetUpParties, type FoundOrganisation, type NewOrganisation } from '@tallgrunn/identity-server';
import { AuditTrail, Database, openFile, Problem, type SpooledFile } from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { limits, OrgNumber, type Language } from '@tallgrunn/values';
import { ChangeBelongings } from '../parties/change-belongings.ts';
import { PartyRecord } from '../parties/party-record.ts';
import { bodyKinds, SetBody } from '../parties/set-body.ts';
import { ShowParty } from '../parties/show-party.ts';
import type { PartyTree } from '../parties/party.shape.ts';
import { TeachBuyerNames } from '../parties/teach-buyer-names.ts';
import { NameParties, type PartyNamer } from './name-parties.ts';
import { readPartyTable, type PartyTable, type TableField, type TableRead, type TableRow } from './party-table.ts';

export interface TableApplied {
  readonly kind: PartyTable;
  readonly added: number;
  readonly same: number;
  readonly rows: readonly {
    readonly row: number;
    readonly state: 'new' | 'same';
    readonly party: string;
    readonly partyId: string;
  }[];
}

type AppliedRow = TableApplied['rows'][number];

interface TableContext {
  readonly read: TableRead;
  readonly namer: PartyNamer;
  readonly testNumbers: boolean;
}

/**
 * Imports a table of parties, predecessors, host municipalities or names of buyers: all rows or none. Rows that exist
 * already are skipped, so that a table can be sent twice. A row that differs from existing data is rejected with both
 * values. The file is not stored.
 */
@Injectable()
export class ApplyPartyTable {
  constructor(
    private readonly database: Database,
    private readonly names: NameParties,
    private readonly parties: SetUpParties,
    private readonly belongings: ChangeBelongings,
    private readonly bodies: SetBody,
    private readonly aliases: TeachBuyerNames,
    private readonly show: ShowParty,
    private readonly record: PartyRecord,
    private readonly audit: AuditTrail,
  ) {}

  /** @param testNumbers true for a table of synthetic companies */
  async run(
    kind: PartyTable,
    file: SpooledFile,
    { language, testNumbers = false }: { readonly language: Language; readonly testNumbers?: boolean },
  ): Promise<TableApplied> {
    const read = await this.#read(kind, file, language);
    const context = {
      read,
      namer: await this.names.run(),
      testNumbers: testNumbers || (await this.record.takesTestNumbers()),
    };
    const rows: AppliedRow[] = [];
    for (const row of read.rows) {
      const applied = await this.#take(kind, row, context);
      if (applied) rows.push(applied);
    }
    read.require();
    const added = rows.filter(({ state }) => state === 'new').length;
    await this.audit.record({
      act: 'party.table-applied',
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
      details: { kind, sha256: file.sha256, added, same: rows.length - added },
    });
    return { kind, added, same: rows.length - added, rows };
  }

  async #read(kind: PartyTable, spooled: SpooledFile, language: Language): Promise<TableRead> {
    const file = await openFile(spooled.path);
    try {
      return await readPartyTable(
        await openTable(file, spooled.name, { limits: limits.assortment }),
        kind,
        spooled.name,
        language,
      );
    } catch (error) {
      if (error instanceof ReadProblem) throw new Problem(422, error.code, { ...error.params, file: spooled.name });
      throw error;
    } finally {
      await file.close();
      await rm(spooled.path, { force: true });
    }
  }

  /** Imports one row; rejections by a use case are reported on its cell. A rejection rolls back the whole table. */
  async #take(kind: PartyTable, row: TableRow, context: TableContext): Promise<AppliedRow | null> {
    const takes = {
      parties: () => this.#party(row, context),
      predecessors: () => this.#predecessor(row, context),
      hosts: () => this.#host(row, context),
      names: () => this.#name(row, context),
    };
    try {
      return await takes[kind]();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const issues = error.issues.length > 0 ? error.issues : [{ code: error.code, path: '', params: error.params }];
      for (const { code, path = '', params = {} } of issues)
        context.read.say(
          row.row,
          path in row.values ? (path as TableField) : null,
          code,
          textOr(params['found']),
          textOr(params['expected']),
        );
      return null;
    }
  }

  async #party(row: TableRow, { read, testNumbers }: TableContext): Promise<AppliedRow | null> {
    const [written, name] = [need(read, row, 'kind'), need(read, row, 'name')];
    const kind = kinds[written?.toLowerCase() ?? ''];
    if (written !== null && !kind) read.say(row.row, 'kind', 'kind-unknown', written, 'buyer, supplier');
    const orgNumber = numberOf(read, row, testNumbers);
    if (!kind || name === null || orgNumber === undefined) return null;
    const wanted = { kind, name, orgNumber, municipalityNumber: row.values.municipalityNumber ?? null };
    const there = await this.parties.findOrganisation(wanted);
    if (there && isAnother(read, row, there, wanted)) return null;
    return {
      row: row.row,
      state: there ? 'same' : 'new',
      party: name,
      partyId: there?.id ?? (await this.parties.addOrganisation(wanted)),
    };
  }

  async #predecessor(row: TableRow, { read, namer, testNumbers }: TableContext): Promise<AppliedRow | null> {
    const supplier = named(read, row, 'supplier', 'supplier', namer);
    const name = need(read, row, 'name');
    const orgNumber = numberOf(read, row, testNumbers);
    const [fromOn, untilOn] = [dayOf(read, row, 'fromOn'), dayOf(read, row, 'untilOn')];
    if (!supplier || name === null || orgNumber === undefined || fromOn === undefined || untilOn === undefined)
      return null;
    const there = (await this.show.run(supplier.id)).belongings.find(
      (each) => each.kind === 'predecessor' && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (!there) await this.belongings.add(supplier.id, { kind: 'predecessor', name, orgNumber, fromOn, untilOn });
    else if (differs(read, row, there, { orgNumber, fromOn, untilOn })) return null;
    return { row: row.row, state: there ? 'same' : 'new', party: supplier.name, partyId: supplier.id };
  }

  async #host(row: TableRow, { read, namer }: TableContext): Promise<AppliedRow | null> {
    const buyer = named(read, row, 'buyer', 'buyer', namer);
    const written = need(read, row, 'kind');
    const kind = bodyKinds.find((each) => each === written?.toLowerCase());
    if (written !== null && !kind) read.say(row.row, 'kind', 'kind-unknown', written, bodyKinds.join(', '));
    const { host: text } = row.values;
    const host = text === undefined ? null : namer('buyer', text);
    if (text !== undefined && !host) read.say(row.row, 'host', 'host-unknown', text, read.expected.party);
    if (!buyer || !kind || (text !== undefined && !host)) return null;
    const { body } = await this.show.run(buyer.id);
    const is = body?.kind === kind && (body.hostId ?? null) === (host?.id ?? null);
    // A buyer without a type counts as a municipality without a host.
    if (!is && body && (body.kind !== 'municipality' || body.hostId !== null)) {
      if (body.kind !== kind) read.say(row.row, 'kind', 'differs', body.kind, kind);
      if ((body.hostId ?? null) !== (host?.id ?? null))
        read.say(row.row, 'host', 'differs', body.hostName ?? null, host?.name ?? null);
      return null;
    }
    if (!is) await this.bodies.run(buyer.id, { kind, hostId: host?.id ?? null });
    return { row: row.row, state: is ? 'same' : 'new', party: buyer.name, partyId: buyer.id };
  }

  async #name(row: TableRow, { read, namer }: TableContext): Promise<AppliedRow | null> {
    const supplier = named(read, row, 'supplier', 'supplier', namer);
    const buyer = named(read, row, 'buyer', 'buyer', namer);
    const text = need(read, row, 'name');
    if (!supplier || !buyer || text === null) return null;
    const there = (await this.show.run(supplier.id)).aliases.find(
      (each) => each.text === text && each.undoneAt === null,
    );
    if (there && there.buyerId !== buyer.id) {
      read.say(row.row, 'buyer', 'differs', there.buyerName, buyer.name);
      return null;
    }
    if (!there) await this.aliases.addAlias(supplier.id, text, buyer.id);
    return { row: row.row, state: there ? 'same' : 'new', party: supplier.name, partyId: supplier.id };
  }
}

const kinds: Readonly<Record<string, 'buyer' | 'supplier'>> = {
  buyer: 'buyer',
  kjøper: 'buyer',
  kjøpar: 'buyer',
  supplier: 'supplier',
  leverandør: 'supplier',
};
const textOr = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

function need(read: TableRead, row: TableRow, field: TableField): string | null {
  const text = row.values[field];
  if (text === undefined) read.say(row.row, field, 'value-missing', null, null);
  return text ?? null;
}

function named(
  read: TableRead,
  row: TableRow,
  field: 'supplier' | 'buyer',
  kind: 'supplier' | 'buyer',
  namer: PartyNamer,
): ReturnType<PartyNamer> {
  const text = need(read, row, field);
  const party = text === null ? null : namer(kind, text);
  if (text !== null && !party) read.say(row.row, field, `${kind}-unknown`, text, read.expected.party);
  return party;
}

/** Returns nine digits, null when empty, or undefined for an invalid number, which is reported. */
function numberOf(read: TableRead, row: TableRow, testNumbers: boolean): string | null | undefined {
  const { orgNumber: text } = row.values;
  if (text === undefined) return null;
  const reading = OrgNumber.parse(text, { testNumbers });
  if (!reading.ok) read.say(row.row, 'orgNumber', `org-number-${reading.problem}`, text, read.expected.orgNumber);
  return reading.ok ? reading.value : undefined;
}

/**
 * Returns a date, null when empty, or undefined for an invalid date, which is reported. Spreadsheet dates arrive as ISO
 * texts.
 */
function dayOf(read: TableRead, row: TableRow, field: 'fromOn' | 'untilOn'): string | null | undefined {
  const text = row.values[field];
  if (text === undefined) return null;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)) return day;
  read.say(row.row, field, 'not-a-day', text, '2026-12-31');
  return undefined;
}

/** Reports every field whose existing value differs from the row. */
function differs(
  read: TableRead,
  row: TableRow,
  there: Pick<PartyTree['belongings'][number], 'orgNumber' | 'fromOn' | 'untilOn'>,
  asked: Readonly<Record<'orgNumber' | 'fromOn' | 'untilOn', string | null>>,
): boolean {
  const fields = (['orgNumber', 'fromOn', 'untilOn'] as const).filter(
    (field) => asked[field] !== null && (there[field] ?? null) !== asked[field],
  );
  for (const field of fields) read.say(row.row, field, 'differs', there[field], asked[field]);
  return fields.length > 0;
}

/**
 * Reports the values of an existing organisation that differ from the row. An organisation without a number does not
 * get one from a table. Names and numbers before a correction count as equal.
 */
function isAnother(
  read: TableRead,
  row: TableRow,
  there: FoundOrganisation,
  { name, orgNumber, municipalityNumber }: NewOrganisation,
): boolean {
  const isNamed = [there.name, ...there.formerNames].some(
    (each) => each.trim().toLowerCase() === name.trim().toLowerCase(),
  );
  const compared = [
    { field: 'name', found: there.name, expected: name, isSame: isNamed },
    {
      field: 'orgNumber',
      found: there.orgNumber,
      expected: orgNumber,
      isSame: orgNumber === null || [there.orgNumber, ...there.formerNumbers].includes(orgNumber),
    },
    {
      field: 'municipalityNumber',
      found: there.municipalityNumber,
      expected: municipalityNumber ?? null,
      isSame: !municipalityNumber || there.municipalityNumber === municipalityNumber,
    },
  ] as const;
  const others = compared.filter(({ isSame }) => !isSame);
  for (const { field, found, expected } of others) read.say(row.row, field, 'differs', found, expected);
  return others.length > 0;
}
