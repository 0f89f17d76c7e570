import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read, sender } from '@tallgrunn/api-client';
import {
  performanceStatementsCommentStatement,
  performanceStatementsPdf,
  performanceStatementsStatement,
} from '@tallgrunn/api-client/calls';
import type { PerformanceStatementDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, PageHeader, TextLibrary, fieldError, texts } from '@tallgrunn/design';
import { formValues, injectFormAction, injectSaveFile } from '../claims/act.ts';
import { FigureTable } from './figure-table.ts';
import { RatingRules } from './rating-rules.ts';
import { statementsTexts } from './texts/statements-texts.ts';

/** One decided performance statement, for both sides, with the supplier's comments. */
@Component({
  selector: 'tg-statement-page',
  imports: [ErrorSummary, Field, FigureTable, Loaded, PageHeader, RatingRules, RouterLink],
  templateUrl: './statement-page.html',
})
export class StatementPage {
  readonly statement = input.required<string>();
  protected readonly t = texts(statementsTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly isSent = signal(false);
  readonly #send = sender();
  readonly #saveFile = injectSaveFile();
  readonly #session = inject(Session);
  readonly #language = inject(TextLibrary).language;
  protected readonly mayDecide = computed(() => this.#session.permissions().has('statement.decide'));
  protected readonly mayComment = computed(() => this.#session.permissions().has('statement.comment'));
  protected readonly view = read(performanceStatementsStatement, () => ({ statementId: this.statement() }));

  protected scopeOf({ supplier, agreement, year }: PerformanceStatementDto) {
    return { supplierId: supplier.id, agreementId: agreement.id, year };
  }

  protected async download({ number, id }: PerformanceStatementDto): Promise<void> {
    await this.act.run(async () =>
      this.#saveFile(
        await this.#send(performanceStatementsPdf, { statementId: id, language: this.#language() }),
        this.t().statement.fileName({ number }),
      ),
    );
  }

  protected async comment(event: Event): Promise<void> {
    const form = event.target as HTMLFormElement;
    const { text = '' } = formValues(event);
    const { commentMissing } = this.t().statement;
    if (!this.act.check([text === '' && { field: 'statement-comment', sentence: commentMissing }])) return;
    const isSent = await this.act.run(() =>
      this.#send(performanceStatementsCommentStatement, { statementId: this.statement(), body: { text } }),
    );
    this.isSent.set(isSent);
    if (!isSent) return;
    form.reset();
    this.view.reload();
  }
}
