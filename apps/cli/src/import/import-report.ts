import type { INestApplicationContext } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { Database, Problem, UnitOfWork, type Actor } from '@tallgrunn/platform';
import {
  parseReadingOptions,
  parseFindingResponses,
  ReceiveVersion,
  ShowVersion,
  SubmitVersion,
} from '@tallgrunn/reporting-server';
import { limits } from '@tallgrunn/values';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { readJson } from '../read-json.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { findOrganisation } from './find-organisation.ts';
import { importFiles, type ImportOne } from './import-files.ts';

const help = `Usage: npm run -s tallgrunn -- import report FILE... --period P [--agreement N] [--supplier WHO] [--submit] [--reason TEXT] [--as EMAIL] --json

Imports reports as new versions for an obligation, and checks them. With --submit a version without open questions is submitted.

  --period P       the obligation's period: 2026-03, 2026-Q1
  --agreement N    the agreement's number, where the supplier must report for several
  --supplier WHO   organisation number or name; not needed when --as acts for a supplier
  --submit         submit what can be submitted; needs --as with a person of the supplier
  --leave-out-rows submit although rows are excluded
  --answers FILE   JSON {"answers", "confirmations"}, as the API takes them: which column is which, and why a finding that asks is right
  --amend          the files contain only lines that are new or changed; the other submitted lines are kept
  --reason TEXT    why, where the period has been reported before
${actingHelp}

Each line: {file, kind, ok, submitted, version}. ok is false when the check stops the file or excludes rows.`;

interface RequestedReport {
  period: string;
  agreement: string | undefined;
  supplierId: string;
}

async function findObligation(
  app: INestApplicationContext,
  actor: Actor,
  { period, agreement, supplierId }: RequestedReport,
): Promise<string> {
  const rows = await app.get(UnitOfWork, { strict: false }).run(actor, () =>
    app.get(Database, { strict: false }).query<{ id: string; number: string }>(
      `select d.id, a.number from agreements.door_reporting_obligation d join agreements.door_agreement a on a.id = d.agreement_id
       where d.supplier_id = $1 and d.period_key = $2 and ($3::text is null or a.number = $3) order by a.number`,
      [supplierId, period, agreement ?? null],
    ),
  );
  const [only, ...others] = rows;
  if (!only)
    throw new WrongUsage(`No report is due for ${period}${agreement === undefined ? '' : ` under ${agreement}`}.`);
  if (others.length > 0)
    throw new WrongUsage(`State with --agreement which one: ${rows.map(({ number }) => number).join(', ')}.`);
  return only.id;
}

/**
 * Reads from a file what a person would decide on the page: `answers` assign columns and change cells, `confirmations`
 * give reasons for findings. The format is that of the API. @throws WrongUsage
 */
async function answersOf(file: string | undefined) {
  if (file === undefined) return { answers: {}, confirmations: [] };
  const json = await readJson('--answers', file);
  const { answers, confirmations, ...others } = (typeof json === 'object' && json !== null ? json : {}) as Record<
    string,
    unknown
  >;
  const [other] = Object.keys(others);
  if (typeof json !== 'object' || json === null || Array.isArray(json) || other !== undefined)
    throw new WrongUsage(
      `--answers ${file}: ${other === undefined ? 'a JSON object' : `"${other}" is not known; it`} has "answers" and "confirmations", each where it is needed.`,
    );
  try {
    return {
      answers: parseReadingOptions(answers === undefined ? undefined : JSON.stringify(answers)),
      confirmations: parseFindingResponses(confirmations === undefined ? undefined : JSON.stringify(confirmations)),
    };
  } catch (error) {
    throw error instanceof Problem
      ? new WrongUsage(`--answers ${file}: ${error.code}, ${JSON.stringify(error.params)}.`)
      : error;
  }
}

/** Returns the findings that still need a person before the version can be submitted. */
function openQuestions<T extends { readonly severity: string }>(
  groups: readonly T[],
  { leavesOutRows, isConfirmed }: { readonly leavesOutRows: boolean; readonly isConfirmed: boolean },
): T[] {
  return groups.filter(
    ({ severity }) =>
      severity !== 'info' && !(severity === 'blocksRow' && leavesOutRows) && !(severity === 'confirm' && isConfirmed),
  );
}

/** Returns the supplier of the reports: the named one, or the one the person acts for. @throws WrongUsage */
async function findSupplier(app: INestApplicationContext, actor: Actor, named: string | undefined): Promise<string> {
  if (named !== undefined) return findOrganisation(app, actor, 'supplier', '--supplier', named);
  if (actor.side !== 'supplier' || actor.organisationId === null)
    throw new WrongUsage('State with --supplier whose reports these are.');
  return actor.organisationId;
}

const options = {
  period: { type: 'string' },
  agreement: { type: 'string' },
  supplier: { type: 'string' },
  submit: { type: 'boolean' },
  'leave-out-rows': { type: 'boolean' },
  answers: { type: 'string' },
  amend: { type: 'boolean' },
  reason: { type: 'string' },
  json: { type: 'boolean' },
  ...actingOptions,
} as const;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals: files } = parseArgs({ args: argv, options, allowPositionals: true });
  const leavesOutRows = values['leave-out-rows'] === true;
  const { period, agreement, submit = false } = values;
  if (period === undefined) throw new WrongUsage('--period is missing: say which period the reports are for.');
  const { answers, confirmations } = await answersOf(values.answers);
  if (submit && values.as === undefined) throw new WrongUsage('--submit needs --as: a person of the supplier submits.');
  const prepare = async (app: INestApplicationContext, actor: Actor): Promise<ImportOne> => {
    const supplierId = await findSupplier(app, actor, values.supplier);
    const obligationId = await findObligation(app, actor, { period, agreement, supplierId });
    const units = app.get(UnitOfWork, { strict: false });
    const work = runPendingJobs(app);
    return async (file) => {
      const { id } = await units.run(actor, () =>
        app
          .get(ReceiveVersion, { strict: false })
          .run(obligationId, file, answers, values.amend ? { way: 'amends' } : {}),
      );
      await work.until();
      const show = () => units.run(actor, () => app.get(ShowVersion, { strict: false }).run(id));
      const checked = await show();
      const isConfirmed = confirmations.length > 0;
      const questions = openQuestions(checked.verdict?.groups ?? [], { leavesOutRows, isConfirmed });
      if (submit && checked.correction && !values.reason)
        throw new WrongUsage(
          `${checked.correction.baseNumber ?? period} has been delivered for this period: say with --reason why it is corrected.`,
        );
      const submitted = submit && checked.state === 'checked' && questions.length === 0;
      if (submitted)
        await units.run(actor, () =>
          app.get(SubmitVersion, { strict: false }).run(id, {
            confirmations,
            leaveOutRows: leavesOutRows,
            ...(values.reason && { correction: { code: 'other', text: values.reason } }),
          }),
        );
      await work.until();
      const { progress: _, ...version } = submitted ? await show() : checked;
      return { ok: checked.verdict?.ok ?? false, submitted, version };
    };
  };
  return importFiles(
    { kind: 'report', files, acting: values, sizeBytesMax: limits.report.sizeBytesMax, prepare },
    output,
  );
}

export const importReport: Command = { help, run };
