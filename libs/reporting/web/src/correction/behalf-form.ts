import { Component, inject } from '@angular/core';
import { Field, texts } from '@tallgrunn/design';
import { todaySignal } from '../standing/today.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { CorrectionStore, type OnBehalfDetails } from './correction-desk.ts';

/** Form for an on-behalf upload: from whom, when and why. */
@Component({
  selector: 'tg-behalf-form',
  imports: [Field],
  templateUrl: './behalf-form.html',
  styleUrl: './correction-part.css',
})
export class OnBehalfForm {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(CorrectionStore);
  protected readonly today = todaySignal();

  protected say(part: keyof OnBehalfDetails, event: Event): void {
    const value = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    this.desk.behalf.update((said) => said && { ...said, [part]: value });
  }
}
