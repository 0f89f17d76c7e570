import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { ledgerFields, type LedgerProfile } from '@tallgrunn/formats';
import { Database, FileStore, Problem, spoolName, UnitOfWork } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { validateLines, type SentLine } from './validate-lines.ts';
import { ReceiveBatch, type Received } from '../receive-batch.ts';

export interface LinesRequest {
  readonly buyerId: string | null;
  readonly period?: string;
  /** Chart of accounts of the lines' codes. */
  readonly chart: 'kostra' | 'ns4102' | 'dfo';
  readonly language: Language;
  readonly idempotencyKey: string | null;
}

/**
 * Returns the profile for lines sent by programs: fields by their own names, decimal point, purchases positive, excl.
 * VAT unless a line states otherwise.
 */
const profileOf = (system: string): LedgerProfile => ({
  id: 'lines-of-programs',
  name: 'Lines',
  columns: Object.fromEntries(ledgerFields.map((field) => [field, field])),
  account: { system },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'net' },
  notSpend: ['429', '729'],
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * Receives postings that a program sends as JSON: all or none. Valid lines become a ledger batch.
 * @throws Problem 'lines-invalid' (422) with an issue per fault, and the errors of ReceiveBatch
 */
@Injectable()
export class ReceiveLines {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly receive: ReceiveBatch,
  ) {}

  async run(sent: readonly unknown[], { chart, language, ...request }: LinesRequest): Promise<Received> {
    const { lines, issues, wrong: faultCount } = validateLines(sent, language);
    if (faultCount > 0)
      throw new Problem(
        422,
        'lines-invalid',
        { lines: sent.length, faults: faultCount, listed: issues.length },
        issues,
      );
    const file = await this.#spool(lines);
    try {
      // Own transaction, so that the batch is visible to a caller waiting for it.
      return await this.units.run({ ...this.database.actor() }, () =>
        this.receive.run(file, { ...request, kind: 'ledger', profile: profileOf(chart) }),
      );
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
  }

  async #spool(lines: readonly SentLine[]) {
    const text = [
      ledgerFields.join(';'),
      ...lines.map((line) => ledgerFields.map((field) => quoted(line[field] ?? '')).join(';')),
      '',
    ].join('\n');
    const bytes = Buffer.from(text, 'utf8');
    const target = path.join(this.files.spoolFolder, spoolName());
    await mkdir(this.files.spoolFolder, { recursive: true });
    await writeFile(target, bytes, { mode: 0o600, flag: 'wx' });
    return {
      path: target,
      name: 'lines.csv',
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  }
}
