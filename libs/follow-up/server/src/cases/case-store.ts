import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound, DocumentNumbers, Problem, type ActorKind } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { CaseKind, CaseOrigin, CaseOutcome, CaseStatus, EntryKind } from './case.ts';

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly title: string;
  readonly supplierId: string;
  readonly buyerId: string | null;
  readonly agreementId: string | null;
  readonly origin: CaseOrigin;
  readonly isShared: boolean;
  readonly status: CaseStatus;
  readonly ownerId: string | null;
  readonly nextOn: string | null;
  readonly request: { readonly dueOn?: string; readonly lastDay?: string };
  readonly closedAt: Date | null;
}

export interface NewCase {
  readonly kind: CaseKind;
  readonly title: string;
  readonly supplierId: string;
  readonly buyerId?: string | null;
  readonly agreementId: string | null;
  readonly origin: CaseOrigin;
  readonly isShared: boolean;
  readonly status: CaseStatus;
  readonly ownerId: string | null;
  readonly nextOn: string | null;
  readonly request?: CaseRow['request'];
}

export interface NewEntry {
  readonly kind: EntryKind;
  /** Visible to the cooperative only. */
  readonly isInternal: boolean;
  readonly body?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly happenedOn?: string | null;
  /** The author, when it is not the acting person: a reply by e-mail. */
  readonly author?: { readonly side: ActorKind; readonly personId: string | null; readonly name: string | null };
}

export interface CaseChange {
  readonly status?: CaseStatus;
  readonly ownerId?: string | null;
  readonly nextOn?: string | null;
  readonly isShared?: boolean;
  readonly outcome?: CaseOutcome | null;
}

const COLUMNS = `id, number, kind, title, supplier_id as "supplierId", buyer_id as "buyerId", agreement_id as "agreementId", origin, is_shared as "isShared", status,
  owner_id as "ownerId", next_on as "nextOn", request, closed_at as "closedAt"`;

/** Stores cases and their logs. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    private readonly clock: Clock,
  ) {}

  async find(caseId: string): Promise<CaseRow> {
    const row = await this.database.one<CaseRow & Record<string, unknown>>(
      `select ${COLUMNS} from follow_up.supplier_case where id = $1`,
      [caseId],
    );
    if (!row) throw notFound('case');
    return row;
  }

  /**
   * Locks a case until the transaction ends.
   * @throws Problem 'not-found' (404), or 'case-closed' (409) unless `evenClosed`
   */
  async lockForUpdate(caseId: string, evenClosed = false): Promise<CaseRow> {
    const row = await this.database.one<CaseRow & Record<string, unknown>>(
      `select ${COLUMNS} from follow_up.supplier_case where id = $1 for update`,
      [caseId],
    );
    if (!row) throw notFound('case');
    if (row.status === 'closed' && !evenClosed) throw new Problem(409, 'case-closed', { number: row.number });
    return row;
  }

  /** Opens a case with a case number and the first log entry. */
  async open(newCase: NewCase, entry: Omit<NewEntry, 'kind'>): Promise<CaseRow> {
    const now = this.clock.now();
    const id = uuidv7(now);
    const number = await this.numbers.next('S');
    await this.database.query(
      `insert into follow_up.supplier_case (id, number, kind, title, supplier_id, buyer_id, agreement_id, origin, is_shared, status, owner_id, next_on, request, opened_at, opened_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, platform.person(), $14)`,
      [
        id,
        number,
        newCase.kind,
        newCase.title,
        newCase.supplierId,
        newCase.buyerId ?? null,
        newCase.agreementId,
        newCase.origin,
        newCase.isShared,
        newCase.status,
        newCase.ownerId,
        newCase.nextOn,
        JSON.stringify(newCase.request ?? {}),
        now,
      ],
    );
    const row = await this.find(id);
    await this.addEntry(row, { kind: 'opened', ...entry });
    return row;
  }

  /** Adds an entry to the log. Returns its id. */
  async addEntry(
    { id: caseId, supplierId, buyerId }: Pick<CaseRow, 'id' | 'supplierId' | 'buyerId'>,
    { kind, isInternal, body = null, details = {}, happenedOn = null, author }: NewEntry,
  ): Promise<string> {
    const now = this.clock.now();
    const id = uuidv7(now);
    const by = author ?? (await this.#author());
    await this.database.query(
      `insert into follow_up.case_entry (id, case_id, supplier_id, buyer_id, kind, is_internal, author_side, author_id, author_name, body, details, happened_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        caseId,
        supplierId,
        buyerId,
        kind,
        isInternal,
        by.side,
        by.personId,
        by.name,
        body,
        JSON.stringify(details),
        happenedOn,
        now,
      ],
    );
    await this.database.query('update follow_up.supplier_case set changed_at = $2 where id = $1', [caseId, now]);
    return id;
  }

  /** Changes the given fields. An `outcome` closes the case; a null `outcome` reopens it. */
  async change(caseId: string, { status, ownerId, nextOn, isShared, outcome }: CaseChange): Promise<void> {
    await this.database.query(
      `update follow_up.supplier_case set
         status = coalesce($2, status),
         owner_id = case when $3 then $4::uuid else owner_id end,
         next_on = case when $5 then $6::date else next_on end,
         is_shared = is_shared or coalesce($7, false),
         outcome = case when $8 then $9 else outcome end,
         closed_at = case when not $8 then closed_at when $9::text is null then null else $10::timestamptz end,
         changed_at = $10
       where id = $1`,
      [
        caseId,
        status ?? null,
        ownerId !== undefined,
        ownerId ?? null,
        nextOn !== undefined,
        nextOn ?? null,
        isShared ?? null,
        outcome !== undefined,
        outcome ?? null,
        this.clock.now(),
      ],
    );
  }

  /** Returns the person responsible for an agreement; null when there is none. */
  async ownerOf(agreementId: string | null): Promise<string | null> {
    if (agreementId === null) return null;
    const row = await this.database.one<{ owner_id: string | null }>(
      'select owner_id from agreements.door_agreement where id = $1',
      [agreementId],
    );
    return row?.owner_id ?? null;
  }

  async #author(): Promise<{ side: ActorKind; personId: string | null; name: string | null }> {
    const { side, personId } = this.database.actor();
    if (side === 'system' || personId === null) return { side: 'system', personId: null, name: null };
    const row = await this.database.one<{ name: string }>('select name from identity.door_person where id = $1', [
      personId,
    ]);
    return { side, personId, name: row?.name ?? null };
  }
}
