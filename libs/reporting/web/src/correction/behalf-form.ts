import { Component, inject } from '@angular/core';
import { Field, texts } from '@tallgrunn/design';
import { today } from '../standing/today.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { CorrectionDesk, type Behalf } from './correction-desk.ts';

/** Form for an on-behalf upload: from whom, when and why. */
@Component({
  selector: 'tg-behalf-form',
  imports: [Field],
  templateUrl: './behalf-form.html',
  styleUrl: './correction-part.css',
})
export class BehalfForm {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(CorrectionDesk);
  protected readonly today = today();

  protected say(part: keyof Behalf, event: Event): void {
    const value = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    this.desk.behalf.update((said) => said && { ...said, [part]: value });
  }
}
