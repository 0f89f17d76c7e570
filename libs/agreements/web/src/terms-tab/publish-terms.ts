import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { termsPublish } from '@tallgrunn/api-client/calls';
import type { AgreementView } from '@tallgrunn/api-client/shapes';
import { exampleTerms, localText } from '@tallgrunn/checks';
import type { Terms } from '@tallgrunn/checks';
import { ErrorSummary, Field, FileDrop, ProblemWords, faultAt, texts } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { languageNow } from '../language-now.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { RequiredFields } from './required-fields.ts';
import { dueDraftOf, dueOf, requiredOf, sayDocumentProblem, takeDocument, withChanges } from './terms-draft.ts';
import type { DueDraft } from './terms-draft.ts';

type Package = keyof typeof exampleTerms;
type Way = Package | 'latest' | 'upload';

const packages = Object.keys(exampleTerms) as Package[];
const documentBytesMax = 1024 * 1024;

/** Publishes the next terms version: from a clause package, from the version before, or from a document of one's own. */
@Component({
  selector: 'tg-publish-terms',
  imports: [ErrorSummary, Field, FileDrop, RequiredFields],
  templateUrl: './publish-terms.html',
  styleUrl: './publish-terms.css',
})
export class PublishTerms {
  readonly agreement = input.required<AgreementView>();
  readonly latest = input<Terms | null>(null);
  readonly published = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly faultAt = faultAt;
  protected readonly packages = packages;
  protected readonly dueKinds = ['working-days', 'calendar-days', 'fixed-dates'] as const;
  protected readonly sizeBytesMax = documentBytesMax;
  protected readonly way = signal<Way | ''>('');
  protected readonly uploaded = signal<{ readonly name: string; readonly terms: Terms } | null>(null);
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  protected readonly done = signal<{ readonly version: number; readonly from: string } | null>(null);
  protected readonly nextVersion = computed(() => (this.agreement().termsVersions[0]?.version ?? 0) + 1);
  /** The document the form begins from; what is changed lies beside it. */
  protected readonly source = computed<Terms | null>(() => {
    const way = this.way();
    if (way === '') return null;
    if (way === 'latest') return this.latest();
    return way === 'upload' ? (this.uploaded()?.terms ?? null) : exampleTerms[way]();
  });
  protected readonly due = linkedSignal<DueDraft | null>(() => (this.source() ? dueDraftOf((this.source() as Terms).due) : null));
  protected readonly required = linkedSignal<ReadonlySet<string>>(() => (this.source() ? requiredOf(this.source() as Terms) : new Set<string>()));
  protected readonly holdsFrom = linkedSignal(() => (this.agreement().termsVersions.length === 0 ? this.agreement().startsOn : ''));
  protected readonly language = languageNow();
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected begin(way: Way): void {
    this.way.set(way);
    this.faults.set([]);
    this.done.set(null);
  }

  protected changeDue(part: Partial<DueDraft>): void {
    this.due.update((due) => due && { ...due, ...part });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected kindOf(event: Event): DueDraft['kind'] {
    return this.dueKinds.find((kind) => kind === this.valueOf(event)) ?? 'working-days';
  }

  protected titleOf(terms: Terms): string {
    return localText(terms.title, this.language());
  }

  protected fieldsOf(terms: Terms): number {
    return terms.tables.reduce((sum, table) => sum + table.fields.length, 0);
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    const { missing, notJson } = this.t().publish;
    const taken = takeDocument(await file.text());
    this.uploaded.set(taken?.ok ? { name: file.name, terms: taken.terms } : null);
    if (!taken) this.faults.set([{ field: '', sentence: notJson({ name: file.name }) }]);
    else this.faults.set(taken.ok ? [] : taken.problems.map((problem) => ({ field: '', sentence: sayDocumentProblem(problem, missing) })));
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const source = this.source();
    const draft = this.due();
    const due = draft && dueOf(draft);
    this.faults.set(this.#judge(due !== null));
    if (this.faults().length > 0 || !source || !due) return;
    this.sending.set(true);
    try {
      const { id: _, version: __, agreement: ___, ...document } = withChanges(source, due, this.required());
      const from = this.holdsFrom();
      const made = await this.#send(termsPublish, { agreementId: this.agreement().id, body: { document, holdsFrom: from } });
      this.way.set('');
      this.uploaded.set(null);
      this.done.set({ version: made.version, from });
      this.published.emit();
    } catch (error) {
      this.faults.set(this.#refusal(error));
    } finally {
      this.sending.set(false);
    }
  }

  #judge(hasDue: boolean): readonly FormFault[] {
    const { missing } = this.t().publish;
    if (this.way() === '') return [{ field: `way-${packages[0]}`, sentence: missing.source }];
    if (!this.source()) return [{ field: '', sentence: missing.file }];
    const faults: FormFault[] = [];
    if (this.holdsFrom() === '') faults.push({ field: 'holds-from', sentence: missing.holdsFrom });
    if (!hasDue) faults.push(this.due()?.kind === 'fixed-dates' ? { field: 'due-dates', sentence: missing.dates } : { field: 'due-days', sentence: missing.days });
    return faults;
  }

  #refusal(error: unknown): readonly FormFault[] {
    const problem = problemOf(error);
    const { missing } = this.t().publish;
    if (problem.issues.length === 0) return [{ field: '', sentence: this.#words.sentence(problem) }];
    return problem.issues.map(({ code, path = '', params }) => ({ field: '', sentence: sayDocumentProblem({ kind: code, path, expected: String(params?.['expected'] ?? '') }, missing) }));
  }
}
