import type { NotificationKind } from '../notification-kinds.ts';

/** Text of an e-mail with variables in braces. Empty lines separate paragraphs. */
export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

/** `button`: label of the link. The cooperative cannot change it, because it describes the page. */
export type DefaultTemplates = Readonly<Record<NotificationKind, TemplateText & { readonly button: string }>>;
