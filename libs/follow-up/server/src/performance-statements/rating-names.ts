import type { Language } from '@tallgrunn/values';
import type { Rating } from './rating-rules.ts';

/** Names of the five ratings. */
export const ratingNames: Readonly<Record<Language, Readonly<Record<Rating, string>>>> = {
  nb: {
    good: 'God',
    'approaching-target': 'Nær målet',
    'requires-improvement': 'Må bli bedre',
    inadequate: 'Ikke god nok',
    other: 'Annet',
  },
  nn: {
    good: 'God',
    'approaching-target': 'Nær målet',
    'requires-improvement': 'Må bli betre',
    inadequate: 'Ikkje god nok',
    other: 'Anna',
  },
  en: {
    good: 'Good',
    'approaching-target': 'Approaching target',
    'requires-improvement': 'Requires improvement',
    inadequate: 'Inadequate',
    other: 'Other',
  },
};
