import { inject } from '@angular/core';
import { Wording, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';

/**
 * Returns a function that formats an amount of an agreement: NOK as money, another currency as amount with its code.
 */
export function amountFormatter(): (amount: string, currency: string | null) => string {
  const wording = inject(Wording);
  const t = texts(registerTexts);
  return (amount, currency) =>
    currency === null || currency === 'NOK'
      ? wording.money(amount)
      : t().change.sum({ amount: wording.amount(amount), currency });
}
