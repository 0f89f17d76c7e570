import { Service, inject, signal } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { reportVersionsFile, reportVersionsReadingOptions, reportVersionsShow } from '@tallgrunn/api-client/calls';
import { questionKey, type ColumnMapping, type Patch } from '@tallgrunn/checks';
import { ChosenFiles, newChosenFile } from './selected-files.ts';
import { ReportStore } from './report-store.ts';

/** Continues from a submitted version: its file and reading options, so that quarantined rows can be corrected. */
@Service({ autoProvided: false })
export class LoadPreviousVersion {
  readonly #send = sender();
  readonly #files = inject(ChosenFiles);
  readonly #desk = inject(ReportStore);
  readonly #opened = signal(false);
  readonly #problem = signal<Problem | null>(null);
  readonly opened = this.#opened.asReadonly();
  readonly problem = this.#problem.asReadonly();

  async open(obligationId: string, versionId: string): Promise<void> {
    this.#problem.set(null);
    const restored = await this.#files.recall(obligationId);
    if (restored?.amends !== versionId) {
      try {
        const [version, answers, bytes] = await Promise.all([
          this.#send(reportVersionsShow, { versionId }),
          this.#send(reportVersionsReadingOptions, { versionId }),
          this.#send(reportVersionsFile, { versionId }),
        ]);
        const patches = answers.patches as unknown as readonly Patch[];
        const changes = patches.filter(({ set }) => set !== 'override');
        this.#files.keep(obligationId, {
          ...newChosenFile(new File([bytes], version.file?.name ?? 'report')),
          remembered: [],
          amends: versionId,
          mapping: answers.mapping as unknown as readonly ColumnMapping[],
          changes:
            changes.length > 0
              ? [{ code: '', fix: null, choice: version.number ?? '', count: changes.length, patches: changes }]
              : [],
          overrides: patches.flatMap((patch) =>
            patch.set === 'override' ? [{ code: patch.code, cause: patch.cause }] : [],
          ),
          reasons: new Map(version.confirmations.map((given) => [questionKey(given), given.reason])),
        });
      } catch (error) {
        this.#problem.set(problemOf(error));
      }
    }
    this.#opened.set(this.#problem() === null);
    this.#desk.open(obligationId);
  }
}
