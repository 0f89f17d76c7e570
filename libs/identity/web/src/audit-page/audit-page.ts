import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { read, sender } from '@tallgrunn/api-client';
import { auditEntriesList, securityEventsList } from '@tallgrunn/api-client/calls';
import type { AuditEntryDto, SecurityEventDto } from '@tallgrunn/api-client/shapes';
import {
  fetchAllPages,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  TextLibrary,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column, FetchAllRows } from '@tallgrunn/design';
import { identityTexts } from '../texts/identity-texts.ts';

/** Page size of the server; a full page means that older entries may exist. */
const pageLength = 100;

/** The audit log or the security log, filtered by person, action and day, on screen or as a file. */
@Component({
  selector: 'tg-audit-page',
  imports: [DataTable, Empty, Loaded, NgTemplateOutlet, PageHeader, RouterLink],
  templateUrl: './audit-page.html',
})
export class AuditPage {
  protected readonly t = texts(identityTexts);
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #router = inject(Router);
  protected readonly log = queryState('log');
  protected readonly person = queryState('person');
  protected readonly action = queryState('action');
  protected readonly from = queryState('from');
  protected readonly to = queryState('to');
  protected readonly before = queryState('before');
  protected readonly columnChoice = queryState('columns');
  protected readonly isSecurity = computed(() => this.log() === 'security');
  readonly #filter = computed((): Record<string, string> => {
    const filter = { person: this.person(), action: this.action(), from: this.from(), to: this.to() };
    return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  });

  readonly #query = computed(() => ({ ...this.#filter(), ...(this.before() && { before: this.before() }) }));

  protected readonly entries = read(auditEntriesList, () => (this.isSecurity() ? undefined : this.#query()));
  protected readonly events = read(securityEventsList, () => (this.isSecurity() ? this.#query() : undefined));
  readonly #send = sender();
  protected readonly allEntries: FetchAllRows<AuditEntryDto> = (progress) =>
    fetchAllPages(async (before: string | null) => {
      const rows = await this.#send(auditEntriesList, { ...this.#filter(), ...(before && { before }) });
      return { rows, next: this.older(rows) };
    }, progress);

  protected readonly allEvents: FetchAllRows<SecurityEventDto> = (progress) =>
    fetchAllPages(async (before: string | null) => {
      const rows = await this.#send(securityEventsList, { ...this.#filter(), ...(before && { before }) });
      return { rows, next: this.older(rows) };
    }, progress);

  protected readonly isNarrowed = computed(() => Object.keys(this.#filter()).length > 0);
  protected readonly exportLink = computed(
    () =>
      `/api/v1/${this.isSecurity() ? 'security-events' : 'audit-entries'}/export.csv?${new URLSearchParams({ ...this.#filter(), language: this.#library.language() })}`,
  );
  /** Actions to filter by, sorted by label. */
  protected readonly actions = computed(() => {
    const labels: Readonly<Record<string, string>> = this.isSecurity() ? this.t().audit.events : this.t().audit.acts;
    return Object.entries(labels)
      .map(([code, label]) => ({ code, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nb'));
  });
  protected readonly trackRow = (entry: AuditEntryDto) => entry.id;
  protected readonly trackEvent = (event: SecurityEventDto) => event.id;
  protected readonly eventColumns = computed<readonly Column<SecurityEventDto>[]>(() => {
    const { heads, noUser, outcomes, events } = this.t().audit;
    return [
      { key: 'at', head: heads.at, text: (row) => this.#wording.instant(row.at) },
      {
        key: 'event',
        head: heads.act,
        text: (row) => (events as Readonly<Record<string, string>>)[row.event] ?? row.event,
      },
      {
        key: 'outcome',
        head: heads.outcome,
        text: (row) => (row.outcome === 'failure' ? outcomes.failure : outcomes.success),
      },
      { key: 'person', head: heads.person, text: (row) => row.person ?? noUser },
      { key: 'count', head: heads.count, text: (row) => this.#wording.count(row.count) },
      { key: 'address', head: heads.address, text: (row) => row.address ?? '' },
      {
        key: 'about',
        head: heads.about,
        text: (row) =>
          Object.entries(row.details)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join(', '),
      },
    ];
  });

  protected readonly columns = computed<readonly Column<AuditEntryDto>[]>(() => {
    const { heads, noUser } = this.t().audit;
    return [
      { key: 'at', head: heads.at, text: (row) => this.#wording.instant(row.at) },
      { key: 'person', head: heads.person, text: (row) => row.person ?? noUser },
      { key: 'act', head: heads.act, text: (row) => this.#act(row.act) },
      { key: 'about', head: heads.about, text: aboutOf, choice: 'shown' },
      { key: 'organisation', head: heads.organisation, text: (row) => row.organisation ?? '' },
      { key: 'via', head: heads.via, text: (row) => this.#channel(row), choice: 'shown' },
      { key: 'id', head: heads.id, text: (row) => row.subjectId, choice: 'hidden' },
    ];
  });

  /** Switches to the other log and clears the action, because the logs have different actions. */
  protected showLog(event: Event): void {
    this.#go({ log: valueOf(event), action: '' });
  }

  /** Filters by one field and returns to the first page. */
  protected narrow(field: 'person' | 'action' | 'from' | 'to', event: Event): void {
    this.#go({ [field]: valueOf(event) });
  }

  #go(change: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(
      Object.entries({ ...change, before: '' }).map(([name, value]) => [name, value === '' ? null : value]),
    );
    void this.#router.navigate(['/audit'], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected older(entries: readonly { readonly id: string }[]): string | null {
    return entries.length === pageLength ? (entries.at(-1)?.id ?? null) : null;
  }

  /** Returns the label of an act, or its code when it has no label. */
  #act(code: string): string {
    return (this.t().audit.acts as Readonly<Record<string, string>>)[code] ?? code;
  }

  /** Returns the label of the channel; for an API key with its name and prefix. */
  #channel({ via, apiKey }: AuditEntryDto): string {
    const way = (this.t().audit.ways as Readonly<Record<string, string>>)[via] ?? via;
    return apiKey ? `${way} «${apiKey.name}» (tg_${apiKey.prefix}…)` : way;
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/**
 * Returns a readable name of the subject from the entry's details: a report number, a name or a title; empty when there
 * is none.
 */
export function aboutOf(entry: AuditEntryDto): string {
  const { number, name, title } = entry.details as Readonly<Record<string, unknown>>;
  const named = [number, name, title].find((value) => typeof value === 'string');
  return String(named ?? '');
}
