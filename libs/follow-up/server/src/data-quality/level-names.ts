import type { Language } from '@tallgrunn/values';
import type { ReachedLevel } from './quality-levels.ts';

/** Names of the levels of data quality. */
export const levelNames: Readonly<Record<Language, Readonly<Record<ReachedLevel, string>>>> = {
  nb: {
    'below-required': 'under påkrevd nivå',
    required: 'påkrevd nivå',
    expected: 'forventet nivå',
    excellent: 'svært godt nivå',
  },
  nn: {
    'below-required': 'under påkravd nivå',
    required: 'påkravd nivå',
    expected: 'forventa nivå',
    excellent: 'svært godt nivå',
  },
  en: {
    'below-required': 'below the required level',
    required: 'required level',
    expected: 'expected level',
    excellent: 'excellent level',
  },
};
