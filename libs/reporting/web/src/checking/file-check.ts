import {
  FileRedactor,
  FileInspection,
  ExcludedRows,
  annotateFindings,
  customerHash,
  withExcluded,
  checkReport,
  compilePlan,
  customersOf,
  redactedTable,
  isReadProblem,
  inspectedTable,
  splitReport,
  checkResultOfReadProblem,
  findBranch,
  type BranchMatch,
  type BranchName,
  type CheckContext,
  type CheckOptions,
  type ColumnMapping,
  type CorrectedCell,
  type InspectedCustomer,
  type Finding,
  type FindingGroup,
  type CheckResult,
} from '@tallgrunn/checks';
import { annotateFile, blobSource, openTable, type TableFile } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { distinctPatches } from './distinct-patches.ts';
import type {
  WorkerRequest,
  RedactionPreview,
  CheckFileRequest,
  FileToSend,
  GroupName,
  WorkerResponse,
  SheetSample,
  SplitFileRequest,
} from './check-messages.ts';
import { fileToSend } from './file-to-send.ts';
import { gridRows, type GridRows } from '../row-grid/grid-rows.ts';
import { TextOccurrences } from './texts-met.ts';
import { structureChecksOnly } from './structure-checks.ts';
import { samplingTable } from './sampling-table.ts';

export const findingsPageSize = 100;
const othersMax = 1_000;
const reportEveryMs = 120;
const answersMax = 2_000;
const noRedaction: RedactionPreview = {
  facts: { rows: 0, columns: [], cells: 0, unused: [], sheets: 0, leftOut: 0 },
  others: [],
  othersCount: 0,
  doubtful: [],
  remembered: [],
};

/** The data from which the file to upload is made. */
interface RedactionBasis {
  readonly asked: CheckFileRequest;
  readonly look: FileInspection;
  readonly by: FileRedactor;
  readonly leftOut: ExcludedRows;
}

/**
 * Checks a file and answers queries about its findings. Reads the file and has no other side effects; runs in a worker,
 * and in tests without one.
 */
export class FileCheck {
  readonly #receive: (said: WorkerResponse) => void;
  #findings: readonly Finding[] = [];
  #cut: RedactionBasis | null = null;
  #groups: readonly FindingGroup[] = [];
  #file: File | null = null;
  #columns: readonly ColumnMapping[] = [];
  /** Cells corrected outside the file. */
  #corrected: readonly CorrectedCell[] = [];

  constructor(say: (said: WorkerResponse) => void) {
    this.#receive = say;
  }

