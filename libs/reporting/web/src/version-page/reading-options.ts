import { Component, computed, input } from '@angular/core';
import { kindsOf, questionKey, questionsOf, type FindingGroup } from '@tallgrunn/checks';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { FindingKindCard } from '../findings/finding-kind.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Questions of the check with their answers; remarks are collapsed. */
@Component({
  selector: 'tg-reading-options',
  imports: [FindingKindCard],
  template: `
    <section class="tg-stack">
      <h2 class="ds-heading" data-size="xs">{{ t().version.answers }}</h2>
      @if (asked().length === 0) {
        <p class="tg-subtle">{{ t().version.noAnswers }}</p>
      }
      @for (kind of asked(); track kind.key) {
        <tg-finding-kind [kind]="kind" [level]="3" [label]="labelOf(kind.severity)" [sentReasons]="reasons()" />
      }
      @if (remarks().length > 0) {
        <details class="ds-details">
          <summary>{{ t().check.remarks({ count: remarkCount() }) }}</summary>
          <div class="tg-stack">
            @for (kind of remarks(); track kind.key) {
              <tg-finding-kind [kind]="kind" [level]="3" />
            }
          </div>
        </details>
      }
    </section>
  `,
  styles: `
    @media print {
      details {
        display: none;
      }
    }
  `,
})
export class ReviewedFindings {
  readonly version = input.required<VersionDto>();
  protected readonly t = texts(reportingTexts);
  readonly #groups = computed(() => (this.version().verdict?.groups ?? []) as unknown as readonly FindingGroup[]);
  /** All of them, so that the reviewer sees everything at once. */
  protected readonly asked = computed(() => questionsOf(this.#groups()));
  protected readonly remarks = computed(() => kindsOf(this.#groups()).filter(({ severity }) => severity === 'info'));
  protected readonly remarkCount = computed(() => this.remarks().length);
  protected readonly reasons = computed(
    () => new Map(this.version().confirmations.map((given) => [questionKey(given), given.reason])),
  );

  protected labelOf(severity: string): string {
    const { check } = this.t();
    if (severity === 'blocksFile') return check.stopNo;
    return severity === 'blocksRow' ? check.rowStop : check.question;
  }
}
