import { Injectable } from '@nestjs/common';
import { Clock, Database, FileStore, notFound, Problem } from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { compareDraft, existingAgreement, type ComparedAgreement } from './compare-register.ts';
import { questionId, type ImportAnswer, type ImportQuestion } from './import-questions.ts';
import type { ExcludedRow } from './left-out-rows.ts';
import { LoadExistingRegister } from './load-known-register.ts';
import { noticeRows } from './notice-rows.ts';
import { planRegister } from './plan-register.ts';
import { mandatoryFields, type RegisterField, type RegisterProfile } from './register-fields.ts';
import { readNoticeFile } from './read-notice-file.ts';
import { readRegister, type RegisterReading } from './read-register.ts';

export interface ImportRow {
  readonly id: string;
  readonly kind: 'workbook' | 'notice';
  readonly fileName: string;
  readonly sha256: string;
  readonly profile: RegisterProfile;
  readonly state: 'asked' | 'applied' | 'dropped';
  readonly counts: Record<string, number>;
  readonly madeAt: Date;
}

export interface NumberedQuestion extends ImportQuestion {
  readonly number: number;
  /** True when answered by the answer to an earlier import. */
  readonly remembered: boolean;
}

export interface PlannedImport {
  readonly row: ImportRow;
  readonly reading: RegisterReading;
  readonly missing: readonly RegisterField[];
  readonly compared: readonly ComparedAgreement[];
  readonly questions: readonly NumberedQuestion[];
  readonly leftOut: readonly ExcludedRow[];
}

const ROW =
  'select id, kind, file_name as "fileName", file_sha256 as sha256, profile, state, counts, made_at as "madeAt" from agreements.agreement_import';

/**
 * Reads an import's file and plans its changes. Only the answers are stored between calls, so the file is read each
 * time.
 */
@Injectable()
export class PlanImport {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly known: LoadExistingRegister,
    private readonly clock: Clock,
  ) {}

  async row(importId: string, { hold = false } = {}): Promise<ImportRow> {
    const row = await this.database.one<ImportRow>(`${ROW} where id = $1${hold ? ' for update' : ''}`, [importId]);
    if (!row) throw notFound('agreement-import');
    return row;
  }

  async run(row: ImportRow): Promise<PlannedImport> {
    const reading = await this.#read(row);
    const needed: readonly RegisterField[] = row.kind === 'notice' ? [] : mandatoryFields;
    const missing = needed.filter((field) => field !== 'supplierName' && reading.profile.columns[field] === undefined);
    if (missing.length > 0) return { row, reading, missing, compared: [], questions: [], leftOut: [] };
    const known = await this.known.run();
    const own = await this.#answers('import_id = $1', [row.id]);
    const before = await this.#answers(
      `import_id in (select i.id from agreements.agreement_import i where i.state = 'applied' and i.id <> $1)`,
      [row.id],
    );
    const plan = planRegister(reading.rows, known, new Map([...before, ...own]));
    const compared = plan.agreements.map((draft) => compareDraft(draft, existingAgreement(draft, known.agreements)));
    const questions = await this.#number(row, plan.questions, own);
    return { row, reading, missing, compared, questions, leftOut: plan.leftOut };
  }

  async #read(row: ImportRow): Promise<RegisterReading> {
    const file = await this.files.open(row.sha256);
    try {
      if (row.kind === 'notice')
        return {
          headings: [],
          profile: row.profile,
          rows: noticeRows(await readNoticeFile(file, row.fileName)),
          otherSheets: [],
        };
      return await readRegister(await openTable(file, row.fileName, { limits: limits.assortment }), {
        profile: row.profile,
      });
    } catch (error) {
      if (error instanceof ReadProblem) throw new Problem(422, error.code, error.params);
      throw error;
    } finally {
      await file.close();
    }
  }

  async #answers(where: string, params: readonly unknown[]): Promise<Map<string, ImportAnswer>> {
    const rows = await this.database.query<{ kind: string; key: string; answer: ImportAnswer }>(
      `select kind, key, answer from agreements.agreement_import_question where answer is not null and ${where} order by answered_at`,
      params,
    );
    return new Map(rows.map(({ kind, key, answer }) => [questionId(kind, key), answer]));
  }

  /**
   * Numbers the questions. A question keeps its number as long as the import exists; a new question gets the next one.
   */
  async #number(
    row: ImportRow,
    questions: readonly ImportQuestion[],
    own: ReadonlyMap<string, ImportAnswer>,
  ): Promise<NumberedQuestion[]> {
    const before = await this.database.query<{ kind: string; key: string; number: number }>(
      'select kind, key, number from agreements.agreement_import_question where import_id = $1',
      [row.id],
    );
    const numbers = new Map(before.map(({ kind, key, number }) => [questionId(kind, key), number]));
    for (const { kind, key, rows, found, choices } of row.state === 'asked' ? questions : []) {
      if (numbers.has(questionId(kind, key))) continue;
      const number = numbers.size + 1;
      numbers.set(questionId(kind, key), number);
      await this.database.query(
        'insert into agreements.agreement_import_question (import_id, number, kind, key, row_no, found, choices) values ($1, $2, $3, $4, $5, $6, $7)',
        [row.id, number, kind, key, rows[0] ?? null, JSON.stringify(found), JSON.stringify(choices)],
      );
    }
    return questions.map((question) => {
      const id = questionId(question.kind, question.key);
      return { ...question, number: numbers.get(id) ?? 0, remembered: question.answer !== null && !own.has(id) };
    });
  }

  /** Stores an answer; all answers of one request get the same time. Returns false when there is no such question. */
  async answer(importId: string, number: number, answer: ImportAnswer): Promise<boolean> {
    const changed = await this.database.query(
      'update agreements.agreement_import_question set answer = $3, answered_by = platform.person(), answered_at = $4 where import_id = $1 and number = $2 returning number',
      [importId, number, JSON.stringify(answer), this.clock.now()],
    );
    return changed.length > 0;
  }
}
