import type { Language } from '@tallgrunn/values';
import type { StatementTexts } from './statement-text-dto.ts';
import { en } from './statement-texts-en.ts';
import { nb } from './statement-texts-nb.ts';
import { nn } from './statement-texts-nn.ts';

export const statementTexts: Readonly<Record<Language, StatementTexts>> = { nb, nn, en };
