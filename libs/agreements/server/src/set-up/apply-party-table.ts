import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { SetUpParties, type ExistingOrganisation, type NewOrganisation } from '@tallgrunn/identity-server';
import { AuditLog, Database, openFile, Problem, type SpooledFile } from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { limits, OrgNumber, type Language } from '@tallgrunn/values';
import { ChangeRelatedEntities } from '../parties/change-related-entities.ts';
import { PartyRecord } from '../parties/party-record.ts';
import { buyerTypes, SetBuyerType } from '../parties/set-buyer-type.ts';
import { ShowParty } from '../parties/show-party.ts';
import type { PartyTreeDto } from '../parties/party.dto.ts';
import { AddBuyerAliases } from '../parties/add-buyer-aliases.ts';
import { FindPartiesByText, type FindParty } from './name-parties.ts';
import {
  readPartyTable,
  type PartyTable,
  type TableField,
  type PartyTableContent,
  type TableRow,
} from './party-table.ts';

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
  readonly read: PartyTableContent;
  readonly namer: FindParty;
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
    private readonly names: FindPartiesByText,
    private readonly parties: SetUpParties,
    private readonly belongings: ChangeRelatedEntities,
    private readonly bodies: SetBuyerType,
    private readonly aliases: AddBuyerAliases,
    private readonly show: ShowParty,
    private readonly record: PartyRecord,
    private readonly audit: AuditLog,
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
      testNumbers: testNumbers || (await this.record.acceptsTestNumbers()),
    };
    const rows: AppliedRow[] = [];
    for (const row of read.rows) {
      const applied = await this.#take(kind, row, context);
      if (applied) rows.push(applied);
    }
    read.requireValid();
    const added = rows.filter(({ state }) => state === 'new').length;
    await this.audit.record({
      act: 'party.table-applied',
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
      details: { kind, sha256: file.sha256, added, same: rows.length - added },
    });
    return { kind, added, same: rows.length - added, rows };
  }

  async #read(kind: PartyTable, spooled: SpooledFile, language: Language): Promise<PartyTableContent> {
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
        context.read.report(
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
    const [written, name] = [requiredValue(read, row, 'kind'), requiredValue(read, row, 'name')];
    const kind = kinds[written?.toLowerCase() ?? ''];
    if (written !== null && !kind) read.report(row.row, 'kind', 'kind-unknown', written, 'buyer, supplier');
    const orgNumber = numberOf(read, row, testNumbers);
    if (!kind || name === null || orgNumber === undefined) return null;
    const organisation = { kind, name, orgNumber, municipalityNumber: row.values.municipalityNumber ?? null };
    const there = await this.parties.findOrganisation(organisation);
    if (there && reportDifferences(read, row, there, organisation)) return null;
    return {
      row: row.row,
      state: there ? 'same' : 'new',
      party: name,
      partyId: there?.id ?? (await this.parties.addOrganisation(organisation)),
    };
  }

  async #predecessor(row: TableRow, { read, namer, testNumbers }: TableContext): Promise<AppliedRow | null> {
    const supplier = requiredParty(read, row, 'supplier', 'supplier', namer);
    const name = requiredValue(read, row, 'name');
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
    const buyer = requiredParty(read, row, 'buyer', 'buyer', namer);
    const written = requiredValue(read, row, 'kind');
    const kind = buyerTypes.find((each) => each === written?.toLowerCase());
    if (written !== null && !kind) read.report(row.row, 'kind', 'kind-unknown', written, buyerTypes.join(', '));
    const { host: text } = row.values;
    const host = text === undefined ? null : namer('buyer', text);
    if (text !== undefined && !host) read.report(row.row, 'host', 'host-unknown', text, read.expected.party);
    if (!buyer || !kind || (text !== undefined && !host)) return null;
    const { body } = await this.show.run(buyer.id);
    const is = body?.kind === kind && (body.hostId ?? null) === (host?.id ?? null);
    // A buyer without a type counts as a municipality without a host.
    if (!is && body && (body.kind !== 'municipality' || body.hostId !== null)) {
      if (body.kind !== kind) read.report(row.row, 'kind', 'differs', body.kind, kind);
      if ((body.hostId ?? null) !== (host?.id ?? null))
        read.report(row.row, 'host', 'differs', body.hostName ?? null, host?.name ?? null);
      return null;
    }
    if (!is) await this.bodies.run(buyer.id, { kind, hostId: host?.id ?? null });
    return { row: row.row, state: is ? 'same' : 'new', party: buyer.name, partyId: buyer.id };
  }

  async #name(row: TableRow, { read, namer }: TableContext): Promise<AppliedRow | null> {
    const supplier = requiredParty(read, row, 'supplier', 'supplier', namer);
    const buyer = requiredParty(read, row, 'buyer', 'buyer', namer);
    const text = requiredValue(read, row, 'name');
    if (!supplier || !buyer || text === null) return null;
    const there = (await this.show.run(supplier.id)).aliases.find(
      (each) => each.text === text && each.undoneAt === null,
    );
    if (there && there.buyerId !== buyer.id) {
      read.report(row.row, 'buyer', 'differs', there.buyerName, buyer.name);
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

function requiredValue(read: PartyTableContent, row: TableRow, field: TableField): string | null {
  const text = row.values[field];
  if (text === undefined) read.report(row.row, field, 'value-missing', null, null);
  return text ?? null;
}

function requiredParty(
  read: PartyTableContent,
  row: TableRow,
  field: 'supplier' | 'buyer',
  kind: 'supplier' | 'buyer',
  namer: FindParty,
): ReturnType<FindParty> {
  const text = requiredValue(read, row, field);
  const party = text === null ? null : namer(kind, text);
  if (text !== null && !party) read.report(row.row, field, `${kind}-unknown`, text, read.expected.party);
  return party;
}

/** Returns nine digits, null when empty, or undefined for an invalid number, which is reported. */
function numberOf(read: PartyTableContent, row: TableRow, testNumbers: boolean): string | null | undefined {
  const { orgNumber: text } = row.values;
  if (text === undefined) return null;
  const reading = OrgNumber.parse(text, { testNumbers });
  if (!reading.ok) read.report(row.row, 'orgNumber', `org-number-${reading.problem}`, text, read.expected.orgNumber);
  return reading.ok ? reading.value : undefined;
}

/**
 * Returns a date, null when empty, or undefined for an invalid date, which is reported. Spreadsheet dates arrive as ISO
 * texts.
 */
function dayOf(read: PartyTableContent, row: TableRow, field: 'fromOn' | 'untilOn'): string | null | undefined {
  const text = row.values[field];
  if (text === undefined) return null;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)) return day;
  read.report(row.row, field, 'not-a-day', text, '2026-12-31');
  return undefined;
}

/** Reports every field whose existing value differs from the row. */
function differs(
  read: PartyTableContent,
  row: TableRow,
  there: Pick<PartyTreeDto['belongings'][number], 'orgNumber' | 'fromOn' | 'untilOn'>,
  asked: Readonly<Record<'orgNumber' | 'fromOn' | 'untilOn', string | null>>,
): boolean {
  const fields = (['orgNumber', 'fromOn', 'untilOn'] as const).filter(
    (field) => asked[field] !== null && (there[field] ?? null) !== asked[field],
  );
  for (const field of fields) read.report(row.row, field, 'differs', there[field], asked[field]);
  return fields.length > 0;
}

/**
 * Reports the values of an existing organisation that differ from the row. An organisation without a number does not
 * get one from a table. Names and numbers before a correction count as equal.
 */
function reportDifferences(
  read: PartyTableContent,
  row: TableRow,
  there: ExistingOrganisation,
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
  for (const { field, found, expected } of others) read.report(row.row, field, 'differs', found, expected);
  return others.length > 0;
}
