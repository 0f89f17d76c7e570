import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import type { NotificationKind } from '../notification-kinds.ts';
import { defaultTemplates } from './default-templates.ts';
import type { TemplateText } from './template-text.ts';

/** Finds the template of a kind: the cooperative's own, else the default. */
@Injectable()
export class FindTemplate {
  constructor(private readonly database: Database) {}

  async run(kind: NotificationKind, language: Language): Promise<TemplateText> {
    const own = await this.database.one<TemplateText & Record<string, unknown>>(
      'select subject, body from follow_up.email_template where kind = $1 and language = $2',
      [kind, language],
    );
    return own ?? defaultTemplates[language][kind];
  }
}
