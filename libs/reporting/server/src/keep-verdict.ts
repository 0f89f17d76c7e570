import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, FileStore, type CopyValue } from '@tallgrunn/platform';
import { findingColumns, findingRow, type CheckSummary } from './check-request.ts';
import { lineColumns, quarantinedColumns } from './line-row.ts';
import type { PreparedCheck } from './prepare-check.ts';
import type { CheckOutcome } from './run-check.ts';
import { stoppedVerdict } from './stopped-verdict.ts';
import { stateAfter } from './submission.ts';
import { VersionStore, type Version } from './store/version-store.ts';

type Cells = readonly CopyValue[];

/** Keeps what a check came to: lines, rows left out, findings and the verdict, in the unit it is called in. A version that is no longer waiting is left alone. */
@Injectable()
export class KeepVerdict {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionStore,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(versionId: string, prepared: PreparedCheck, outcome: CheckOutcome): Promise<void> {
    const version = await this.versions.hold(versionId);
    const state = stateAfter(version.state, 'check');
    if (!state) return;
    await this.database.query(`select set_config('reporting.supplier_id', $1, true)`, [version.supplier_id]);
    const verdict = outcome.verdict ?? stoppedVerdict(outcome.stoppedBy ?? 'crash', prepared);
    const stopped = verdict.groups.some(({ severity }) => severity === 'blocksFile');
    const lines = stopped ? 0 : await this.#copyLines(version, prepared, outcome);
    await this.#copyFindings(version, verdict, outcome);
    await this.#insertVerdict(version, verdict, prepared, outcome);
    const kept = await this.#keepFile(version, verdict);
    await this.database.query(
      `update reporting.version set state = $2, checked_at = $3, line_count = $4, amount = $5, currency = $6, terms_version_id = $7, file_kept = $8, spool_name = null where id = $1`,
      [versionId, state, this.clock.now(), lines, stopped ? '0' : verdict.totals.amount, verdict.totals.currency, prepared.termsVersionId, kept],
    );
    await this.audit.record({ act: 'report.checked', subject: { kind: 'report-version', id: versionId }, details: { ok: verdict.ok, rows: verdict.rows, lines, engine: verdict.engine, stoppedBy: outcome.stoppedBy } });
  }

  async #copyLines(version: Version, { terms }: PreparedCheck, { out }: CheckOutcome): Promise<number> {
    const items = await this.#ids('select number as key, id from agreements.door_item where agreement_id = $1 and supplier_id = $2', [version.agreement_id, version.supplier_id]);
    const lots = await this.#ids('select key, id from agreements.door_lot where agreement_id = $1', [version.agreement_id]);
    const place = (row: Cells, at: number): Cells => [version.id, at, terms.vat, items.get(String(row[0])) ?? null, lots.get(String(row[1])) ?? null, ...row.slice(2)];
    const count = await this.database.copyLines('reporting.line', ['version_id', 'line_no', 'vat', 'item_id', 'lot_id', ...lineColumns], numbered(out.lines, place));
    await this.database.copyLines('reporting.quarantined_row', ['version_id', 'row_id', ...quarantinedColumns], numbered(out.quarantined, (row, at) => [version.id, at, ...row]));
    return count;
  }

  async #copyFindings(version: Version, { groups, further }: CheckSummary, { out, verdict }: CheckOutcome): Promise<void> {
    const place = (row: Cells, at: number): Cells => [version.id, at, ...row];
    const rows = verdict ? numbered(out.findings, place) : groups.map(({ example }, at) => place(findingRow(example), at + 1));
    await this.database.copyLines('reporting.finding', ['version_id', 'finding_no', ...findingColumns], rows);
    for (const { code, sheet, rows: places } of further) {
      await this.database.query('insert into reporting.further_place (version_id, supplier_id, code, sheet, rows) values ($1, $2, $3, $4, $5)', [version.id, version.supplier_id, code, sheet, places]);
    }
  }

  async #insertVerdict(version: Version, verdict: CheckSummary, { sha256, termsHash }: PreparedCheck, { shared }: CheckOutcome): Promise<void> {
    await this.database.query(
      `insert into reporting.verdict (version_id, supplier_id, ok, row_count, accepted_count, quarantined_count, terms_sha256, context_sha256, engine, totals, groups, counts, columns, sheets, shared)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        version.id, version.supplier_id, verdict.ok, verdict.rows, verdict.accepted, verdict.quarantined, termsHash, sha256, verdict.engine,
        ...[verdict.totals, verdict.groups, verdict.counts, verdict.columns, verdict.sheets].map((part) => JSON.stringify(part)),
        shared && JSON.stringify(shared),
      ],
    );
  }

  /** The file goes to the store, unless it holds what must not be stored: then its bytes go, and hash, places and codes stay. */
  async #keepFile({ spool_name, file_name, file_sha256, file_size_bytes }: Version, { groups }: CheckSummary): Promise<boolean> {
    const waiting = path.join(this.files.spoolFolder, spool_name ?? '');
    if (groups.some((group) => group.class === PERSONAL_DATA)) {
      this.database.afterCommit(() => void rm(waiting, { force: true }));
      return false;
    }
    await this.files.keep({ path: waiting, name: file_name ?? '', sha256: file_sha256 ?? '', sizeBytes: Number(file_size_bytes) });
    return true;
  }

  async #ids(sql: string, params: readonly unknown[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ key: string; id: string }>(sql, params);
    return new Map(rows.map(({ key, id }) => [key, id]));
  }
}

const PERSONAL_DATA = 74;

/** The rows of a file of JSON lines, counted from 1. */
async function* numbered(file: string, place: (row: Cells, at: number) => Cells): AsyncGenerator<Cells> {
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    at += 1;
    yield place(JSON.parse(line) as Cells, at);
  }
}

