import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { builtInProfiles, ledgerFields, ledgerParties, ledgerScales, ledgerTexts } from '@tallgrunn/formats';
import type { LedgerField, LedgerProfile, Proposal } from '@tallgrunn/formats';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { spendTexts } from '../texts/spend-texts.ts';
import type { Heading } from '../upload/read-file-preview.ts';
import { classRules, draftErrors, createDraft, guessColumns, buildProfile, systems } from './draft-profile.ts';
import type { DraftProfile } from './draft-profile.ts';

/** Form for an import profile. Columns are proposed from recognised headings and confirmed or changed by the user. */
@Component({
  selector: 'tg-import-profile-form',
  imports: [ErrorSummary, Field],
  templateUrl: './import-profile-form.html',
  styleUrl: './import-profile-form.css',
})
export class ImportProfileForm {
  /** Headings of the file. */
  readonly headings = input.required<readonly Heading[]>();
  readonly proposal = input<Proposal | null>(null);
  readonly busy = input(false);
  readonly saved = output<LedgerProfile>();
  readonly cancelled = output();
  protected readonly t = texts(spendTexts);
  protected readonly fields = ledgerFields;
  protected readonly systems = systems;
  protected readonly classRules = classRules;
  protected readonly signs = ['cost-positive', 'cost-negative'] as const;
  protected readonly scales = ledgerScales.map((scale) => `${scale}` as const);
  protected readonly partiesOf = ledgerParties;
  protected readonly textsOf = ledgerTexts;
  protected readonly vats = ['net', 'gross', 'unknown'] as const;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly faultAt = fieldError;
  readonly #names = computed(() => this.headings().map(({ name }) => name));
  protected readonly draft = linkedSignal<DraftProfile>(() =>
    createDraft(
      this.proposal()?.columns ?? guessColumns(this.#names(), builtInProfiles),
      this.proposal()?.profile ?? null,
    ),
  );
  protected readonly unused = computed(() =>
    this.#names().filter((heading) => !Object.values(this.draft().headings).includes(heading)),
  );

  protected write(changes: Partial<DraftProfile>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
  }

  protected choose(field: LedgerField, event: Event): void {
    this.draft.update((draft) => ({ ...draft, headings: { ...draft.headings, [field]: this.valueOf(event) } }));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected pick<T extends string>(values: readonly T[], event: Event, fallback: T): T {
    return values.find((value) => value === this.valueOf(event)) ?? fallback;
  }

  protected save(event: Event): void {
    event.preventDefault();
    const { nameMissing, amountMissing, accountsWrong, grossCentresWrong, ratesWrong } = this.t().form;
    const errors = {
      name: { field: 'profile-name', sentence: nameMissing },
      amount: { field: 'column-amount', sentence: amountMissing },
      accounts: { field: 'profile-accounts', sentence: accountsWrong },
      grossCentres: { field: 'profile-gross-centres', sentence: grossCentresWrong },
      rates: { field: 'profile-rates', sentence: ratesWrong },
    };
    this.faults.set(draftErrors(this.draft()).map((fault) => errors[fault]));
    if (this.faults().length === 0) this.saved.emit(buildProfile(this.draft(), this.proposal()?.profile ?? null));
  }
}
