import type { EmailTemplateText } from '@tallgrunn/values';
import type { NotificationKind, TemplateVariable } from '../notification-kinds.ts';

export type TemplateText = EmailTemplateText;

export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string>>>;

/** `button`: label of the link. The cooperative cannot change it, because it describes the page. */
export type DefaultTemplates = Readonly<Record<NotificationKind, TemplateText & { readonly button: string }>>;
