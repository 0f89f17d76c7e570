import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { CONFIG, notFound, Problem, SecurityLog, type AuthenticatedRequest, type Config } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { DataSource } from 'typeorm';
import type { Person } from '../store/person.ts';
import '../session-data.ts';

const CHALLENGE_MINUTES = 5;
/** COSE identifiers of Ed25519, ES256 and RS256, the algorithms of current authenticators. */
const ALGORITHMS = [-8, -7, -257];

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly signature_count: string;
  readonly transports: string[];
}

/**
 * Passkeys (WebAuthn level 3). The device must verify the user, so a passkey counts as two factors. A challenge is
 * stored in the session and used once. The public address of the installation determines the relying party.
 */
@Injectable()
export class Passkeys {
  readonly #siteId: string;
  readonly #origin: string;

  constructor(
    private readonly source: DataSource,
    private readonly securityLog: SecurityLog,
    @Inject(CONFIG) config: Config,
  ) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.#siteId = hostname;
    this.#origin = origin;
  }

  /** Returns the options for the browser to create a passkey. Stores the challenge in the session. */
  async startAdding(request: AuthenticatedRequest, person: Person): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const existing = await this.#of(person.id);
    const options = await generateRegistrationOptions({
      rpName: 'Tallgrunn',
      rpID: this.#siteId,
      userName: person.email,
      userDisplayName: person.name,
      userID: new Uint8Array(Buffer.from(person.id)),
      attestationType: 'none',
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: existing.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    request.session.challenge = {
      value: options.challenge,
      purpose: 'add',
      until: Date.now() + CHALLENGE_MINUTES * 60_000,
    };
    return options;
  }

  /**
   * Stores a passkey that the browser has created. Returns its id.
   * @throws Problem 'passkey-refused' | 'passkey-challenge-expired' (422)
   * @throws Problem 'passkey-already-added' (409)
   */
  async add(
    request: AuthenticatedRequest,
    personId: string,
    name: string,
    response: RegistrationResponseJSON,
  ): Promise<string> {
    const expectedChallenge = consumeChallenge(request, 'add');
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#siteId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(rejectPasskey);
    if (!verified || !registrationInfo) throw new Problem(422, 'passkey-refused');
    const { id: credentialId, publicKey, counter } = registrationInfo.credential;
    const id = uuidv7();
    const rows = await this.source.query<unknown[]>(
      `insert into identity.passkey (id, person_id, credential_id, public_key, signature_count, transports, name, created_at) values ($1, $2, $3, $4, $5, $6, $7, now())
       on conflict (credential_id) do nothing returning id`,
      [id, personId, credentialId, Buffer.from(publicKey), counter, response.response.transports ?? [], name],
    );
    if (rows.length === 0) throw new Problem(409, 'passkey-already-added');
    await this.securityLog.record({ event: 'second-factor-added', personId, details: { method: 'passkey' } });
    return id;
  }

  /**
   * Returns the options for the browser to use a passkey: one of the person's, or any for this site. Stores the
   * challenge in the session.
   */
  async startUsing(
    request: AuthenticatedRequest,
    personId: string | null,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const existing = personId === null ? [] : await this.#of(personId);
    const options = await generateAuthenticationOptions({
      rpID: this.#siteId,
      userVerification: 'required',
      allowCredentials: existing.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
    });
    request.session.challenge = {
      value: options.challenge,
      purpose: 'sign-in',
      until: Date.now() + CHALLENGE_MINUTES * 60_000,
    };
    return options;
  }

  /**
   * Verifies a signature on the session's challenge. Returns the id of the passkey's person.
   * @param personId the only person accepted; null accepts any
   * @throws Problem 'passkey-refused' | 'passkey-challenge-expired' (422)
   */
  async use(
    request: AuthenticatedRequest,
    personId: string | null,
    response: AuthenticationResponseJSON,
  ): Promise<string> {
    const expectedChallenge = consumeChallenge(request, 'sign-in');
    const [row] = await this.source.query<Row[]>('select * from identity.passkey where credential_id = $1', [
      response.id,
    ]);
    try {
      if (!row || (personId !== null && row.person_id !== personId)) throw new Problem(422, 'passkey-refused');
      const credential = {
        id: row.credential_id,
        publicKey: new Uint8Array(row.public_key),
        counter: Number(row.signature_count),
        transports: row.transports,
      };
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: this.#origin,
        expectedRPID: this.#siteId,
        credential,
        requireUserVerification: true,
      }).catch(rejectPasskey);
      if (!verified) throw new Problem(422, 'passkey-refused');
      await this.source.query('update identity.passkey set signature_count = $2, last_used_at = now() where id = $1', [
        row.id,
        authenticationInfo.newCounter,
      ]);
    } catch (error) {
      await this.securityLog.record({
        event: 'second-factor-failed',
        personId: personId ?? row?.person_id ?? null,
        details: { method: 'passkey' },
      });
      throw error;
    }
    await this.securityLog.record({
      event: 'second-factor-used',
      personId: row.person_id,
      details: { method: 'passkey' },
    });
    return row.person_id;
  }

  /**
   * Removes a passkey.
   * @throws Problem 'not-found' (404) when the person has no such passkey
   */
  async remove(personId: string, id: string): Promise<void> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'delete from identity.passkey where id = $1 and person_id = $2 returning id',
      [id, personId],
    );
    if (rows.length === 0) throw notFound('passkey');
  }

  #of(personId: string): Promise<Row[]> {
    return this.source.query<Row[]>('select * from identity.passkey where person_id = $1', [personId]);
  }
}

/**
 * Removes and returns the session's challenge for this purpose.
 * @throws Problem 'passkey-challenge-expired' (422)
 */
function consumeChallenge({ session }: AuthenticatedRequest, purpose: 'sign-in' | 'add'): string {
  const { challenge } = session;
  delete session.challenge;
  if (challenge?.purpose !== purpose || challenge.until < Date.now())
    throw new Problem(422, 'passkey-challenge-expired');
  return challenge.value;
}

/** Turns an error of the library into a problem. Its English message becomes the `reason`. */
function rejectPasskey(error: unknown): never {
  throw new Problem(422, 'passkey-refused', { reason: error instanceof Error ? error.message.slice(0, 200) : '' });
}
