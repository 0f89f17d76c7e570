import {
  CUSTOM_ELEMENTS_SCHEMA,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  input,
  viewChild,
} from '@angular/core';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import '@digdir/designsystemet-web/ds-error-summary';

/** One form error. `field` is the id of the control that the link focuses, or empty for an error without a field. */
export interface FormError {
  readonly field: string;
  readonly sentence: string;
}

/** Lists all form errors in one place. Takes focus when it appears; each item links to its field. */
@Component({
  selector: 'tg-error-summary',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { '[hidden]': 'faults().length === 0' },
  template: `
    @if (faults().length > 0) {
      <ds-error-summary #box class="ds-error-summary" tabindex="-1">
        <h2>{{ heading() }}</h2>
        <ul class="ds-list">
          @for (fault of faults(); track fault.field + fault.sentence) {
            <li>
              @if (fault.field) {
                <a class="ds-link" [href]="'#' + fault.field" (click)="goTo($event, fault.field)">{{
                  fault.sentence
                }}</a>
              } @else {
                {{ fault.sentence }}
              }
            </li>
          }
        </ul>
      </ds-error-summary>
    }
  `,
})
export class ErrorSummary {
  readonly faults = input.required<readonly FormError[]>();
  protected readonly t = texts(designTexts);
  /** When no error belongs to a field, the request was rejected and nothing can be corrected. */
  protected readonly heading = computed(() =>
    this.faults().every((fault) => fault.field === '')
      ? this.t().refusedTitle
      : this.t().errorsTitle({ count: this.faults().length }),
  );
  protected readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    // takes focus again when a further attempt gives other errors
    afterRenderEffect(() => {
      if (this.faults().length > 0) this.box()?.nativeElement.focus();
    });
  }

  /** Focuses the field; the router must not treat the link as navigation. */
  protected goTo(event: Event, field: string): void {
    event.preventDefault();
    document.getElementById(field)?.focus();
  }
}
