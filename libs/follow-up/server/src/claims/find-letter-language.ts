import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { isLanguage, type Language } from '@tallgrunn/values';

/** Finds the language for letters to a supplier: the most common one among its members; bokmål when it has none. */
@Injectable()
export class FindLetterLanguage {
  constructor(private readonly database: Database) {}

  async run(supplierId: string): Promise<Language> {
    const row = await this.database.one<{ language: string }>(
      `select p.language from identity.door_membership m
       join identity.door_person_language p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
       where m.organisation_id = $1 and m.ended_at is null
       group by p.language order by count(*) desc, p.language limit 1`,
      [supplierId],
    );
    return row && isLanguage(row.language) ? row.language : 'nb';
  }
}
