import { Component, inject, signal } from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { membershipsApproveEnding, membershipsListEndings, membershipsRejectEnding } from '@tallgrunn/api-client/calls';
import type { ProposedEndingDto } from '@tallgrunn/api-client/shapes';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { accessTexts } from '../texts/access-texts.ts';

/**
 * Proposals to end the access of an organisation's last administrator. A second administrator of the cooperative
 * decides.
 */
@Component({
  selector: 'tg-proposed-endings',
  template: `
    <p role="status" class="outcome">{{ outcome() }}</p>
    @if (list(); as endings) {
      @if (endings.length > 0) {
        <section class="tg-panel tg-stack" aria-labelledby="endings">
          <h2 class="ds-heading" data-size="xs" id="endings">{{ a().endings.title }}</h2>
          <p class="tg-subtle">{{ a().endings.lead }}</p>
          @for (ending of endings; track ending.id) {
            <article>
              <h3 class="ds-heading" data-size="2xs">
                {{ a().endings.what({ person: ending.person, organisation: ending.organisation }) }}
              </h3>
              <p>{{ ending.reason }}</p>
              <p class="tg-subtle">
                {{ a().endings.by({ by: ending.proposedBy ?? a().endings.somebody, day: ending.proposedAt }) }}
              </p>
              <div class="tg-row">
                @if (ending.isOwn) {
                  <p>{{ a().endings.own }}</p>
                } @else {
                  <button
                    class="ds-button"
                    data-size="sm"
                    data-color="danger"
                    type="button"
                    (click)="decide(ending, true)"
                  >
                    {{ a().endings.approve }}
                  </button>
                }
                <button
                  class="ds-button"
                  data-size="sm"
                  data-variant="secondary"
                  type="button"
                  (click)="decide(ending, false)"
                >
                  {{ a().endings.reject }}
                </button>
              </div>
            </article>
          }
        </section>
      }
    }
  `,
  styles: `
    .outcome:empty {
      display: none;
    }
  `,
})
export class ProposedEndings {
  protected readonly a = texts(accessTexts);
  protected readonly outcome = signal('');
  readonly #endings = read(membershipsListEndings);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected list(): readonly ProposedEndingDto[] | undefined {
    return arrived(this.#endings);
  }

  protected async decide({ id }: ProposedEndingDto, isApproved: boolean): Promise<void> {
    const { approved, rejected } = this.a().endings;
    try {
      await this.#send(isApproved ? membershipsApproveEnding : membershipsRejectEnding, { endingId: id });
      this.outcome.set(isApproved ? approved : rejected);
      this.#endings.reload();
    } catch (error) {
      this.outcome.set(this.#messages.sentence(problemOf(error)));
    }
  }
}
