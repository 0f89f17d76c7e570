import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SpooledDownload } from '@tallgrunn/platform';
import { writeCsv } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type { AuditFilter } from './audit-filter.ts';
import { ListAuditEntries } from './list-audit-entries.ts';
import { ListSecurityEvents } from './list-security-events.ts';

const entryHeadings: Record<Language, readonly string[]> = {
  nb: ['Tid', 'Person', 'Virksomhet', 'Kanal', 'API-nøkkel', 'Handling', 'Gjelder', 'Id', 'Detaljer'],
  nn: ['Tid', 'Person', 'Verksemd', 'Kanal', 'API-nøkkel', 'Handling', 'Gjeld', 'Id', 'Detaljar'],
  en: ['Time', 'Person', 'Organisation', 'Channel', 'API key', 'Action', 'About', 'Id', 'Details'],
};
const eventHeadings: Record<Language, readonly string[]> = {
  nb: ['Tid', 'Hendelse', 'Utfall', 'Antall', 'Person', 'Virksomhet', 'Kanal', 'Adresse', 'Detaljer'],
  nn: ['Tid', 'Hending', 'Utfall', 'Tal', 'Person', 'Verksemd', 'Kanal', 'Adresse', 'Detaljar'],
  en: ['Time', 'Event', 'Outcome', 'Count', 'Person', 'Organisation', 'Channel', 'Address', 'Details'],
};

const columnsOf = (headings: readonly string[]) => headings.map((header) => ({ header, kind: 'text' }) as const);

/** Exports the filtered audit log or security log as a CSV file that spreadsheets do not execute as formulas. */
@Injectable()
export class ExportAuditLog {
  constructor(
    private readonly download: SpooledDownload,
    private readonly entries: ListAuditEntries,
    private readonly events: ListSecurityEvents,
  ) {}

  entriesAsCsv(filter: AuditFilter, language: Language): Readable {
    return this.download.run(() =>
      writeCsv({ columns: columnsOf(entryHeadings[language]), rows: this.#entryRows(filter) }),
    );
  }

  eventsAsCsv(filter: AuditFilter, language: Language): Readable {
    return this.download.run(() =>
      writeCsv({ columns: columnsOf(eventHeadings[language]), rows: this.#eventRows(filter) }),
    );
  }

  async *#entryRows(filter: AuditFilter) {
    for await (const rows of this.entries.stream(filter)) {
      for (const row of rows) {
        yield [
          row.at.toISOString(),
          row.person,
          row.organisation,
          row.via,
          row.apiKey ? `${row.apiKey.name} (tg_${row.apiKey.prefix}…)` : null,
          row.act,
          row.subjectKind,
          row.subjectId,
          JSON.stringify(row.details),
        ];
      }
    }
  }

  async *#eventRows(filter: AuditFilter) {
    for await (const rows of this.events.stream(filter)) {
      for (const row of rows)
        yield [
          row.at.toISOString(),
          row.event,
          row.outcome,
          String(row.count),
          row.person,
          row.organisation,
          row.via,
          row.address,
          JSON.stringify(row.details),
        ];
    }
  }
}
