import type { Language } from '@tallgrunn/values';
import { en } from './default-en.ts';
import { nb } from './default-nb.ts';
import { nn } from './default-nn.ts';
import type { DefaultTemplates } from './template-text.ts';

export const defaultTemplates: Readonly<Record<Language, DefaultTemplates>> = { nb, nn, en };
