import type { NotificationKind } from '../notification-kinds.ts';

/** The text of an e-mail with variables in braces. Blank lines separate paragraphs. */
export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

/** `button`: what the link in the e-mail is called; it is not the cooperative's to change, for it says what the page does. */
export type DefaultTemplates = Readonly<Record<NotificationKind, TemplateText & { readonly button: string }>>;
