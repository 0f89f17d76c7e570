import { Injectable } from '@nestjs/common';
import { AuditLog, Database, Problem, type Issue } from '@tallgrunn/platform';
import { isDate, OrgNumber } from '@tallgrunn/values';
import type { ImportAnswer } from './import-questions.ts';
import { readOptionPeriods } from './option-periods.ts';
import { PlanImport, type ImportRow, type NumberedQuestion, type PlannedImport } from './plan-import.ts';
import { registerFieldNames, type RegisterProfile } from './register-fields.ts';

export interface NumberedAnswer extends ImportAnswer {
  readonly number: number;
}

/** Changes an import that is not applied: its column mapping, the answers to its questions, or discards it. */
@Injectable()
export class ChangeImport {
  constructor(
    private readonly database: Database,
    private readonly plan: PlanImport,
    private readonly audit: AuditLog,
  ) {}

  async columns(importId: string, columns: Readonly<Record<string, string>>): Promise<PlannedImport> {
    const row = await this.#open(importId);
    const { reading } = await this.plan.run(row);
    const unknownColumns = Object.entries(columns).filter(
      ([field, heading]) => !registerFieldNames.some((each) => each === field) || !reading.headings.includes(heading),
    );
    if (unknownColumns.length > 0)
      throw new Problem(
        422,
        'import-columns-unknown',
        {},
        unknownColumns.map(([field, heading]) => ({ code: 'column-missing', path: field, params: { found: heading } })),
      );
    const profile: RegisterProfile = { columns };
    await this.database.query('update agreements.agreement_import set profile = $2 where id = $1', [
      importId,
      JSON.stringify(profile),
    ]);
    return this.plan.run({ ...row, profile });
  }

  async answers(importId: string, answers: readonly NumberedAnswer[]): Promise<PlannedImport> {
    const row = await this.#open(importId);
    const { questions } = await this.plan.run(row);
    const issues = answers.flatMap((answer) =>
      faultOf(
        answer,
        questions.find(({ number }) => number === answer.number),
      ),
    );
    if (issues.length > 0) throw new Problem(422, 'import-answers-invalid', {}, issues);
    for (const { number, choice, text } of answers)
      await this.plan.answer(importId, number, { choice, ...(text?.trim() && { text: text.trim() }) });
    return this.plan.run(row);
  }

  async discard(importId: string): Promise<void> {
    await this.#open(importId);
    await this.database.query(`update agreements.agreement_import set state = 'dropped' where id = $1`, [importId]);
    await this.audit.record({ act: 'agreement-import.discarded', subject: { kind: 'agreement-import', id: importId } });
  }

  async #open(importId: string): Promise<ImportRow> {
    const row = await this.plan.row(importId, { hold: true });
    if (row.state !== 'asked') throw new Problem(409, 'import-closed', { state: row.state });
    return row;
  }
}

/** Returns an issue when the typed answer is not of the requested type: a day, a period, an organisation number. */
function faultOf({ number, choice, text = '' }: NumberedAnswer, question: NumberedQuestion | undefined): Issue[] {
  const path = `answers.${number}`;
  if (!question?.choices.some(({ id }) => id === choice))
    return [{ code: 'choice-unknown', path, params: { found: choice } }];
  if (choice !== 'text') return [];
  if (question.kind.startsWith('org-number')) {
    const { problem } = OrgNumber.parse(text, { testNumbers: true });
    return problem ? [{ code: `org-number-${problem}`, path, params: { found: text } }] : [];
  }
  if (question.kind === 'option-doubtful')
    return isDate(text.trim()) || readOptionPeriods(text) !== null
      ? []
      : [{ code: 'not-a-period', path, params: { found: text } }];
  const isDay = ['day-doubtful', 'start-missing', 'option-without-end'].includes(question.kind);
  return text.trim() === '' || (isDay && !isDate(text.trim()))
    ? [{ code: isDay ? 'not-a-day' : 'text-missing', path, params: { found: text } }]
    : [];
}
