import { nilButBooked } from './checks/nil-but-booked.ts';
import type { CheckContext } from './context.ts';
import { FindingLog } from './findings/finding-log.ts';
import { compilePlan } from './plan/compile-plan.ts';
import type { Plan } from './plan/plan.ts';
import { bookedAmountsByBuyer } from './reading/booked-spend.ts';
import { reportReadProblem } from './reading/general-findings.ts';
import { ReportTotals } from './reading/totals.ts';
import { problemParams } from './read-problem.ts';
import type { ReadProblemLike } from './read-problem.ts';
import type { Terms } from './terms.ts';
import { engineVersion } from './check-result.ts';
import type { CheckResult } from './check-result.ts';

function checkResultOf(plan: Plan, log: FindingLog): CheckResult {
  const stopped = log.fileBlocks > 0;
  return {
    ok: !stopped && log.rowBlocks === 0,
    rows: 0,
    accepted: 0,
    quarantined: 0,
    totals: new ReportTotals(plan).totals(stopped),
    findings: log.findings,
    counts: Object.fromEntries(log.counts),
    further: [],
    groups: log.groupList(),
    columns: [],
    sheets: [],
    terms: plan.termsId,
    context: plan.contextHash === null ? null : { hash: plan.contextHash },
    engine: engineVersion,
  };
}

/** Checks a nil return against the amounts that the buyers have booked, when the context has them. */
export function checkNilReturn(terms: Terms, context?: CheckContext): CheckResult {
  const plan = compilePlan(terms, context);
  const log = new FindingLog();
  const planned = plan.checks.find((each) => each.check.id === nilButBooked.id);
  for (const { buyer, amount: certainAmount, evidence, early } of planned ? bookedAmountsByBuyer(plan) : []) {
    const amount = certainAmount + early.amount;
    if (amount < Number(planned!.params.amountMin)) continue;
    const { until, ...behind } = evidence;
    const params = {
      buyer: plan.buyers.name(buyer),
      ...(certainAmount > 0 && { booked: certainAmount, ...behind }),
      ...(early.amount > 0 && { early: early.amount, ...early.evidence }),
      ...(until !== undefined && { until }),
    };
    log.add(planned!, { amount, expected: amount.toFixed(2), params, cause: plan.buyers.key(buyer) });
  }
  return checkResultOf(plan, log);
}

/**
 * Returns the check result of an unreadable file: one finding with the reason. `problem` is the error that `openTable`
 * threw.
 */
export function checkResultOfReadProblem(problem: ReadProblemLike, terms: Terms, context?: CheckContext): CheckResult {
  const log = new FindingLog();
  reportReadProblem(log, problem.code, problemParams(problem));
  return checkResultOf(compilePlan(terms, context), log);
}
