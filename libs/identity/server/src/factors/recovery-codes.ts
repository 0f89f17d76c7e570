import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem, SecurityLog } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { AttemptLimits } from '../attempts/attempt-limits.ts';
import { FactorSeal } from './factor-seal.ts';

const CODE_COUNT = 10;
const CODE_CHARACTERS = 16;
/** Excludes letters and digits that look alike: 32 characters, five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Single-use codes that replace an unavailable second factor. Only keyed hashes are stored. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly source: DataSource,
    private readonly seal: FactorSeal,
    private readonly attempts: AttemptLimits,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Replaces all codes of a person by ten new ones. Returns them; they cannot be read later. */
  async replace(personId: string): Promise<string[]> {
    const codes = Array.from({ length: CODE_COUNT }, newCode);
    const hashes = codes.map((code) => this.seal.hashes(personId, normaliseCode(code))[0]);
    await this.source.transaction(async (manager) => {
      await manager.query('delete from identity.recovery_code where person_id = $1', [personId]);
      await manager.query(
        'insert into identity.recovery_code (person_id, code_hash, created_at) select $1, hash, now() from unnest($2::text[]) as hash',
        [personId, hashes],
      );
    });
    await this.securityLog.record({ event: 'recovery-codes-created', personId, details: { count: codes.length } });
    return codes;
  }

  /**
   * Marks a code as used.
   * @throws Problem 'code-wrong' (422), with `retryAfterSeconds` when the attempt came too early
   */
  async use(personId: string, code: string): Promise<void> {
    const admission = await this.attempts.admit('recovery-code', personId);
    if (!admission.isAdmitted) throw new Problem(422, 'code-wrong', { retryAfterSeconds: admission.retryAfterSeconds });
    const [rows] = await this.source.query<[unknown[], number]>(
      'update identity.recovery_code set used_at = now() where person_id = $1 and code_hash = any ($2) and used_at is null returning person_id',
      [personId, this.seal.hashes(personId, normaliseCode(code))],
    );
    if (rows.length === 0) {
      await this.securityLog.record({ event: 'second-factor-failed', personId, details: { method: 'recovery-code' } });
      throw new Problem(422, 'code-wrong');
    }
    await this.attempts.succeed('recovery-code', personId);
    await this.securityLog.record({ event: 'recovery-code-used', personId });
  }
}

function newCode(): string {
  const signs = [...randomBytes(CODE_CHARACTERS)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-');
}

/** Normalises a typed code: any case, with or without hyphens. */
const normaliseCode = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
