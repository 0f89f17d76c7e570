import { Component, inject, input } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { meetingSheetsSheet } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, TextLibrary, fieldError, texts } from '@tallgrunn/design';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { formValues, injectFormAction, injectSaveFile } from '../claims/act.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Downloads the sheet for a meeting with a supplier. Without months it is of the twelve before this one. */
@Component({
  selector: 'tg-meeting-sheet',
  imports: [ErrorSummary, Field],
  templateUrl: './meeting-sheet.html',
})
export class MeetingSheet {
  readonly supplier = input.required<string>();
  readonly supplierName = input.required<string>();
  protected readonly t = texts(casesTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #saveFile = injectSaveFile();
  readonly #language = inject(TextLibrary).language;

  protected async download(event: Event): Promise<void> {
    const { from = '', to = '', shared } = formValues(event);
    const words = this.t().supplier.sheet;
    const wrong = (month: string) => month !== '' && !MONTH.test(month);
    const isFine = this.act.check([
      wrong(from) && { field: 'sheet-from', sentence: words.monthInvalid },
      wrong(to) && { field: 'sheet-to', sentence: words.monthInvalid },
    ]);
    if (!isFine) return;
    const period = { ...(from && { from }), ...(to && { to }), ...(shared && { audience: 'supplier' as const }) };
    await this.act.run(async () =>
      this.#saveFile(
        await this.#send(meetingSheetsSheet, { supplierId: this.supplier(), language: this.#language(), ...period }),
        words.fileName({ supplier: this.supplierName() }),
      ),
    );
  }
}
