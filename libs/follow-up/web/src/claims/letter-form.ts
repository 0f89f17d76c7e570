import { Component, input, output, signal } from '@angular/core';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { formValues, injectFormAction, injectSaveFile } from './act.ts';

/** An edited letter. */
export interface EditedLetter {
  readonly subject: string;
  readonly text: string;
}

/** Form to edit a drafted letter and download it as a document. */
@Component({
  selector: 'tg-letter-form',
  imports: [ErrorSummary, Field],
  template: `
    <form class="tg-form" novalidate (submit)="send($event)">
      <tg-error-summary [faults]="act.faults()" />
      <tg-field
        [for]="prefix() + '-subject'"
        [label]="t().letter.subject"
        [error]="faultAt(act.faults(), prefix() + '-subject')"
      >
        <input
          [id]="prefix() + '-subject'"
          name="subject"
          class="ds-input"
          maxlength="300"
          [value]="letter().subject"
          [readOnly]="isFinal()"
        />
      </tg-field>
      <tg-field [for]="prefix() + '-text'" [label]="t().letter.text">
        <textarea
          [id]="prefix() + '-text'"
          name="text"
          class="ds-input"
          rows="16"
          maxlength="20000"
          [value]="letter().text"
          [readOnly]="isFinal()"
        ></textarea>
      </tg-field>
      <div class="tg-row">
        @if (!isFinal()) {
          <button class="ds-button" data-variant="secondary" type="submit" [attr.aria-busy]="act.isBusy()">
            {{ t().save }}
          </button>
        }
        @if (mayDownload()) {
          <button class="ds-button" data-variant="tertiary" type="button" (click)="fetch()">
            {{ t().letter.download }}
          </button>
        }
      </div>
      <p role="status">{{ isSaved() ? t().letter.saved : '' }}</p>
    </form>
  `,
})
export class LetterForm {
  readonly letter = input.required<EditedLetter>();
  /** Prefix of the field ids. */
  readonly prefix = input('letter');
  readonly fileName = input.required<string>();
  /** Whether the letter is read-only because it was sent. */
  readonly isFinal = input(false);
  readonly mayDownload = input(true);
  readonly save = input<(letter: EditedLetter) => Promise<unknown>>();
  readonly download = input.required<() => Promise<Blob>>();
  readonly saved = output();
  protected readonly t = texts(claimsTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly isSaved = signal(false);
  readonly #saveFile = injectSaveFile();

  protected async send(event: Event): Promise<void> {
    const { subject = '', text = '' } = formValues(event);
    this.isSaved.set(false);
    if (
      !this.act.check([
        (subject === '' || text === '') && { field: `${this.prefix()}-subject`, sentence: this.t().letter.missing },
      ])
    )
      return;
    const isSaved = await this.act.run(async () => this.save()?.({ subject, text }));
    this.isSaved.set(isSaved);
    if (isSaved) this.saved.emit();
  }

  protected async fetch(): Promise<void> {
    await this.act.run(async () => this.#saveFile(await this.download()(), this.fileName()));
  }
}
