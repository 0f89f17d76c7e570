import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem, SecurityLog } from '@tallgrunn/platform';
import { Secret, TOTP } from 'otpauth';
import { DataSource } from 'typeorm';
import { renderSVG } from 'uqr';
import { AttemptLimits } from '../attempts/attempt-limits.ts';
import { FactorSeal } from './factor-seal.ts';

const ISSUER = 'Tallgrunn';
const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** Codes of the previous and next time step are accepted too, because clocks differ. */
const STEPS_AROUND = 1;

/** Data for the person's authenticator app. The secret is returned only here. */
export interface NewTotp {
  readonly secret: string;
  readonly uri: string;
  /** The URI as a QR code. */
  readonly qrSvg: string;
}

interface Row {
  readonly sealed_secret: Buffer;
  readonly confirmed_at: Date | null;
}

/** One-time codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). Each code is accepted once. */
@Injectable()
export class Totp {
  constructor(
    private readonly source: DataSource,
    private readonly seal: FactorSeal,
    private readonly attempts: AttemptLimits,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Creates a secret, which becomes active when the first code confirms it.
   * @throws Problem 'totp-already-added' (409)
   */
  async start(personId: string, email: string): Promise<NewTotp> {
    const bytes = randomBytes(SECRET_BYTES);
    const rows = await this.source.query<unknown[]>(
      `insert into identity.totp_secret as t (person_id, sealed_secret, created_at) values ($1, $2, now())
       on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, created_at = now(), last_time_step = null
       where t.confirmed_at is null returning person_id`,
      [personId, this.seal.seal(personId, bytes)],
    );
    if (rows.length === 0) throw new Problem(409, 'totp-already-added');
    const totp = totpOf(bytes, email);
    const uri = totp.toString();
    return { secret: totp.secret.base32, uri, qrSvg: renderSVG(uri, { border: 2 }) };
  }

  /**
   * Activates the app with its first code.
   * @throws Problem 'code-wrong' (422), with `retryAfterSeconds` when the attempt came too early
   */
  async confirm(personId: string, code: string): Promise<void> {
    if (!(await this.#isRight(personId, code, false))) throw new Problem(422, 'code-wrong');
    await this.source.query('update identity.totp_secret set confirmed_at = now() where person_id = $1', [personId]);
    await this.securityLog.record({ event: 'second-factor-added', personId, details: { method: 'totp' } });
  }

  /**
   * Verifies a code of an active app.
   * @throws Problem 'code-wrong' (422), with `retryAfterSeconds` when the attempt came too early
   */
  async verify(personId: string, code: string): Promise<void> {
    if (!(await this.#isRight(personId, code, true))) {
      await this.securityLog.record({ event: 'second-factor-failed', personId, details: { method: 'totp' } });
      throw new Problem(422, 'code-wrong');
    }
    await this.securityLog.record({ event: 'second-factor-used', personId, details: { method: 'totp' } });
  }

  async remove(personId: string): Promise<boolean> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'delete from identity.totp_secret where person_id = $1 and confirmed_at is not null returning person_id',
      [personId],
    );
    return rows.length > 0;
  }

  async #isRight(personId: string, code: string, isConfirmed: boolean): Promise<boolean> {
    const admission = await this.attempts.admit('one-time-code', personId);
    if (!admission.isAdmitted) {
      await this.securityLog.record({
        event: 'second-factor-failed',
        personId,
        details: { method: 'totp', retryAfterSeconds: admission.retryAfterSeconds },
      });
      throw new Problem(422, 'code-wrong', { retryAfterSeconds: admission.retryAfterSeconds });
    }
    const [row] = await this.source.query<Row[]>(
      'select sealed_secret, confirmed_at from identity.totp_secret where person_id = $1',
      [personId],
    );
    if (!row || (row.confirmed_at !== null) !== isConfirmed) return false;
    const now = Date.now();
    const delta = totpOf(this.seal.open(personId, row.sealed_secret), '').validate({
      token: code,
      timestamp: now,
      window: STEPS_AROUND,
    });
    if (delta === null) return false;
    if (!(await this.#useStep(personId, Math.floor(now / 1000 / PERIOD_SECONDS) + delta))) return false;
    await this.attempts.succeed('one-time-code', personId);
    return true;
  }

  /** Marks a time step as used, so that its code and older ones are rejected. Returns false when it is already used. */
  async #useStep(personId: string, step: number): Promise<boolean> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'update identity.totp_secret set last_time_step = $2 where person_id = $1 and (last_time_step is null or last_time_step < $2) returning person_id',
      [personId, step],
    );
    return rows.length > 0;
  }
}

function totpOf(secret: Buffer, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label: label || ISSUER,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}
