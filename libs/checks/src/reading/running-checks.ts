import type { FindingInput } from '../check.ts';
import type { Note, Reading } from '../cells/notes.ts';
import { cannotEvaluate } from '../checks/cannot-evaluate.ts';
import type { FileFacts, RowEvent, SheetFacts, Summary } from '../facts.ts';
import type { FindingLog } from '../findings/finding-log.ts';
import type { Line } from '../line.ts';
import type { CompiledPlan, PlannedCheck } from '../plan/compile-plan.ts';
import { termsChecks } from '../terms/terms-checks.ts';

type OnNote = (line: Line, field: number, reading: Reading) => void;

/** The checks of one plan, subscribed to the events of one file. */
export interface RunningChecks {
  file(facts: FileFacts): void;
  sheet(facts: SheetFacts): void;
  row(event: RowEvent): void;
  line(line: Line): void;
  end(summary: Summary): void;
}

const UNKNOWN_CAUSES_MAX = 10_000;

/** Returns a function that reports once per cause that something cannot be evaluated. */
function reportOnce(plan: CompiledPlan, log: FindingLog): (input: FindingInput) => void {
  const off = termsChecks(plan.terms).some((each) => each.id === cannotEvaluate.id && each.severity === 'off');
  const causes = new Set<string>();
  return (input) => {
    const cause = input.cause ?? '';
    if (off || causes.has(cause) || causes.size >= UNKNOWN_CAUSES_MAX) return;
    causes.add(cause);
    log.add({ check: cannotEvaluate, severity: 'info', overridable: false, params: {} }, input);
  };
}

function asInfo(planned: PlannedCheck): PlannedCheck {
  return planned.severity === planned.check.severity ? { ...planned, severity: 'info', overridable: false } : planned;
}

/** Starts all checks of the plan. Hooks are grouped by event once, so that a line costs one loop. */
export function startChecks(plan: CompiledPlan, log: FindingLog): RunningChecks {
  const unknown = reportOnce(plan, log);
  const hooks = plan.checks.map((planned) =>
    planned.check.run({
      plan,
      params: planned.params,
      unknown,
      say: (input) => log.add(planned, input),
      tell: (input) => log.add(asInfo(planned), input),
    }),
  );
  const onLine = hooks.flatMap((each) => each.line ?? []);
  const onNote = new Map<Note, OnNote[]>();
  for (const each of hooks)
    for (const [note, run] of Object.entries(each.notes ?? {}))
      onNote.set(note as Note, [...(onNote.get(note as Note) ?? []), run]);
  const notes = (line: Line): void => {
    for (let field = 0; field < line.readings.length; field += 1) {
      const reading = line.readings[field];
      if (!reading?.notes) continue;
      for (const note of reading.notes) for (const run of onNote.get(note) ?? []) run(line, field, reading);
    }
  };
  return {
    file: (facts) => hooks.forEach((each) => each.file?.(facts)),
    sheet: (facts) => hooks.forEach((each) => each.sheet?.(facts)),
    row: (event) => hooks.forEach((each) => each.row?.(event)),
    line: (line) => {
      notes(line);
      for (const run of onLine) run(line);
    },
    end: (summary) => hooks.forEach((each) => each.end?.(summary)),
  };
}
