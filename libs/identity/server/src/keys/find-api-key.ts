import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, SecurityLog, UnitOfWork, type Actor, type KeyScope } from '@tallgrunn/platform';
import { buildActor } from '../build-actor.ts';
import { ListMemberships, requireNotMoved } from '../list-memberships.ts';
import { hashToken } from '../token.ts';
import { ApiKeyUses } from './api-key-uses.ts';
import { prefixOf, sameHash } from './key-format.ts';

/** A valid API key, with the actor of its membership. */
export interface ValidApiKey {
  readonly id: string;
  readonly scopes: readonly KeyScope[];
  readonly actor: Actor;
}

type Reason = 'unknown' | 'revoked' | 'expired' | 'membership-ended';

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly membership_id: string;
  readonly key_hash: string;
  readonly scopes: readonly KeyScope[];
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

const USE_RECORDED_EVERY_MS = 60_000;

/** Returns the problem for every invalid key. Only the holder of a whole key gets a reason other than 'unknown'. */
const apiKeyRejected = (reason: Reason) => new Problem(401, 'api-key-rejected', { reason });

/**
 * Finds an API key by its text and records its use, at most once a minute. A key is invalid when its person is no
 * longer a member.
 * @throws Problem 'api-key-rejected' (401) with the reason
 */
@Injectable()
export class FindApiKey {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly memberships: ListMemberships,
    private readonly uses: ApiKeyUses,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(text: string): Promise<ValidApiKey> {
    const row = await this.#row(text);
    if (!row) throw apiKeyRejected('unknown');
    if (row.revoked_at) throw apiKeyRejected('revoked');
    if (row.expires_at <= this.clock.now()) throw apiKeyRejected('expired');
    const membership = (await this.memberships.run(row.person_id)).find(({ id }) => id === row.membership_id);
    if (!membership) throw apiKeyRejected('membership-ended');
    requireNotMoved(membership);
    const actor: Actor = { ...buildActor(row.person_id, membership), via: 'key', apiKeyId: row.id };
    await this.#note(row, actor);
    if (this.uses.isFirst(row.id))
      await this.units.run({ ...actor }, () =>
        this.securityLog.record({ event: 'api-key-used', details: { prefix: prefixOf(text) } }),
      );
    return { id: row.id, scopes: row.scopes, actor };
  }

  async #row(text: string): Promise<Row | undefined> {
    const prefix = prefixOf(text);
    if (prefix === null) return undefined;
    const rows = await this.units.runWithKeyPrefix(prefix, () =>
      this.database.query<Row>(
        'select id, person_id, membership_id, key_hash, scopes, expires_at, last_used_at, revoked_at from identity.api_key where prefix = $1',
        [prefix],
      ),
    );
    const hash = hashToken(text);
    return rows.find(({ key_hash }) => sameHash(key_hash, hash));
  }

  async #note({ id, last_used_at }: Row, actor: Actor): Promise<void> {
    const now = this.clock.now();
    if (last_used_at && now.getTime() - last_used_at.getTime() < USE_RECORDED_EVERY_MS) return;
    await this.units.run({ ...actor }, async () => {
      const move = await this.database.one<{ goes: boolean }>('select platform.is_moving($1) as goes', [
        actor.cooperativeId,
      ]);
      if (!move?.goes)
        await this.database.query('update identity.api_key set last_used_at = $2 where id = $1', [id, now]);
    });
  }
}