  async hear(asked: WorkerRequest): Promise<void> {
    if (asked.ask === 'check') return this.#check(asked);
    if (asked.ask === 'to-send') return this.#toSend(asked);
    if (asked.ask === 'split') return this.#split(asked);
    if (asked.ask === 'branch')
      return this.#receive({ said: 'branch', id: asked.id, branch: await this.#branch(asked.file, asked.branches) });
    if (asked.ask === 'rows') return this.#receive({ said: 'grid', id: asked.id, grid: await this.#rows(asked.keep) });
    if (asked.ask === 'annotated')
      return this.#receive({ said: 'annotated', id: asked.id, bytes: await this.#annotated(asked.language) });
    const findings = this.#of(asked.group);
    if (asked.ask === 'findings')
      this.#receive({
        said: 'findings',
        id: asked.id,
        findings: findings.slice(asked.from, asked.from + findingsPageSize),
      });
    else
      this.#receive({
        said: 'patches',
        id: asked.id,
        patches: distinctPatches(findings.flatMap((finding) => finding.fix?.patches ?? [])),
      });
  }

  async #check(asked: CheckFileRequest): Promise<void> {
    try {
      const samples: SheetSample[] = [];
      const met = new TextOccurrences(asked.answers.patches);
      const { verdict: whole, cut } = await this.#verdict(asked, samples, met);
      const { findings, further: _placedOnly, ...verdict } = whole;
      this.#findings = findings;
      this.#groups = verdict.groups;
      this.#file = asked.file;
      this.#columns = verdict.columns;
      this.#corrected = met.corrected();
      this.#receive({ said: 'checked', checked: { ...verdict, samples, cut, met: met.list() } });
    } catch {
      this.#receive({ said: 'fell' });
    }
  }

  /** Returns the branch of a file. For an unreadable file only the name is used; its check reports the reason. */
  async #branch(file: File, branches: readonly BranchName[]): Promise<BranchMatch> {
    const table = await openTable(blobSource(file), file.name).catch(() => null);
    return findBranch(table, file.name, branches).catch(() => findBranch(null, file.name, branches));
  }

  async #rows(keep: readonly string[]): Promise<GridRows | null> {
    const file = this.#file;
    if (!file) return null;
    try {
      return await gridRows(await openTable(blobSource(file), file.name), this.#findings, this.#columns, keep);
    } catch (problem) {
      if (isReadProblem(problem)) return null;
      throw problem;
    }
  }

  /** Returns the file with its findings; null when it cannot be annotated. */
  async #annotated(language: Language): Promise<Blob | null> {
    const file = this.#file;
    if (!file) return null;
    try {
      const annotations = await annotateFindings({
        findings: () => this.#findings,
        groups: this.#groups,
        language,
        corrected: this.#corrected,
      });
      const pieces: BlobPart[] = [];
      for await (const piece of annotateFile(blobSource(file), file.name, annotations)) pieces.push(piece as BlobPart);
      return new Blob(pieces);
    } catch (problem) {
      if (isReadProblem(problem)) return null;
      throw problem;
    }
  }

  /** Divides a file among reports; posts the finding when it cannot be read. */
  async #split({ file, obligations }: SplitFileRequest): Promise<void> {
    let reportedAt = 0;
    const reportProgress = (rows: number): void => {
      if (Date.now() - reportedAt < reportEveryMs) return;
      reportedAt = Date.now();
      this.#receive({ said: 'rows', rows });
    };
    try {
      this.#receive({
        said: 'split',
        split: await splitReport(await openTable(blobSource(file), file.name), obligations, reportProgress),
      });
    } catch (problem) {
      const [first] = obligations;
      if (isReadProblem(problem) && first)
        this.#receive({
          said: 'unreadable',
          finding: checkResultOfReadProblem(problem, first.terms).findings[0] ?? null,
        });
      else this.#receive({ said: 'fell' });
    }
  }

  async #verdict(
    asked: CheckFileRequest,
    samples: SheetSample[],
    met: TextOccurrences,
  ): Promise<{ verdict: CheckResult; cut: RedactionPreview }> {
    const { file, terms } = asked;
    const options = this.#options(asked);
    this.#cut = null;
    try {
      const table = await openTable(blobSource(file), file.name);
      this.#receive({
        said: 'opened',
        file: {
          format: table.format,
          sheets: table.sheets.length,
          encoding: table.encoding ?? null,
          delimiter: table.delimiter ?? null,
        },
      });
      if (asked.typed) return { verdict: await checkReport(samplingTable(table, samples), options), cut: noRedaction };
      const look = new FileInspection(
        compilePlan(terms, contextWithExclusions(asked), options.patches),
        table,
        options.mapping,
        asked.division,
      );
      const leftOut = new ExcludedRows();
      const verdict = await checkReport(samplingTable(inspectedTable(table, look), samples, met), {
        ...options,
        onLine: (line) => leftOut.add(line),
      });
      look.end();
      return await this.#cutAway(asked, look, { verdict, leftOut });
    } catch (problem) {
      if (isReadProblem(problem))
        return { verdict: checkResultOfReadProblem(problem, options.terms, options.context), cut: noRedaction };
      throw problem;
    }
  }

  /**
   * Redacts the file. When rows are removed, the check result is that of the redacted file, as the server will compute
   * it. Columns that are not read change nothing.
   */
  async #cutAway(
    asked: CheckFileRequest,
    look: FileInspection,
    whole: { readonly verdict: CheckResult; readonly leftOut: ExcludedRows },
  ): Promise<{ verdict: CheckResult; cut: RedactionPreview }> {
    const remembered = rememberedCustomers(asked, look);
    const said = new Map([
      ...remembered.filter(({ ours }) => ours).map(({ key }) => [key, 'ours'] as const),
      ...(asked.answers.customers ?? []),
    ]);
    const redactedFile = new FileRedactor(look, { answers: said, removed: removedRows(asked) });
    // The server checks the customers of a large file only after upload, so the user is asked here about every customer
    // not clearly in the cooperative.
    const { others, doubtful } = customersOf(look, said, asked.context === null);
    const { verdict, leftOut } = redactedFile.changesLines ? await this.#checkCut(asked, redactedFile) : whole;
    this.#cut = {
      asked: { ...asked, answers: { ...asked.answers, customers: [...said] } },
      look,
      by: redactedFile,
      leftOut,
    };
    const known = new Set(remembered.map(({ key }) => key));
    const isAsked = ({ key }: InspectedCustomer): boolean =>
      !known.has(key) || asked.answers.customers?.some(([answered]) => answered === key) === true;
    return {
      verdict,
      cut: {
        facts: redactedFile.facts,
        others: others.slice(0, othersMax),
        othersCount: others.length,
        doubtful: doubtful.filter(isAsked),
        remembered: remembered.map(({ hash, name, rows }) => ({ hash, name, rows })),
      },
    };
  }

  async #checkCut(
    asked: CheckFileRequest,
    redactedFile: FileRedactor,
  ): Promise<{ verdict: CheckResult; leftOut: ExcludedRows }> {
    const leftOut = new ExcludedRows();
    const verdict = await checkReport(redactedTable(await this.#open(asked.file), redactedFile), {
      ...this.#options(asked),
      withheld: redactedFile.facts.columns,
      onLine: (line) => leftOut.add(line),
    });
    return { verdict, leftOut };
  }

  #open(file: File): Promise<TableFile> {
    return openTable(blobSource(file), file.name);
  }

  async #toSend({ id, leaveOut }: Extract<WorkerRequest, { ask: 'to-send' }>): Promise<void> {
    const toSend = this.#cut && (await this.#fileToSend(this.#cut, leaveOut).catch(() => null));
    this.#receive({ said: 'to-send', id, toSend });
  }

  /**
   * Builds the file to upload. Quarantined rows are removed when `leaveOut` is set; the result is then checked again.
   */
  async #fileToSend(
    { asked, look, by: redactedFile, leftOut }: RedactionBasis,
    leaveOut: boolean,
  ): Promise<FileToSend> {
    const answers = new Map(asked.answers.customers);
    const isWithout = leaveOut && leftOut.count > 0;
    const sent = isWithout ? new FileRedactor(look, { answers, leftOut, removed: removedRows(asked) }) : redactedFile;
    const after = isWithout ? (await this.#checkCut(asked, sent)).verdict : null;
    const {
      file,
      cut,
      answers: along,
    } = await fileToSend(asked.file, { cut: sent, answers: asked.answers, groups: after?.groups ?? this.#groups });
    const named = (wanted: 'ours' | 'others') =>
      [...look.customers.values()].flatMap(({ key, name }) =>
        answers.get(key) === wanted && name !== '' ? [name] : [],
      );
    const hashes = (names: readonly string[]) =>
      [...new Set(names.map((name) => customerHash(contextWithExclusions(asked) ?? {}, name)))].slice(0, answersMax);
    const [excluded, included] = [
      hashes([...named('others'), ...(asked.answers.excluded ?? [])]),
      hashes(named('ours')),
    ];
    const answered = { ...cut, ...(excluded.length > 0 && { excluded }), ...(included.length > 0 && { included }) };
    if (!after) return { file, cut: answered, answers: along };
    const { findings: _findings, further: _further, ...verdict } = after;
    return { file, cut: answered, answers: along, verdict };
  }

  #options({ terms, context, answers, share }: CheckFileRequest): CheckOptions {
    let reportedAt = 0;
    return {
      terms: context ? terms : structureChecksOnly(terms),
      ...(context && { context }),
      ...(answers.mapping.length > 0 && { mapping: answers.mapping }),
      patches: answers.patches,
      ...(share && { share }),
      onProgress: ({ rows }) => {
        if (Date.now() - reportedAt < reportEveryMs) return;
        reportedAt = Date.now();
        this.#receive({ said: 'rows', rows });
      },
    };
  }

  #of({ code, severity, cause }: GroupName): readonly Finding[] {
    return this.#findings.filter(
      (finding) => finding.code === code && finding.severity === severity && (finding.cause ?? '') === cause,
    );
  }
}

/** Returns the customers in the file that were answered in an earlier one. */
function rememberedCustomers(
  { buyers, context, answers }: CheckFileRequest,
  look: FileInspection,
): {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly hash: string;
  readonly ours: boolean;
}[] {
  const known = buyers ?? context;
  const [yes, no] = [new Set(answers.ours), new Set(known?.excludedCustomers?.hash)];
  if (!known || yes.size + no.size === 0) return [];
  return [...look.customers.values()].flatMap(({ key, name, rows }) => {
    if (name === '') return [];
    const hash = customerHash(known, name);
    return yes.has(hash) || no.has(hash) ? [{ key, name, rows, hash, ours: yes.has(hash) }] : [];
  });
}

/** Rows that a person removed one by one. */
const removedRows = ({ answers }: CheckFileRequest) => answers.patches.filter((patch) => patch.set === 'leave-out');

/** Returns the context for assessing customers, including those excluded in this check. */
function contextWithExclusions({ buyers, context, answers }: CheckFileRequest): CheckContext | undefined {
  const known = buyers ?? context;
  return known ? withExcluded(known, answers.excluded ?? []) : undefined;
}
