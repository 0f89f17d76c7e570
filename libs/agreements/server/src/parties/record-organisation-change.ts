import { Injectable } from '@nestjs/common';
import { SetUpParties } from '@tallgrunn/identity-server';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { PartyRecord, rejectParty } from './party-record.ts';

export const organisationChangeKinds = ['merged', 'split', 'renamed'] as const;

export interface OrganisationChange {
  readonly kind: (typeof organisationChangeKinds)[number];
  readonly onDate: string;
  readonly fromIds: readonly string[];
  /** Empty for a renaming: the buyer remains the same. */
  readonly toIds?: readonly string[];
  readonly newName?: string | null;
  readonly note?: string | null;
}

interface OrganisationChangeRow extends Record<string, unknown> {
  readonly kind: string;
  readonly fromIds: string[];
  readonly formerName: string | null;
  readonly newName: string | null;
  readonly acts: boolean;
}

/**
 * Records an organisation change of buyers on a day. Reports of deliveries from that day on that name the old buyer get
 * a finding with the new one; earlier days stay with the old buyer. Existing data is not changed, so that the change
 * can be revoked.
 */
@Injectable()
export class RecordOrganisationChange {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly parties: SetUpParties,
    private readonly clock: Clock,
  ) {}

  async run(event: OrganisationChange): Promise<{ id: string }> {
    const fromIds = [...new Set(event.fromIds)];
    const toIds = event.kind === 'renamed' ? fromIds : [...new Set(event.toIds ?? [])];
    for (const id of new Set([...fromIds, ...toIds])) await this.record.require(id, 'buyer');
    const first = await this.record.require(fromIds[0] ?? '', 'buyer');
    this.#validate(event, fromIds, toIds, first.name);
    const newName = event.kind === 'renamed' ? (event.newName?.trim() ?? null) : null;
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.organisation_change (id, kind, effective_on, predecessor_ids, successor_ids, note, former_name, new_name, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, platform.person(), $9)',
      [
        id,
        event.kind,
        event.onDate,
        fromIds,
        toIds,
        event.note?.trim() || null,
        newName && first.name,
        newName,
        this.clock.now(),
      ],
    );
    if (newName) await this.parties.renameOrganisation(first.id, newName);
    for (const partyId of new Set([...fromIds, ...toIds]))
      await this.record.recordChange(
        partyId,
        'organisation-change',
        {},
        { id, kind: event.kind, onDate: event.onDate, fromIds, toIds },
      );
    return { id };
  }

  /** Revokes or restores an organisation change. A revoked one is listed but has no effect; a renaming is reversed. */
  async setRevoked(eventId: string, acts: boolean): Promise<void> {
    const row = await this.database.one<OrganisationChangeRow>(
      'select kind, predecessor_ids as "fromIds", former_name as "formerName", new_name as "newName", revoked_at is null as acts from agreements.organisation_change where id = $1 for update',
      [eventId],
    );
    if (!row) throw notFound('organisation-change');
    if (row.acts === acts) return;
    await this.database.query(
      'update agreements.organisation_change set revoked_at = case when $2 then null else $3::timestamptz end, revoked_by = case when $2 then null else platform.person() end where id = $1',
      [eventId, acts, this.clock.now()],
    );
    const name = acts ? row.newName : row.formerName;
    const [buyerId] = row.fromIds;
    if (row.kind === 'renamed' && name && buyerId)
      await this.#rename(buyerId, name, acts ? row.formerName : row.newName);
    for (const partyId of row.fromIds)
      await this.record.recordChange(
        partyId,
        'organisation-change',
        { id: eventId, acts: row.acts },
        { id: eventId, acts },
      );
  }

  /** Renames the buyer back, unless it has taken a third name since. */
  async #rename(buyerId: string, name: string, expectedName: string | null): Promise<void> {
    const { name: current } = await this.record.require(buyerId, 'buyer');
    if (current === expectedName) await this.parties.renameOrganisation(buyerId, name);
  }

  #validate(
    { kind, onDate, newName }: OrganisationChange,
    fromIds: readonly string[],
    toIds: readonly string[],
    name: string,
  ): void {
    if (kind === 'renamed') {
      if (fromIds.length !== 1) rejectParty({ code: 'one-is-renamed', path: 'fromIds' });
      if (!newName?.trim()) rejectParty({ code: 'new-name-missing', path: 'newName' });
      if (newName?.trim() === name) rejectParty({ code: 'name-is-the-same', path: 'newName', params: { found: name } });
      if (onDate > osloDate(this.clock.now()))
        rejectParty({ code: 'renamed-later', path: 'onDate', params: { found: onDate } });
      return;
    }
    if (kind === 'merged' && toIds.length !== 1) rejectParty({ code: 'merged-into-one', path: 'toIds' });
    if (kind === 'split' && (fromIds.length !== 1 || toIds.length < 2))
      rejectParty({ code: 'split-into-several', path: 'toIds' });
    if (kind === 'merged' && toIds.some((id) => fromIds.includes(id)))
      rejectParty({ code: 'merged-into-itself', path: 'toIds' });
  }
}
