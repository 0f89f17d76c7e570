import { Component, computed, effect, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { termsPublish } from '@tallgrunn/api-client/calls';
import type { AgreementDto, OpenTemplateDto } from '@tallgrunn/api-client/shapes';
import { exampleTerms, localText, defaultReport } from '@tallgrunn/checks';
import type { ClausePackage, Terms } from '@tallgrunn/checks';
import { ErrorSummary, Field, FileDrop, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { ChecksSection } from './editor/checks-section.ts';
import { ColumnsSection } from './editor/columns-section.ts';
import { RequirementsSection } from './editor/requirements-section.ts';
import { DifferencesSection } from './editor/differences-section.ts';
import { RulesSection } from './editor/rules-section.ts';
import { TermsEditorStore } from './editor/terms-editor-store.ts';
import { DryRunSection } from './editor/dry-run-section.ts';
import { OwnRulesSection } from './editor/own-rules-section.ts';
import { ObligationForecast } from './obligation-forecast.ts';
import { withoutCommitments } from './agreed-claims.ts';
import { PackageCommitments } from './package-claims.ts';
import { parseTermsFile } from './parse-terms-file.ts';

type TermsSource = ClausePackage | 'latest' | 'upload';

const packages = Object.keys(exampleTerms) as ClausePackage[];
/** Opens all collapsed sections around a control. */
function openAround(id: string): void {
  for (
    let at = id === '' ? null : (document.getElementById(id)?.closest('details') ?? null);
    at;
    at = at.parentElement?.closest('details') ?? null
  )
    at.open = true;
}

const documentBytesMax = 1024 * 1024;

/** Edits and publishes the next terms version: from a clause package, the previous version, or an uploaded document. */
@Component({
  selector: 'tg-publish-terms',
  imports: [
    ChecksSection,
    ColumnsSection,
    RequirementsSection,
    DifferencesSection,
    ErrorSummary,
    Field,
    FileDrop,
    ObligationForecast,
    OwnRulesSection,
    PackageCommitments,
    RulesSection,
    DryRunSection,
  ],
  providers: [TermsEditorStore],
  templateUrl: './publish-terms.html',
  styleUrl: './publish-terms.css',
})
export class PublishTermsSection {
  readonly agreement = input.required<AgreementDto>();
  readonly latest = input<Terms | null>(null);
  readonly templates = input<readonly OpenTemplateDto[]>([]);
  readonly published = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly faultAt = fieldError;
  protected readonly packages = packages;
  protected readonly sizeBytesMax = documentBytesMax;
  protected readonly way = signal<TermsSource | ''>('');
  protected readonly uploaded = signal<{ readonly name: string; readonly terms: Terms } | null>(null);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly done = signal<{ readonly version: number; readonly from: string } | null>(null);
  protected readonly desk = inject(TermsEditorStore);
  protected readonly report = computed(() => this.desk.draft()?.report ?? defaultReport);
  protected readonly nextVersion = computed(
    () =>
      Math.max(
        0,
        ...this.agreement()
          .termsVersions.filter(({ report }) => report === this.report())
          .map(({ version }) => version),
      ) + 1,
  );
  /** The document that the form starts from. */
  protected readonly source = computed<Terms | null>(() => {
    const way = this.way();
    if (way === '') return null;
    if (way === 'latest') return this.latest();
    return way === 'upload' ? (this.uploaded()?.terms ?? null) : withoutCommitments(exampleTerms[way]());
  });
  /** The chosen clause package, including its suggestions that are not agreed. */
  protected readonly suggested = computed<Terms | null>(() => {
    const way = this.way();
    return way === '' || way === 'latest' || way === 'upload' ? null : exampleTerms[way]();
  });
  /** The version that the draft is compared with: the one shown, when it is of the same report. */
  protected readonly before = computed(() =>
    this.latest() && (this.latest()?.report ?? defaultReport) === this.report() ? this.latest() : null,
  );
  protected readonly holdsFrom = linkedSignal(() =>
    this.agreement().termsVersions.length === 0 ? this.agreement().startsOn : '',
  );
  /** Public address of the template of this report, if it has one. */
  protected readonly openAt = computed(() => {
    const open = this.templates().find(({ report, withdrawnAt }) => report === this.report() && withdrawnAt === null);
    return open ? `${location.origin}/sjekk/${open.slug}` : null;
  });
  protected readonly forecast = viewChild(ObligationForecast);
  protected readonly language = currentLanguage();
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  constructor() {
    effect(() => this.desk.load(this.source()));
  }

  protected begin(way: TermsSource): void {
    this.way.set(way);
    this.faults.set([]);
    this.done.set(null);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected titleOf(terms: Terms): string {
    return localText(terms.title, this.language());
  }

  protected fieldsOf(terms: Terms): number {
    return terms.tables.reduce((sum, table) => sum + table.fields.length, 0);
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    const taken = parseTermsFile(await file.text());
    this.uploaded.set(taken ? { name: file.name, terms: taken } : null);
    this.faults.set(taken ? [] : [{ field: '', sentence: this.t().publish.notJson({ name: file.name }) }]);
  }

  /** Opens the sections around each fault, so that its link works, and focuses the list. */
  protected showFaults(): void {
    const faults = this.#validate();
    for (const { field } of faults) openAround(field);
    this.faults.set(faults);
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const draft = this.desk.draft();
    this.showFaults();
    if (this.faults().length > 0 || !draft) return;
    if (!(await this.#isForecastShown())) return;
    this.sending.set(true);
    try {
      const from = this.holdsFrom();
      const made = await this.#send(termsPublish, {
        agreementId: this.agreement().id,
        body: { document: draft, holdsFrom: from },
      });
      this.way.set('');
      this.uploaded.set(null);
      this.done.set({ version: made.version, from });
      this.published.emit();
    } catch (error) {
      const problem = problemOf(error);
      this.faults.set([
        {
          field: problem.code === 'terms-start-too-early' ? 'holds-from' : '',
          sentence: this.#messages.sentence(problem),
        },
      ]);
    } finally {
      this.sending.set(false);
    }
  }

  /**
   * Returns whether publication may proceed. When some reports would already be overdue, the first attempt only shows
   * the forecast.
   */
  async #isForecastShown(): Promise<boolean> {
    const forecast = this.forecast();
    if (!forecast || forecast.isShown) return true;
    const found = await forecast.look();
    return found === null || found.overdueCount === 0;
  }

  #validate(): readonly FormError[] {
    const { missing } = this.t().publish;
    if (this.way() === '') return [{ field: `way-${packages[0]}`, sentence: missing.source }];
    if (!this.source()) return [{ field: '', sentence: missing.file }];
    const faults = this.desk.faults();
    return this.holdsFrom() === '' ? [{ field: 'holds-from', sentence: missing.holdsFrom }, ...faults] : faults;
  }
}
