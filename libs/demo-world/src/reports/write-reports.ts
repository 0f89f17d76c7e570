import type { LatentWorld } from '../latent/world.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import type { WorldFile } from '../world-file.ts';
import { jsonFile } from '../writing/json.ts';
import { manifestEntry, manifestOf } from './manifest.ts';
import { submissions } from './schedule.ts';
import { formOf } from './forms.ts';
import { reportPath, writeReport } from './write-report.ts';

/** Every report file of the schedule, then the manifest. */
export function* writeReports(world: LatentWorld, book: TruthBook): Generator<WorldFile> {
  const entries = [];
  for (const submission of submissions) {
    const written = submission.nil ? null : writeReport(world, submission, book);
    if (written) yield { path: written.path, bytes: written.bytes };
    if (submission.nil) book.plant('nil-contradicted', 'reports/manifest.json', { written: `${submission.supplier} ${submission.period}` });
    entries.push(manifestEntry(submission, written));
  }
  yield jsonFile('reports/manifest.json', manifestOf(entries));
}

/** Paths of the reports that were accepted: those that count. */
export const acceptedPaths = (): ReadonlySet<string> =>
  new Set(submissions.filter(({ outcome }) => outcome === 'accepted').map((one) => reportPath(one, formOf(one.supplier, one.period))));
