import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { read, sender } from '@tallgrunn/api-client';
import { performanceStatementsDecideStatement, performanceStatementsProposal } from '@tallgrunn/api-client/calls';
import type { StatementProposalDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, PageHeader, Wording, fieldError, texts } from '@tallgrunn/design';
import { formValues, injectFormAction } from '../claims/act.ts';
import { FigureTable } from './figure-table.ts';
import { RatingRules } from './rating-rules.ts';
import { figureKeys, ratings, type FigureKey, type Rating } from './results.ts';
import { statementsTexts } from './texts/statements-texts.ts';

/** The key figures of a supplier in an agreement and year, and the form to decide its statement. */
@Component({
  selector: 'tg-decide-statement-page',
  imports: [ErrorSummary, Field, FigureTable, Loaded, PageHeader, RatingRules, RouterLink],
  templateUrl: './decide-statement-page.html',
})
export class DecideStatementPage {
  readonly agreement = input.required<string>();
  readonly supplier = input.required<string>();
  readonly year = input.required<string>();
  protected readonly t = texts(statementsTexts);
  protected readonly wording = inject(Wording);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly figureKeys = figureKeys;
  protected readonly ratings = ratings;
  readonly #send = sender();
  readonly #router = inject(Router);
  protected readonly proposal = read(performanceStatementsProposal, () => this.scope());

  protected scope() {
    return { agreementId: this.agreement(), supplierId: this.supplier(), year: Number(this.year()) };
  }

  protected proposedOf({ proposed }: StatementProposalDto, figure: FigureKey): Rating {
    return proposed.ratings.find((each) => each.figure === figure)?.rating ?? 'other';
  }

  protected async decide(event: Event, { figuresHash, revisions }: StatementProposalDto): Promise<void> {
    const values = formValues(event);
    const { reason = '' } = values;
    const { reasonMissing } = this.t().decide;
    if (!this.act.check([reason === '' && { field: 'statement-reason', sentence: reasonMissing }])) return;
    const body = {
      ...this.scope(),
      ...{ viewedId: revisions[0]?.id ?? null, figuresHash, reason },
      ratings: figureKeys.map((figure) => ({ figure, rating: values[figure] as Rating })),
      overallRating: values['overall'] as Rating,
    };
    await this.act.run(async () => {
      const { id } = await this.#send(performanceStatementsDecideStatement, { body });
      await this.#router.navigate(['/statements', id]);
    });
  }
}
