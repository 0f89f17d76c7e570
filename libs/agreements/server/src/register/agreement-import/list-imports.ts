import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { ImportSummaryDto } from './import.dto.ts';

/** Lists the latest imports, pending ones first. */
@Injectable()
export class ListImports {
  constructor(private readonly database: Database) {}

  run(): Promise<ImportSummaryDto[]> {
    return this.database.query<ImportSummaryDto>(
      `select id, kind, file_name as "fileName", state, made_at as "madeAt", counts from agreements.agreement_import
       where state <> 'dropped' order by state = 'applied', made_at desc, id limit 50`,
    );
  }
}
