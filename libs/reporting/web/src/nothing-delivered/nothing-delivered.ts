import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { dutiesReportNothing } from '@tallgrunn/api-client/calls';
import type { DutyShape } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, ProblemWords, Wording, texts, type FormFault } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

let made = 0;

/** "Nothing delivered in the period": one button, and one that says what it means before it is done. */
@Component({
  selector: 'tg-nothing-delivered',
  imports: [ErrorSummary],
  templateUrl: './nothing-delivered.html',
  styles: `
    /* read at once, and as large as the page around it */
    dialog,
    dialog::backdrop {
      animation: none;
      font-size: var(--ds-body-md-font-size);
    }
  `,
})
export class NothingDelivered {
  readonly duty = input.required<DutyShape>();
  /** The id of the version that says so. */
  readonly reported = output<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly id = `nothing-delivered-${(made += 1)}`;
  protected readonly sending = signal(false);
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected ask(): void {
    this.faults.set([]);
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async report(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      const { id } = await this.#send(dutiesReportNothing, { dutyId: this.duty().id });
      this.close();
      this.reported.emit(id);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#words.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
