import { checkReport, isReadProblem, splitReport, verdictOfReadProblem, type CheckOptions, type Finding, type Verdict } from '@tallgrunn/checks';
import { blobSource, openTable } from '@tallgrunn/tabular';
import { distinct } from './distinct.ts';
import type { Asked, FileAsked, GroupName, Said, SheetSample, SplitAsked } from './check-messages.ts';
import { structureAlone } from './structure-alone.ts';
import { watchedTable } from './watched-table.ts';

export const findingsAtOnce = 100;
const tellEveryMs = 120;

/** Checks a file and answers questions about what it found. Pure but for reading the file; runs in a worker, and in tests without one. */
export class FileCheck {
  readonly #say: (said: Said) => void;
  #findings: readonly Finding[] = [];

  constructor(say: (said: Said) => void) {
    this.#say = say;
  }

  async hear(asked: Asked): Promise<void> {
    if (asked.ask === 'check') return this.#check(asked);
    if (asked.ask === 'split') return this.#split(asked);
    const findings = this.#of(asked.group);
    if (asked.ask === 'findings') this.#say({ said: 'findings', id: asked.id, findings: findings.slice(asked.from, asked.from + findingsAtOnce) });
    else this.#say({ said: 'patches', id: asked.id, patches: distinct(findings.flatMap((finding) => finding.fix?.patches ?? [])) });
  }

  async #check(asked: FileAsked): Promise<void> {
    try {
      const samples: SheetSample[] = [];
      const { findings, further: _placedOnly, ...verdict } = await this.#verdict(asked, samples);
      this.#findings = findings;
      this.#say({ said: 'checked', checked: { ...verdict, samples } });
    } catch {
      this.#say({ said: 'fell' });
    }
  }

  /** Divides a file among reports; one that cannot be read says why. */
  async #split({ file, duties }: SplitAsked): Promise<void> {
    let toldAt = 0;
    const tell = (rows: number): void => {
      if (Date.now() - toldAt < tellEveryMs) return;
      toldAt = Date.now();
      this.#say({ said: 'rows', rows });
    };
    try {
      this.#say({ said: 'split', split: await splitReport(await openTable(blobSource(file), file.name), duties, tell) });
    } catch (problem) {
      const [first] = duties;
      if (isReadProblem(problem) && first) this.#say({ said: 'unreadable', finding: verdictOfReadProblem(problem, first.terms).findings[0] ?? null });
      else this.#say({ said: 'fell' });
    }
  }

  async #verdict({ file, terms, context, answers, share }: FileAsked, samples: SheetSample[]): Promise<Verdict> {
    let toldAt = 0;
    const options: CheckOptions = {
      terms: context ? terms : structureAlone(terms),
      ...(context && { context }),
      ...(answers.mapping.length > 0 && { mapping: answers.mapping }),
      patches: answers.patches,
      ...(share && { share }),
      onProgress: ({ rows }) => {
        if (Date.now() - toldAt < tellEveryMs) return;
        toldAt = Date.now();
        this.#say({ said: 'rows', rows });
      },
    };
    try {
      const table = await openTable(blobSource(file), file.name);
      this.#say({ said: 'opened', file: { format: table.format, sheets: table.sheets.length, encoding: table.encoding ?? null, delimiter: table.delimiter ?? null } });
      return await checkReport(watchedTable(table, samples), options);
    } catch (problem) {
      if (isReadProblem(problem)) return verdictOfReadProblem(problem, options.terms, options.context);
      throw problem;
    }
  }

  #of({ code, severity, cause }: GroupName): readonly Finding[] {
    return this.#findings.filter((finding) => finding.code === code && finding.severity === severity && (finding.cause ?? '') === cause);
  }
}
