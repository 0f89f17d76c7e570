import { inject } from '@angular/core';
import { Wording, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';

/** How a sum of an agreement is written: in kroner as money; in another currency as an amount with its code. */
export function sumText(): (amount: string, currency: string | null) => string {
  const wording = inject(Wording);
  const t = texts(registerTexts);
  return (amount, currency) =>
    currency === null || currency === 'NOK'
      ? wording.money(amount)
      : t().change.sum({ amount: wording.amount(amount), currency });
}
