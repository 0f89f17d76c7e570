import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  assignablePartiesList,
  importProfilesList,
  importProfilesSave,
  batchesPreview,
  batchesReceive,
  supplierMasterShow,
} from '@tallgrunn/api-client/calls';
import type { BatchPreviewDto, ImportProfileSummaryDto } from '@tallgrunn/api-client/shapes';
import { Field, FileDrop, Icon, ProblemMessages, Progress, TextLibrary, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { messageOf } from '@tallgrunn/formats';
import type { LedgerProfile, SpendFormat } from '@tallgrunn/formats';
import { limits, tableEndings } from '@tallgrunn/values';
import { ImportProfileForm } from '../import-profile-form/import-profile-form.ts';
import { spendTexts } from '../texts/spend-texts.ts';
import { DespatchPreviewPanel } from './despatch-preview.ts';
import { InvoicePreviewPanel } from './invoice-preview.ts';
import { LedgerPreviewPanel } from './ledger-preview.ts';
import {
  detectFormat,
  readLedgerHeadings,
  previewDespatchAdvices,
  previewInvoices,
  previewLedger,
  previewSaft,
  toReadError,
} from './read-file-preview.ts';
import type { LedgerHeadings, LedgerPreview, SaftPreview, ReadError } from './read-file-preview.ts';

interface DuplicateBatch {
  readonly number: string;
  readonly id: string;
}

/**
 * Upload of a file with invoices, despatch advices or a ledger. Shows in the browser how it will be imported, then
 * sends it.
 */
@Component({
  selector: 'tg-upload',
  imports: [
    DespatchPreviewPanel,
    Field,
    FileDrop,
    Icon,
    InvoicePreviewPanel,
    LedgerPreviewPanel,
    ImportProfileForm,
    Progress,
    RouterLink,
  ],
  templateUrl: './upload.html',
  styleUrl: './upload.css',
})
export class Upload {
  protected readonly t = texts(spendTexts);
  protected readonly limits = limits.spend;
  protected readonly endings = ['.xml', '.zip', ...tableEndings];
  protected readonly faultAt = fieldError;
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);
  readonly #library = inject(TextLibrary);
  readonly #send = sender();

  protected readonly forOthers = computed(() => this.#session.side() === 'cooperative');
  readonly #parties = read(assignablePartiesList, () => (this.forOthers() ? {} : undefined));
  protected readonly buyers = computed(() => arrived(this.#parties)?.filter(({ kind }) => kind === 'buyer') ?? []);
  protected readonly profiles = read(importProfilesList);

  protected readonly file = signal<File | null>(null);
  protected readonly format = signal<SpendFormat | null>(null);
  protected readonly kind = computed(() => kindOf(this.format()));
  protected readonly look = signal<LedgerHeadings | null>(null);
  protected readonly preview = signal<LedgerPreview | null>(null);
  protected readonly saft = signal<SaftPreview | null>(null);
  protected readonly deliveries = signal<Awaited<ReturnType<typeof previewDespatchAdvices>> | null>(null);
  protected readonly invoices = signal<Awaited<ReturnType<typeof previewInvoices>> | null>(null);
  protected readonly chosen = signal(0);
  protected readonly mapping = signal(false);
  protected readonly buyer = signal('');
  protected readonly period = signal('');
  protected readonly working = signal<'looking' | 'sending' | null>(null);
  protected readonly trouble = signal<ReadError | null>(null);
  /** The server's preview, shown when lines are duplicates or have unknown VAT. */
  protected readonly overlap = signal<BatchPreviewDto | null>(null);
  protected readonly known = signal<DuplicateBatch | null>(null);
  protected readonly faults = signal<readonly FormError[]>([]);

  protected readonly proposal = computed(() => this.look()?.proposals[this.chosen()] ?? null);
  protected readonly proposalNames = computed(() =>
    (this.look()?.proposals ?? []).map(({ profile, candidate, fit }) =>
      this.#rowOf(candidate)?.id
        ? this.t().upload.profileFit({ name: profile.name, fit })
        : this.t().upload.profileExample({ name: profile.name, fit }),
    ),
  );
  /** An example is stored as the buyer's own profile when it is used. */
  protected readonly isExample = computed(() => {
    const proposal = this.proposal();
    return proposal !== null && !this.#rowOf(proposal.candidate)?.id;
  });
  protected readonly ready = computed(
    () =>
      (this.kind() !== 'ledger'
        ? [...(this.invoices() ?? []), ...(this.deliveries() ?? [])].some((seen) => 'document' in seen)
        : this.#shown()?.trouble === null) ?? false,
  );
  protected readonly troubleSentence = computed(() => {
    const trouble = this.trouble() ?? this.#shown()?.trouble;
    return trouble
      ? messageOf(
          {
            ...trouble,
            severity: 'blocksFile',
            place: null,
            found: trouble.params['found'] === undefined ? null : String(trouble.params['found']),
            expected: null,
          },
          this.#library.language(),
        )
      : '';
  });

  protected async take([file]: readonly File[]): Promise<void> {
    this.forget();
    if (!file) return;
    this.file.set(file);
    await this.#lookInto(file);
  }

  protected forget(): void {
    for (const part of [
      this.file,
      this.format,
      this.saft,
      this.look,
      this.preview,
      this.invoices,
      this.deliveries,
      this.trouble,
      this.known,
      this.overlap,
    ])
      part.set(null);
    this.chosen.set(0);
    this.mapping.set(false);
    this.faults.set([]);
  }

  protected async choose(index: number): Promise<void> {
    this.chosen.set(index);
    await this.#readWith(this.proposal()?.profile);
  }

  /** Stores the profile that the user edited, then reads the file with it. */
  protected async keep(profile: LedgerProfile): Promise<void> {
    const file = this.file();
    if (!file) return;
    await this.#working('sending', async () => {
      await this.#send(importProfilesSave, { body: { profile: { ...profile }, ...this.#buyerPart() } });
      this.mapping.set(false);
      const rows = await this.#send(importProfilesList, {});
      this.profiles.set(rows);
      const headings = await readLedgerHeadings(file, known(rows));
      this.look.set(headings);
      await this.choose(
        Math.max(
          0,
          headings.proposals.findIndex((proposal) => proposal.profile.id === profile.id),
        ),
      );
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    if (!file || this.working()) return;
    const missing = this.forOthers() && this.format() === 'table' && this.buyer() === '';
    this.faults.set(missing ? [{ field: 'upload-buyer', sentence: this.t().upload.buyerMissing }] : []);
    if (missing) return;
    await this.#working('sending', async () => {
      if (await this.#isThere(file)) return;
      const profileId = this.format() === 'table' ? await this.#profileId() : undefined;
      const period = this.period().trim();
      const body = {
        file,
        kind: this.kind(),
        ...this.#buyerPart(),
        ...(profileId ? { profileId } : {}),
        ...(period ? { period } : {}),
      };
      const { id } = await this.#send(batchesReceive, { body });
      await this.#router.navigate(['/spend', id]);
    });
  }

  /** Formats totals by currency. */
  protected moneyOf(totals: Readonly<Record<string, string>>): string {
    return Object.entries(totals)
      .map(([currency, amount]) => this.t().money({ amount, currency }))
      .join(' · ');
  }

  /**
   * Requests a preview from the server. Returns true when the user must first see it: the file is known or would be
   * refused, lines are duplicates, or VAT is unknown. The second attempt sends the file.
   */
  async #isThere(file: File): Promise<boolean> {
    if (this.overlap() !== null) return false;
    const profileId = this.#rowOf(this.proposal()?.candidate)?.id;
    const period = this.period().trim();
    const body = {
      file,
      kind: this.kind(),
      ...this.#buyerPart(),
      ...(profileId ? { profileId } : {}),
      ...(period ? { period } : {}),
    };
    const seen = await this.#send(batchesPreview, { body });
    if (seen.known) this.known.set(seen.known);
    if (seen.refusal) this.trouble.set(seen.refusal as ReadError);
    const needsReview = seen.overlap.lines > 0 || Object.keys(seen.unknownTotals).length > 0;
    if (needsReview) this.overlap.set(seen);
    return seen.known !== null || seen.refusal !== null || needsReview;
  }

  /** Sets the buyer and rereads the file, because known ledger numbers depend on the buyer. */
  protected async chooseBuyer(event: Event): Promise<void> {
    this.buyer.set(this.valueOf(event));
    this.overlap.set(null);
    await this.#readWith(this.proposal()?.profile);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  async #lookInto(file: File): Promise<void> {
    this.working.set('looking');
    try {
      this.format.set(await detectFormat(file));
      if (this.kind() === 'invoices') {
        this.invoices.set(await previewInvoices(file));
      } else if (this.kind() === 'deliveries') {
        this.deliveries.set(await previewDespatchAdvices(file));
      } else if (this.format() === 'saft') {
        this.saft.set(await previewSaft(file));
      } else {
        this.look.set(await readLedgerHeadings(file, known(await this.#profiles())));
        await this.#readWith(this.proposal()?.profile);
      }
    } catch (error) {
      this.trouble.set(toReadError(error));
    } finally {
      this.working.set(null);
    }
  }

  /** Returns the profiles. A file may be chosen before they are loaded. */
  async #profiles(): Promise<readonly ImportProfileSummaryDto[]> {
    const loaded = arrived(this.profiles);
    if (loaded) return loaded;
    const rows = await this.#send(importProfilesList, {});
    this.profiles.set(rows);
    return rows;
  }

  async #readWith(profile: LedgerProfile | undefined): Promise<void> {
    const file = this.file();
    this.preview.set(file && profile ? await previewLedger(file, profile, await this.#supplierNumbers()) : null);
  }

  /** Returns the buyer's ledger numbers of organisations; empty when the cooperative has not chosen a buyer. */
  async #supplierNumbers(): Promise<readonly string[]> {
    const known = await this.#send(supplierMasterShow, {}).catch(() => []);
    return known.find(({ buyerId }) => !this.forOthers() || buyerId === this.buyer())?.numbers ?? [];
  }

  /** Returns the id of the chosen profile. An example is stored first. */
  async #profileId(): Promise<string | undefined> {
    const profile = this.proposal()?.profile;
    if (!profile) return undefined;
    const storedId = this.#rowOf(this.proposal()?.candidate)?.id;
    return (
      storedId ?? (await this.#send(importProfilesSave, { body: { profile: { ...profile }, ...this.#buyerPart() } })).id
    );
  }

  #shown(): LedgerPreview | null {
    return this.saft() ?? this.preview();
  }

  #rowOf(profile: LedgerProfile | undefined): ImportProfileSummaryDto | undefined {
    return arrived(this.profiles)?.find((row) => (row.profile as unknown) === profile);
  }

  #buyerPart(): { readonly buyerId?: string } {
    return this.forOthers() && this.buyer() ? { buyerId: this.buyer() } : {};
  }

  async #working(what: 'sending', act: () => Promise<void>): Promise<void> {
    this.working.set(what);
    this.known.set(null);
    try {
      await act();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'batch-duplicate')
        this.known.set({ number: String(problem.params['number']), id: String(problem.params['id']) });
      else this.faults.set([{ field: '', sentence: this.#messages.sentence(problem) }]);
    } finally {
      this.working.set(null);
    }
  }
}

const kindOf = (format: SpendFormat | null): 'ledger' | 'invoices' | 'deliveries' =>
  format === 'table' || format === 'saft' ? 'ledger' : format === 'despatch' ? 'deliveries' : 'invoices';

const known = (rows: readonly ImportProfileSummaryDto[]): LedgerProfile[] =>
  rows.map((row) => row.profile as unknown as LedgerProfile);
