import { catalogue } from '@tallgrunn/values';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

/** Returns the sentences of one language: words('nb').formula(…). */
export const explanationTexts = catalogue({ nb, nn, en });
