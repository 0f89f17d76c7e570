import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import {
  columnRulesToLearn,
  type ColumnMapping,
  type RedactionSummary,
  type Finding,
  type FindingGroup,
  type FindingKind,
  type Patch,
  type UnusedColumn,
} from '@tallgrunn/checks';
import { columnName } from '@tallgrunn/tabular';
import { limits, type Language } from '@tallgrunn/values';
import type { GroupName } from '../checking/check-messages.ts';
import { distinctPatches } from '../checking/distinct-patches.ts';
import { CheckRun } from '../checking/check-run.ts';
import { noEdits, redo, undo, withEdits, type CellEdits, type CellPatch } from '../row-grid/cell-edits.ts';
import { CheckBasis } from './check-basis.ts';
import {
  ChosenFiles,
  replaceFile,
  patchesOf,
  newChosenFile,
  withRemembered,
  withoutRemembered,
  type FileEdit,
  type ChosenFile,
} from './selected-files.ts';
import { submissionReadiness } from './submission-readiness.ts';
import { RememberedAnswers, type RememberedAnswer } from './remembered.ts';
import { browserCheckResult, questionKeyOf, groupName, type ReportCheckResult } from './report-check-result.ts';
import { ServerFindings } from './server-findings.ts';

/** Limit of the answers field on the server, less a margin for the column mapping. */
const answersCharactersMax = 1_900_000;

