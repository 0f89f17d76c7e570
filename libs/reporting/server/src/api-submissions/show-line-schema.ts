import { Injectable } from '@nestjs/common';
import { lineSchema } from '@tallgrunn/checks';
import { PrepareCheck } from '../checking/prepare-check.ts';

/** Returns the JSON Schema of one JSON line of an obligation's report. */
@Injectable()
export class ShowLineSchema {
  constructor(private readonly prepare: PrepareCheck) {}

  async run(obligationId: string): Promise<object> {
    const { terms } = await this.prepare.basis(obligationId);
    const whole = lineSchema(terms) as {
      $schema: string;
      title: string;
      $comment: string;
      properties: Record<string, { items: object }>;
    };
    const first = terms.tables[0]?.name ?? '';
    return { $schema: whole.$schema, title: whole.title, $comment: whole.$comment, ...whole.properties[first]?.items };
  }
}
