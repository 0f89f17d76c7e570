import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  Problem,
  scopesForActorKind,
  SecurityLog,
  type Issue,
  type KeyScope,
} from '@tallgrunn/platform';
import { addDays, endOfOsloDay, limits, osloDate, uuidv7 } from '@tallgrunn/values';
import { hashToken } from '../token.ts';
import { generateKey } from './key-format.ts';

export interface NewApiKeyRequest {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Last day (in Oslo) on which the key is valid. */
  readonly expiresOn: string;
}

export interface CreatedApiKey {
  readonly id: string;
  readonly prefix: string;
  readonly expiresAt: Date;
  /** The key itself, returned only here. */
  readonly key: string;
}

/**
 * Creates an API key for the actor's membership. Only its hash is stored.
 * @throws Problem 'api-key-invalid' (422) with an issue per invalid scope or date
 * @throws Problem 'api-key-limit-reached' (409)
 */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run({ name, scopes, expiresOn }: NewApiKeyRequest): Promise<CreatedApiKey> {
    const { personId, membershipId, organisationId } = this.database.actor();
    const issues = [...this.#scopeIssues(scopes), ...this.#expiryIssues(expiresOn)];
    if (issues.length > 0) throw new Problem(422, 'api-key-invalid', {}, issues);
    await this.#requireRoom();
    const { text, prefix } = generateKey();
    const id = uuidv7(this.clock.now());
    const expiresAt = endOfOsloDay(expiresOn);
    await this.database.query(
      `insert into identity.api_key (id, organisation_id, membership_id, person_id, name, prefix, key_hash, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        organisationId,
        membershipId,
        personId,
        name.trim(),
        prefix,
        hashToken(text),
        [...new Set(scopes)],
        this.clock.now(),
        expiresAt,
      ],
    );
    await this.audit.record({
      act: 'api-key.created',
      subject: { kind: 'api-key', id },
      details: { name: name.trim(), prefix, scopes, expiresOn },
    });
    await this.securityLog.record({ event: 'api-key-created', details: { keyId: id, prefix, scopes, expiresOn } });
    return { id, prefix, expiresAt, key: text };
  }

  #scopeIssues(scopes: readonly KeyScope[]): Issue[] {
    const possible = scopesForActorKind(this.database.actor().side);
    return scopes
      .filter((scope) => !possible.includes(scope))
      .map((scope) => ({ code: 'scope-not-for-organisation', path: 'scopes', params: { scope, possible } }));
  }

  #expiryIssues(expiresOn: string): Issue[] {
    const today = osloDate(this.clock.now());
    const [earliest, latest] = [today, addDays(today, limits.apiKey.daysMax)];
    return expiresOn < earliest || expiresOn > latest
      ? [{ code: 'expiry-out-of-range', path: 'expiresOn', params: { found: expiresOn, earliest, latest } }]
      : [];
  }

  /**
   * Requires that the organisation may have one more key. Takes an advisory lock per organisation, so that concurrent
   * requests cannot exceed the limit.
   * @throws Problem 'api-key-limit-reached' (409)
   */
  async #requireRoom(): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('identity.api_key' || platform.organisation(), 0))`,
    );
    const row = await this.database.one<{ n: number }>(
      'select count(*)::int as n from identity.api_key where organisation_id = platform.organisation() and revoked_at is null and expires_at > $1',
      [this.clock.now()],
    );
    if ((row?.n ?? 0) >= limits.apiKey.perOrganisationMax)
      throw new Problem(409, 'api-key-limit-reached', { max: limits.apiKey.perOrganisationMax });
  }
}