/** State of one report page: the file, its settings, and the check result. */
@Service({ autoProvided: false })
export class ReportStore {
  readonly run = inject(CheckRun);
  readonly basis = inject(CheckBasis);
  readonly #files = inject(ChosenFiles);
  readonly #server = inject(ServerFindings);
  readonly #remembering = inject(RememberedAnswers);
  readonly #obligationId = signal('');
  #storedAs = '';
  readonly #chosen = signal<ChosenFile | null>(null);
  /** The server's check result, once it differs from the browser's or is the only full one. */
  readonly #serverResult = signal<ReportCheckResult | null>(null);
  readonly chosen = this.#chosen.asReadonly();
  readonly #recalled = signal(false);
  /** True when the file was restored from an earlier visit. */
  readonly recalled = this.#recalled.asReadonly();
  readonly file = computed(() => this.#chosen()?.file ?? null);
  /** False above the size limit: the browser then checks only structure and types, and the server the rest. */
  readonly whole = computed(() => (this.file()?.size ?? 0) <= limits.report.checkedInBrowserBytesMax);
  readonly verdict = computed(() => this.#serverResult() ?? this.#browserResult());
  readonly #browserResult = computed(() => {
    const checked = this.run.state() === 'checked' ? this.run.checked() : null;
    return checked && browserCheckResult(checked);
  });
  readonly readiness = computed(() => {
    const [verdict, chosen] = [this.verdict(), this.#chosen()];
    return verdict && chosen && submissionReadiness(verdict, chosen.reasons, chosen.leaveOutRows, this.rowsMayWait());
  });
  /** The redaction before upload, and the customers asked about. */
  readonly cut = computed(() => (this.run.state() === 'checked' ? (this.run.checked()?.cut ?? null) : null));
  /** Customers asked about and not yet answered. */
  readonly customersToAnswer = computed(() =>
    (this.cut()?.doubtful ?? []).filter(({ key }) => !this.#chosen()?.customers.has(key)),
  );
  /** True when the terms let valid rows be submitted while others await correction. */
  readonly rowsMayWait = computed(() => this.basis.known()?.terms.quarantine !== 'must-be-right');

  /** False when nothing is sent, because no one would read a reason. */
  readonly takesReasons = computed(() => !this.basis.known()?.isOpen);

  /**
   * Returns whether a kind of finding needs no more input: every question has a reason, or its rows are excluded
   * knowingly.
   */
  isSettled({ severity, groups }: FindingKind): boolean {
    const chosen = this.#chosen();
    if (severity === 'blocksRow') return (chosen?.leaveOutRows ?? false) && this.rowsMayWait();
    return severity === 'confirm' && groups.every((group) => chosen?.reasons.get(questionKeyOf(group))?.trim());
  }

  /** Columns whose content was not sent with the last upload. */
  readonly #stayed = signal<readonly UnusedColumn[]>([]);
  /** Headings of columns that are now used but were not sent: the file must be uploaded again. */
  readonly columnsToResend = computed(() => {
    const used = new Set(
      (this.verdict()?.columns ?? []).flatMap(({ sheet, columns }) =>
        Object.values(columns).map((column) => `${column} ${sheet}`),
      ),
    );
    return this.#stayed()
      .filter(({ sheet, column }) => used.has(`${column} ${sheet}`))
      .map(({ heading, column }) => heading || columnName(column + 1));
  });

  /** Records which columns were not sent. */
  noteSent({ unused, columns }: Pick<RedactionSummary, 'unused' | 'columns'>): void {
    this.#stayed.set([...unused, ...columns]);
  }

  /** True when there are more changes than can be sent with a file; the file itself must then be corrected. */
  readonly tooManyChanges = signal(false);

  /**
   * Applies changes at their source and returns those that could not be applied. By default all are stored with the
   * file.
   */
  changeAtSource: (patches: readonly Patch[]) => readonly Patch[] = (patches) => patches;

  constructor() {
    // A response that arrives after sign-out would otherwise give the file to the next user.
    inject(DestroyRef).onDestroy(inject(Session).whenLeft(() => this.#letGo()));
  }

  /**
   * Opens the obligation's file, if one was chosen.
   * @param keptAs storage key, when the obligation has more than one file
   */
  open(obligationId: string, keptAs = obligationId): void {
    if (this.#storedAs === keptAs) return;
    this.#obligationId.set(obligationId);
    this.#storedAs = keptAs;
    this.#recalled.set(false);
    this.run.forget();
    this.#stayed.set([]);
    this.#serverResult.set(null);
    this.#chosen.set(this.#files.of(keptAs));
    if (this.#chosen()) void this.#check();
  }

  /** Restores a file that was started before the page was left or reloaded. */
  async recall(): Promise<void> {
    const keptAs = this.#storedAs;
    if (this.#chosen()) return;
    const restored = await this.#files.recall(keptAs);
    if (!restored || this.#chosen() || this.#storedAs !== keptAs) return;
    this.#recalled.set(true);
    this.#chosen.set(restored);
    void this.#check();
  }

  /** Sets the file, replacing any previous one; its answers carry over. */
  choose(file: File): void {
    this.#recalled.set(false);
    this.#set(replaceFile(this.#chosen(), file, this.#columnEdits()));
    this.#stayed.set([]);
    this.run.forget();
    void this.#check();
  }

  /** Returns mapped columns by heading, because their position may differ in another file. */
  #columnEdits(): readonly FileEdit[] {
    const [terms, columns] = [this.basis.known()?.terms, this.verdict()?.columns];
    if (!terms || !columns || (this.#chosen()?.mapping.length ?? 0) === 0) return [];
    return columnRulesToLearn(terms, columns, [], true).map(({ heading, field }) => {
      const patches = [{ set: 'column', field, heading }] as const;
      return {
        code: 'column-missing',
        fix: { kind: 'remember-column', params: { heading, field }, patches },
        choice: '',
        count: 1,
        patches,
      };
    });
  }

  /** Replaces the file of a manual entry with its current rows, keeping its answers. */
  renew(file: File, mapping: ColumnMapping): void {
    this.#set({ ...(this.#chosen() ?? newChosenFile(file)), file, mapping: [mapping], typed: true });
    void this.#check();
  }

  forgetFile(): void {
    this.#files.forget(this.#storedAs);
    this.#letGo();
  }

  #letGo(): void {
    this.#chosen.set(null);
    this.#serverResult.set(null);
    this.run.forget();
  }

  checkAgain(): void {
    void this.#check();
  }

  pointOut(mapping: readonly ColumnMapping[]): void {
    this.#change((chosen) => ({ ...chosen, mapping }));
    void this.#check();
  }

  /** Resolves groups by their own fixes, or by the chosen patch. */
  async settle(
    groups: readonly FindingGroup[],
    choice?: { readonly label: string; readonly patch: Patch },
  ): Promise<void> {
    const change = await this.#changeOf(groups, choice);
    const patches = this.changeAtSource(change.patches);
    if (patches.length === 0) return;
    const changes = [...(this.#chosen()?.changes ?? []), { ...change, patches }];
    if (JSON.stringify(changes.flatMap(({ patches }) => patches)).length > answersCharactersMax)
      return this.tooManyChanges.set(true);
    this.#change((chosen) => ({ ...chosen, changes }));
    void this.#check();
  }

  readonly cellEdits = computed(() => this.#chosen()?.cells ?? noEdits);

  /** Edits cells, as one undo step. */
  editCells(edits: readonly CellPatch[]): void {
    this.#cells(withEdits(this.cellEdits(), edits));
  }

  undoCells(): void {
    this.#cells(undo(this.cellEdits()));
  }

  redoCells(): void {
    this.#cells(redo(this.cellEdits()));
  }

  #cells(cells: CellEdits): void {
    const chosen = this.#chosen();
    if (!chosen || cells.now === chosen.cells.now) return;
    if (JSON.stringify(patchesOf({ ...chosen, cells })).length > answersCharactersMax)
      return this.tooManyChanges.set(true);
    this.tooManyChanges.set(false);
    this.#change((before) => ({ ...before, cells }));
    void this.#check();
  }

  undo(change: FileEdit): void {
    this.tooManyChanges.set(false);
    this.#change((chosen) => ({ ...chosen, changes: chosen.changes.filter((other) => other !== change) }));
    void this.#check();
  }

  /**
   * Answers groups as correct, with a reason. Rows that they quarantined are then accepted for review, when the terms
   * allow it.
   */
  answer(groups: readonly FindingGroup[], reason: string): void {
    const overridden = groups.filter(({ severity, example }) => severity === 'blocksRow' && example.overridable);
    this.#change((chosen) => {
      const reasons = new Map(chosen.reasons);
      for (const group of groups) reasons.set(questionKeyOf(group), reason.trim());
      return {
        ...chosen,
        reasons,
        overrides: [
          ...chosen.overrides,
          ...overridden.map(({ code, example }) => ({ code, cause: example.cause ?? '' })),
        ],
      };
    });
    if (overridden.length > 0) void this.#check();
  }

  withdraw(group: FindingGroup): void {
    const { overridden } = group.example;
    this.#change((chosen) => ({
      ...chosen,
      reasons: new Map([...chosen.reasons].filter(([key]) => key !== questionKeyOf(group))),
      overrides: chosen.overrides.filter(
        ({ code, cause }) => code !== group.code || cause !== (group.example.cause ?? ''),
      ),
    }));
    if (overridden) void this.#check();
  }

  leaveOutRows(leaveOutRows: boolean): void {
    this.#change((chosen) => ({ ...chosen, leaveOutRows }));
  }

  /** Records whether customers belong to the cooperative; null withdraws the answer. */
  answerFor(keys: readonly string[], answer: 'ours' | 'others' | null): void {
    this.#change((chosen) => {
      const customers = new Map(chosen.customers);
      for (const key of keys)
        if (answer) customers.set(key, answer);
        else customers.delete(key);
      return { ...chosen, customers };
    });
    void this.#check();
  }

  /** Excludes a customer, by the name as written: its rows are not sent. */
  exclude(customer: string): void {
    this.#change((chosen) => ({ ...chosen, excluded: [...new Set([...(chosen.excluded ?? []), customer])] }));
    void this.#check();
  }

  /** Withdraws all exclusions of customers. */
  includeAll(): void {
    this.#change((chosen) => ({ ...chosen, excluded: [] }));
    void this.#check();
  }

  /** Revokes a remembered answer: the question is asked for this file and later ones. */
  async takeBack(answer: RememberedAnswer): Promise<void> {
    await this.#remembering.revoke(this.#obligationId(), answer.id);
    // Rules that the agreement learned from it are revoked too.
    this.basis.forget();
    this.#change((chosen) => withoutRemembered(chosen, answer));
    void this.#check();
  }

  /** Uses the server's check result and findings from now on. */
  hearServer(versionId: string, verdict: ReportCheckResult): void {
    this.#server.versionId = versionId;
    this.#serverResult.set(verdict);
  }

  findings(group: GroupName, from: number, last: number): Promise<readonly (Finding & { readonly no?: number })[]> {
    return this.verdict()?.by === 'server' ? this.#server.findings(group, last) : this.run.findings(group, from);
  }

  /** Returns the file with its findings; null when it cannot be opened. */
  annotated(language: Language): Promise<Blob | null> {
    return this.verdict()?.by === 'server' ? this.#server.annotated(language) : this.run.annotated(language);
  }

  async #changeOf(
    groups: readonly FindingGroup[],
    choice?: { readonly label: string; readonly patch: Patch },
  ): Promise<FileEdit> {
    const source = this.verdict()?.by === 'server' ? this.#server : this.run;
    const patches = choice
      ? [choice.patch]
      : (await Promise.all(groups.map((group) => source.patches(groupName(group))))).flat();
    const [first] = groups;
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    return {
      code: first?.code ?? '',
      fix: groups.length === 1 ? (first?.example.fix ?? null) : null,
      choice: choice?.label ?? '',
      count,
      patches: distinctPatches(patches),
    };
  }

  #change(how: (chosen: ChosenFile) => ChosenFile): void {
    const chosen = this.#chosen();
    if (chosen) this.#set(how(chosen));
  }

  #set(chosen: ChosenFile): void {
    this.#chosen.set(chosen);
    this.#files.keep(this.#storedAs, chosen);
  }

