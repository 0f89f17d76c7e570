import type { Language } from '@tallgrunn/values';
import { en } from './default-en.ts';
import { nb } from './default-nb.ts';
import { nn } from './default-nn.ts';
import type { InvitationTemplates } from './invitation-kinds.ts';

export const defaultInvitationTemplates: Readonly<Record<Language, InvitationTemplates>> = { nb, nn, en };
