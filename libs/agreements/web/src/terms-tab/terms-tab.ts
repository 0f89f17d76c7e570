import { Component, computed, inject, input, output } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { openTemplatesList, termsShow } from '@tallgrunn/api-client/calls';
import type { AgreementDto } from '@tallgrunn/api-client/shapes';
import { choiceLabel } from '@tallgrunn/checks';
import type { Terms } from '@tallgrunn/checks';
import { Empty, Loaded, queryState, texts } from '@tallgrunn/design';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { OpenTemplateSection } from './open-template-section.ts';
import { PublishTermsSection } from './publish-terms.ts';
import { TermsInWords } from './terms-in-words.ts';
import { VersionChanges } from './version-changes.ts';

/** The terms of the agreement by report and version, with the form for the next version. */
@Component({
  selector: 'tg-terms-tab',
  imports: [Empty, Loaded, OpenTemplateSection, PublishTermsSection, RouterLink, TermsInWords, VersionChanges],
  templateUrl: './terms-tab.html',
  styleUrl: './terms-tab.css',
})
export class TermsTab {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly wanted = queryState('version');
  protected readonly wantedReport = queryState('report');
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  readonly #session = inject(Session);
  readonly #language = currentLanguage();
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);

  /** Versions by report, newest first. */
  protected readonly reports = computed(() =>
    [...Map.groupBy(this.agreement().termsVersions, ({ report }) => report)].map(([report, versions]) => ({
      report,
      versions,
    })),
  );

  /** The version in the route, else the newest of the first report. */
  protected readonly version = computed(() => {
    const reports = this.reports();
    const versions = (reports.find(({ report }) => report === this.wantedReport()) ?? reports[0])?.versions ?? [];
    return versions.find(({ version }) => String(version) === this.wanted()) ?? versions[0] ?? null;
  });
  protected readonly document = read(termsShow, () => {
    const shown = this.version();
    return shown === null
      ? undefined
      : { agreementId: this.agreement().id, version: shown.version, report: shown.report };
  });

  /** The published templates; fetched only for users who may publish them. */
  readonly #templates = read(openTemplatesList, () =>
    this.mayWrite() ? { agreementId: this.agreement().id } : undefined,
  );
  protected readonly templates = computed(() => (this.#templates.hasValue() ? this.#templates.value() : []));

  protected templateOf(report: string) {
    return this.templates().find((template) => template.report === report) ?? null;
  }

  protected readTemplates(): void {
    this.#templates.reload();
  }

  protected reportTitle(report: string): string {
    const word = choiceLabel(report, this.#language()) ?? report;
    return word.charAt(0).toUpperCase() + word.slice(1);
  }

  protected asTerms(document: object): Terms {
    return document as Terms;
  }

  /** The version shown, as a starting point for the next one. */
  protected readonly latest = computed(() => (this.document.hasValue() ? this.asTerms(this.document.value()) : null));

  protected published(): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { version: null, report: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
    this.changed.emit();
  }
}
