import type { Chapter } from '../latent/history.ts';
import type { Obligation } from '../setting/obligations.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { Supplier } from '../setting/supplier.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { addDays, monthOf, periodRange } from '../values/calendar.ts';
import type { WorldFile } from '../world-file.ts';
import { belongsTo, manifestEntry, type ManifestEntry } from './manifest.ts';
import { reportPath, writeReport } from './write-report.ts';

/** Yields every report file of the span, in the order of the schedule. Adds the manifest entries to `entries`. */
export function* writeReports(chapter: Chapter, book: TruthBook, entries: ManifestEntry[]): Generator<WorldFile> {
  const { scenario, span } = chapter;
  for (const submission of scenario.submissions) {
    if (!span.months.includes(lastMonthOf(submission.period))) continue;
    const obligation = scenario.obligations.find((one) => belongsTo(submission, one)) as Obligation;
    const written = submission.nil ? null : writeReport(chapter, obligation, submission, book);
    if (written) yield { path: written.path, bytes: written.bytes };
    if (submission.nil)
      book.plant('nil-contradicted', 'reports/manifest.json', {
        written: `${submission.supplier} ${submission.period}`,
      });
    entries.push(manifestEntry(scenario, submission, written));
  }
}

const lastMonthOf = (period: string): string => monthOf(addDays(periodRange(period).end, -1));

/** Returns the paths of the accepted reports. */
export const acceptedPaths = ({ submissions, suppliers }: Scenario): ReadonlySet<string> =>
  new Set(
    submissions
      .filter(({ outcome }) => outcome === 'accepted')
      .map((one) => {
        const supplier = suppliers.find(({ key }) => key === one.supplier) as Supplier;
        return reportPath(supplier, one, supplier.form(one.period));
      }),
  );
