import { Component, inject, input, numberAttribute } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { auditingLine, explanationsSpendLine } from '@tallgrunn/api-client/calls';
import type { DecidedDto, OriginalCellDto, OriginalRowDto, RowFindingDto, TieDto } from '@tallgrunn/api-client/shapes';
import { titleOf } from '@tallgrunn/checks';
import { ExplanationDetails, Loaded, PageHeader, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { spendTexts } from '@tallgrunn/spend-web';
import { toExplanation } from '../to-explanation.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { formatDecision } from './format-decision.ts';

/**
 * Page of one line of a published run with its evidence: calculation, source rows cell by cell, findings, links and
 * decisions.
 */
@Component({
  selector: 'tg-line-page',
  imports: [ExplanationDetails, Loaded, PageHeader],
  templateUrl: './line-page.html',
  styles: `
    .scroll {
      overflow-x: auto;
    }

    table {
      table-layout: fixed;
      width: 100%;
    }

    caption {
      font-size: var(--ds-body-sm-font-size);
    }

    thead th:first-child {
      width: 5.5rem;
    }

    caption,
    th {
      text-align: start;
    }

    tbody th {
      font-weight: 400;
      overflow-wrap: anywhere;
    }

    .text,
    .hash {
      overflow-wrap: anywhere;
    }

    .weighed {
      background: var(--ds-color-neutral-surface-tinted);
      font-weight: 500;
    }
  `,
})
export class LinePage {
  protected readonly t = texts(publishedTexts);
  protected readonly wording = inject(Wording);
  protected readonly explanationOf = toExplanation;
  readonly #library = inject(TextLibrary);
  /** From the URL. */
  readonly run = input.required({ transform: numberAttribute });
  readonly batchId = input.required<string>();
  readonly lineNo = input.required({ transform: numberAttribute });
  protected readonly why = read(explanationsSpendLine, () => ({
    run: this.run(),
    batchId: this.batchId(),
    lineNo: this.lineNo(),
    language: this.#library.language(),
  }));
  protected readonly evidence = read(auditingLine, () => ({
    number: this.run(),
    batchId: this.batchId(),
    lineNo: this.lineNo(),
  }));

  readonly #emissions = texts(emissionsTexts);
  readonly #spend = texts(spendTexts);

  /** Returns the heading in the file if known, or else the name of the field. */
  protected headingOf({ heading, field }: OriginalCellDto): string {
    const booked: Readonly<Record<string, string>> = this.#spend().fields;
    return heading ?? this.t().line.fields[field] ?? booked[field] ?? field;
  }

  protected findingOf({ code, cell, found, expected }: RowFindingDto): string {
    return this.t().line.finding({
      title: titleOf(code, this.#library.language()),
      cell: cell ?? '',
      found: found ?? '',
      expected: expected ?? '',
    });
  }

  protected tieOf({ report, line, step, amount }: TieDto): string {
    return this.t().line.tie({ report: report ?? '', line, amount, step: this.t().line.steps[step] ?? step });
  }

  protected decisionOf(one: DecidedDto): string {
    return formatDecision(one, this.t(), this.#emissions().page.methods, this.#library.language());
  }

  protected placeOf({ document, file, sheet, row }: OriginalRowDto): string {
    return this.t().line.place({
      document: document ?? '',
      file: file ?? '',
      sheet: sheet ?? '',
      row: row === null ? '' : this.wording.count(row),
    });
  }
}
