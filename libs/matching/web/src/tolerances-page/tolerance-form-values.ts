import type { ToleranceDraftRequest } from '@tallgrunn/api-client/shapes';
import type { FormError } from '@tallgrunn/design';
import { isDate, isDecimal, normalise } from '@tallgrunn/values';
import type { TolerancesTexts } from '../texts/tolerances/nb.ts';

/** Values of the form, as written. */
export interface ToleranceFormValues {
  /** '' for the cooperative. */
  readonly agreementId: string;
  readonly isInherited: boolean;
  readonly validFrom: string;
  readonly pricePercent: string;
  readonly priceAmount: string;
  readonly quantityPercent: string;
  readonly quantityAmount: string;
  readonly reason: string;
}

export const emptyTolerance: ToleranceFormValues = {
  agreementId: '',
  isInherited: false,
  validFrom: '',
  pricePercent: '',
  priceAmount: '',
  quantityPercent: '',
  quantityAmount: '',
  reason: '',
};

const decimalOf = (text: string): string => text.replace(/\s|%|kr\.?$/g, '').replace(',', '.');

/** Returns decimal text; null for no limit. */
const limitOf = (text: string): string | null => (text.trim() === '' ? null : normalise(decimalOf(text)));

function isLimit(text: string, pattern: RegExp): boolean {
  const decimal = decimalOf(text);
  return text.trim() === '' || (isDecimal(decimal) && pattern.test(normalise(decimal)));
}
const isPercent = (text: string): boolean => isLimit(text, /^\d{1,3}(\.\d{1,6})?$/);
const isAmount = (text: string): boolean => isLimit(text, /^\d{1,12}(\.\d{1,2})?$/);

export const followsCooperative = ({ agreementId, isInherited }: ToleranceFormValues): boolean =>
  agreementId !== '' && isInherited;

/** Returns every fault of the limits and their day, with its field. */
export function validateTolerance(
  values: ToleranceFormValues,
  faults: TolerancesTexts['form']['faults'],
): readonly FormError[] {
  const hasLimits = !followsCooperative(values);
  const all: readonly [boolean, string, string][] = [
    [!isDate(values.validFrom), 'tolerance-from', faults.validFrom],
    [hasLimits && !isPercent(values.pricePercent), 'tolerance-price-percent', faults.percent],
    [hasLimits && !isAmount(values.priceAmount), 'tolerance-price-amount', faults.amount],
    [hasLimits && !isPercent(values.quantityPercent), 'tolerance-quantity-percent', faults.percent],
    [hasLimits && !isAmount(values.quantityAmount), 'tolerance-quantity-amount', faults.amount],
  ];
  return all.filter(([isFault]) => isFault).map(([, field, sentence]) => ({ field, sentence }));
}

/** Returns the body of a preview of valid values. */
export function draftOf(values: ToleranceFormValues): ToleranceDraftRequest {
  const isInherited = followsCooperative(values);
  const limit = (text: string) => (isInherited ? null : limitOf(text));
  return {
    agreementId: values.agreementId || null,
    validFrom: values.validFrom,
    isInherited,
    limits: {
      pricePercent: limit(values.pricePercent),
      priceAmount: limit(values.priceAmount),
      quantityPercent: limit(values.quantityPercent),
      quantityAmount: limit(values.quantityAmount),
    },
  };
}
