import type { Said } from '../check.ts';
import type { Note, Reading } from '../cells/notes.ts';
import { cannotBeJudged } from '../checks/cannot-be-judged.ts';
import type { FileFacts, RowEvent, SheetFacts, Summary } from '../facts.ts';
import type { FindingLog } from '../findings/finding-log.ts';
import type { Line } from '../line.ts';
import type { CompiledPlan, PlannedCheck } from '../plan/compile-plan.ts';

type OnNote = (line: Line, field: number, reading: Reading) => void;

/** The checks of one plan, subscribed to the events of one file. */
export interface RunningChecks {
  file(facts: FileFacts): void;
  sheet(facts: SheetFacts): void;
  row(event: RowEvent): void;
  line(line: Line): void;
  end(summary: Summary): void;
}

const unknownMax = 10_000;

/** Returns a function that reports once per cause that something cannot be evaluated. */
function sayOnce(plan: CompiledPlan, log: FindingLog): (said: Said) => void {
  const off = plan.terms.checks?.some((each) => each.id === cannotBeJudged.id && each.severity === 'off');
  const causes = new Set<string>();
  return (said) => {
    const cause = said.cause ?? '';
    if (off || causes.has(cause) || causes.size >= unknownMax) return;
    causes.add(cause);
    log.add({ check: cannotBeJudged, severity: 'info', overridable: false, params: {} }, said);
  };
}

function asTold(planned: PlannedCheck): PlannedCheck {
  return planned.severity === planned.check.severity ? { ...planned, severity: 'info', overridable: false } : planned;
}

/** Starts all checks of the plan. Hooks are grouped by event once, so that a line costs one loop. */
export function startChecks(plan: CompiledPlan, log: FindingLog): RunningChecks {
  const unknown = sayOnce(plan, log);
  const hooks = plan.checks.map((planned) =>
    planned.check.run({
      plan,
      params: planned.params,
      unknown,
      say: (said) => log.add(planned, said),
      tell: (said) => log.add(asTold(planned), said),
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
