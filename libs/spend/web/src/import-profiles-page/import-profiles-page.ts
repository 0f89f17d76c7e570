import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { importProfilesList, importProfilesSave } from '@tallgrunn/api-client/calls';
import type { ImportProfileSummaryDto } from '@tallgrunn/api-client/shapes';
import {
  FileDrop,
  Loaded,
  PageHeader,
  ProblemMessages,
  TextLibrary,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import { ledgerFields, messageOf } from '@tallgrunn/formats';
import type { LedgerProfile } from '@tallgrunn/formats';
import { limits, tableEndings } from '@tallgrunn/values';
import { ImportProfileForm } from '../import-profile-form/import-profile-form.ts';
import { SupplierMaster } from '../supplier-master/supplier-master.ts';
import { spendTexts } from '../texts/spend-texts.ts';
import { readLedgerHeadings, toReadError } from '../upload/read-file-preview.ts';
import type { LedgerHeadings } from '../upload/read-file-preview.ts';
import { describeRules } from './describe-rules.ts';

/** Page of import profiles: stored ones, shipped examples, and a new one from a file's headings. */
@Component({
  selector: 'tg-import-profiles-page',
  imports: [FileDrop, Loaded, PageHeader, ImportProfileForm, SupplierMaster],
  templateUrl: './import-profiles-page.html',
  styleUrl: './import-profiles-page.css',
})
export class ImportProfilesPage {
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #library = inject(TextLibrary);
  readonly #send = sender();
  protected readonly limits = limits.spend;
  protected readonly endings = tableEndings;
  protected readonly mayImport = computed(() => this.#session.permissions().has('spend.import'));
  protected readonly profiles = read(importProfilesList);
  protected readonly chosen = queryState('profile');
  protected readonly look = signal<LedgerHeadings | null>(null);
  protected readonly saving = signal(false);
  protected readonly said = signal('');
  protected readonly trouble = signal('');

  protected keyOf(row: ImportProfileSummaryDto): string {
    return row.id ?? this.profileOf(row).id;
  }

  protected profileOf(row: ImportProfileSummaryDto): LedgerProfile {
    return row.profile as unknown as LedgerProfile;
  }

  protected shownOf(rows: readonly ImportProfileSummaryDto[]): ImportProfileSummaryDto | null {
    return rows.find((row) => this.keyOf(row) === this.chosen()) ?? rows[0] ?? null;
  }

  protected standingOf(row: ImportProfileSummaryDto): string {
    const { example, common, own, version } = this.t().profilesPage;
    if (row.id === null) return example;
    const saved = version({ version: row.version ?? 1, saved: row.savedAt ? this.wording.date(row.savedAt) : '' });
    return [row.buyerId === null ? common : own, saved].join('. ');
  }

  protected columnsOf(profile: LedgerProfile) {
    return ledgerFields
      .filter((field) => profile.columns[field] !== undefined)
      .map((field) => ({ field: this.t().fields[field], heading: [profile.columns[field] ?? []].flat().join(', ') }));
  }

  protected rulesOf(profile: LedgerProfile): readonly string[] {
    return describeRules(profile, this.t());
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.trouble.set('');
    this.said.set('');
    try {
      this.look.set(await readLedgerHeadings(file, arrived(this.profiles)?.map((row) => this.profileOf(row)) ?? []));
    } catch (error) {
      this.trouble.set(
        messageOf(
          { ...toReadError(error), severity: 'blocksFile', place: null, found: null, expected: null },
          this.#library.language(),
        ),
      );
    }
  }

  protected async save(profile: LedgerProfile): Promise<void> {
    this.saving.set(true);
    this.trouble.set('');
    try {
      const { id, version } = await this.#send(importProfilesSave, { body: { profile: { ...profile } } });
      this.said.set(this.t().profilesPage.saved({ name: profile.name, version }));
      this.look.set(null);
      this.profiles.reload();
      this.chosen.set(id);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.saving.set(false);
    }
  }
}