  /** Any change invalidates the server's check result. */
  async #check(): Promise<void> {
    this.#serverResult.set(null);
    const basis = await this.basis.of(this.#obligationId());
    if (basis) await this.#recall();
    const chosen = this.#chosen();
    if (!basis || !chosen) return;
    const ours = (chosen.remembered ?? []).flatMap((each) =>
      each.kind === 'customer' && each.answer.ours ? [each.subject] : [],
    );
    const answers = {
      mapping: chosen.mapping,
      patches: patchesOf(chosen),
      customers: [...chosen.customers],
      ...(chosen.excluded && { excluded: chosen.excluded }),
      ...(ours.length > 0 && { ours }),
    };
    const { file, share, typed } = chosen;
    // Rows about others matter only when the file is to be sent.
    this.run.check({
      file,
      ...((typed || basis.isOpen) && { typed: true }),
      terms: basis.terms,
      context: this.whole() ? basis.context : null,
      buyers: basis.context,
      answers,
      ...(share && { share: share.rows, division: share.division }),
    });
  }

  /** Loads the remembered answers once per file, before its first check. */
  async #recall(): Promise<void> {
    const chosen = this.#chosen();
    if (!chosen || chosen.typed || chosen.remembered) return;
    const remembered = await this.#remembering.of(this.#obligationId());
    if (this.#chosen()?.file === chosen.file)
      this.#change((now) => (now.remembered ? now : withRemembered(now, remembered)));
  }
}
