import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read } from '@tallgrunn/api-client';
import { publishedTemplatesShow } from '@tallgrunn/api-client/calls';
import type { PublishedTemplateDto } from '@tallgrunn/api-client/shapes';
import { localText, type Terms } from '@tallgrunn/checks';
import { FileDrop, Icon, Loaded, PageHeader, ProblemMessages, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { CheckRun } from '../checking/check-run.ts';
import { CheckBasis } from '../report-session/check-basis.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { ServerFindings } from '../report-session/server-findings.ts';
import { FindingSource } from '../findings/finding-source.ts';
import { CheckStep } from '../report-page/check-step.ts';
import { ColumnsStep } from '../report-page/columns-step.ts';
import { ReadStep } from '../report-page/read-step.ts';
import { checkerTexts } from '../texts/checker/checker-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { ColumnsExplained } from './columns-explained.ts';
import { TemplateBasis } from './template-basis.ts';
import { TotalsStep } from './totals-step.ts';

/** Checks a file against a published template, without sign-in. The file is read in the browser and never sent. */
@Component({
  selector: 'tg-template-page',
  imports: [
    CheckStep,
    ColumnsExplained,
    ColumnsStep,
    FileDrop,
    Icon,
    Loaded,
    PageHeader,
    ReadStep,
    RouterLink,
    TotalsStep,
  ],
  providers: [
    CheckRun,
    ReportStore,
    ServerFindings,
    TemplateBasis,
    { provide: CheckBasis, useExisting: TemplateBasis },
    { provide: FindingSource, useExisting: ReportStore },
  ],
  templateUrl: './template-page.html',
  styleUrl: '../report-page/report-page.css',
})
export class TemplatePage {
  /** Slug of the template, from the route. */
  readonly slug = input.required<string>();
  protected readonly t = texts(checkerTexts);
  protected readonly r = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly session = inject(Session);
  protected readonly desk = inject(ReportStore);
  protected readonly endings = tableEndings;
  protected readonly limits = limits.report;
  protected readonly choosing = signal(false);
  readonly #basis = inject(TemplateBasis);
  readonly #language = inject(TextLibrary).language;
  protected readonly template = read(publishedTemplatesShow, () => ({ slug: this.slug() }));
  /** The problem when the template does not exist or is withdrawn; the page explains it. */
  protected readonly gone = computed(() => {
    const error = this.template.error();
    const problem = error && problemOf(error);
    return problem && (problem.status === 404 || problem.status === 410) ? problem : null;
  });

  constructor() {
    effect(() => {
      if (!this.template.hasValue()) return;
      const { slug, document } = this.template.value();
      untracked(() => {
        this.#basis.take(document as unknown as Terms);
        this.desk.open(`template:${slug}`);
      });
    });
  }

  protected titleOf({ title }: PublishedTemplateDto): string {
    return localText(title as Terms['title'], this.#language());
  }

  protected termsOf({ document }: PublishedTemplateDto): Terms {
    return document as unknown as Terms;
  }

  protected workbookOf({ slug }: PublishedTemplateDto): string {
    return `/api/v1/public/templates/${slug}/template.xlsx?language=${this.#language()}`;
  }

  protected take([file]: readonly File[]): void {
    if (!file) return;
    this.choosing.set(false);
    this.desk.choose(file);
  }
}
