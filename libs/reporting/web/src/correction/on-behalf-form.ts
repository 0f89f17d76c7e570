import { Component, inject } from '@angular/core';
import { Field, texts } from '@tallgrunn/design';
import { todaySignal } from '../obligation/today.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { CorrectionStore, type OnBehalfDetails } from './correction-store.ts';

/** Form for an on-behalf upload: from whom, when and why. */
@Component({
  selector: 'tg-on-behalf-form',
  imports: [Field],
  templateUrl: './on-behalf-form.html',
  styleUrl: './correction-section.css',
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
