import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { auditEntries } from '@tallgrunn/api-client/calls';
import type { AuditEntryShape } from '@tallgrunn/api-client/shapes';
import { DataTable, Empty, Loaded, PageHeader, Wording, queryState, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { identityTexts } from '../texts/identity-texts.ts';

/** Entries that one answer holds; a full page has older ones behind it. */
const pageLength = 100;

@Component({
  selector: 'tg-audit-page',
  imports: [DataTable, Empty, Loaded, PageHeader, RouterLink],
  templateUrl: './audit-page.html',
})
export class AuditPage {
  protected readonly t = texts(identityTexts);
  protected readonly before = queryState('before');
  protected readonly entries = read(auditEntries, () => (this.before() ? { before: this.before() } : {}));
  protected readonly columnChoice = queryState('columns');
  protected readonly trackRow = (entry: AuditEntryShape) => entry.id;
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<AuditEntryShape>[]>(() => {
    const { heads, nobody } = this.t().audit;
    return [
      { key: 'at', head: heads.at, text: (row) => this.#wording.instant(row.at) },
      { key: 'person', head: heads.person, text: (row) => row.person ?? nobody },
      { key: 'act', head: heads.act, text: (row) => this.#act(row.act) },
      { key: 'about', head: heads.about, text: aboutOf, choice: 'shown' },
      { key: 'organisation', head: heads.organisation, text: (row) => row.organisation ?? '' },
      { key: 'via', head: heads.via, text: (row) => this.#way(row), choice: 'shown' },
      { key: 'id', head: heads.id, text: (row) => row.subjectId, choice: 'hidden' },
    ];
  });

  protected older(entries: readonly AuditEntryShape[]): string | null {
    return entries.length === pageLength ? (entries.at(-1)?.id ?? null) : null;
  }

  /** An act of a room that has no word here yet is told by its code. */
  #act(code: string): string {
    return (this.t().audit.acts as Readonly<Record<string, string>>)[code] ?? code;
  }

  /** The way it came; a machine key is named as its owner named it. */
  #way({ via, apiKey }: AuditEntryShape): string {
    const way = (this.t().audit.ways as Readonly<Record<string, string>>)[via] ?? via;
    return apiKey ? `${way} «${apiKey.name}» (tg_${apiKey.prefix}…)` : way;
  }
}

/** What people call the thing, when the entry says it: a report number, a name. */
export function aboutOf(entry: AuditEntryShape): string {
  const { number, name, title } = entry.details as Readonly<Record<string, unknown>>;
  const named = [number, name, title].find((value) => typeof value === 'string');
  return String(named ?? '');
}
