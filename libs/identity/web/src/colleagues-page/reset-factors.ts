import { Component, inject, input, output } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { colleagueFactorsResetFactors } from '@tallgrunn/api-client/calls';
import type { ColleagueDto } from '@tallgrunn/api-client/shapes';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { accountTexts } from '../account/texts/account-texts.ts';
import { RowConfirmation } from '../admission/confirm-row.ts';
import { AutoFocus } from '../admission/auto-focus.ts';

/**
 * Button that removes the second factors of a colleague who has lost them. Asks for confirmation that the colleague
 * requested it.
 */
@Component({
  selector: 'tg-reset-factors',
  imports: [AutoFocus],
  template: `
    @if (reset.asking() === member().id) {
      <p tgTakesFocus>{{ t().reset.ask }}</p>
      <div class="tg-row">
        <button class="ds-button" data-size="sm" data-color="danger" type="button" (click)="run($event.target)">
          {{ t().reset.yes({ name: member().name }) }}
        </button>
        <button
          class="ds-button"
          data-size="sm"
          data-variant="tertiary"
          type="button"
          (click)="reset.keep($event.target)"
        >
          {{ t().cancel }}
        </button>
      </div>
    } @else {
      <button
        class="ds-button"
        data-size="sm"
        data-variant="tertiary"
        type="button"
        [attr.aria-label]="t().reset.named({ name: member().name })"
        (click)="reset.ask(member().id)"
      >
        {{ t().reset.act }}
      </button>
    }
  `,
})
export class ResetFactors {
  readonly member = input.required<Pick<ColleagueDto, 'id' | 'name'>>();
  /** Emits a sentence that describes the result. */
  readonly done = output<string>();
  protected readonly t = texts(accountTexts);
  protected readonly reset = new RowConfirmation();
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async run(pressed: EventTarget | null): Promise<void> {
    try {
      await this.#send(colleagueFactorsResetFactors, { membershipId: this.member().id });
      this.done.emit(this.t().reset.done({ name: this.member().name }));
    } catch (error) {
      this.done.emit(this.#messages.sentence(problemOf(error)));
    }
    this.reset.keep(pressed);
  }
}
