import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { defaultReport, type Terms } from '@tallgrunn/checks';

/** Returns the document of one terms version, as published. */
@Injectable()
export class ShowTerms {
  constructor(private readonly database: Database) {}

  async run(agreementId: string, version: number, report: string = defaultReport): Promise<Terms> {
    const row = await this.database.one<{ document: Terms }>(
      'select document from agreements.terms_version where agreement_id = $1 and report = $2 and version = $3',
      [agreementId, report, version],
    );
    if (!row) throw notFound('terms-version');
    return row.document;
  }
}
