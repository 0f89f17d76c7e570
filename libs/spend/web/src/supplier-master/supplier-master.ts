import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { assignablePartiesList, supplierMasterImport, supplierMasterShow } from '@tallgrunn/api-client/calls';
import type { SuppliersStatedDto } from '@tallgrunn/api-client/shapes';
import { Field, FileDrop, ProblemMessages, Progress, TextLibrary, texts } from '@tallgrunn/design';
import { messageOf } from '@tallgrunn/formats';
import { limits, tableEndings } from '@tallgrunn/values';
import { spendTexts } from '../texts/spend-texts.ts';

/** Shows which of a buyer's ledger numbers are known, and imports an export of its supplier master. */
@Component({
  selector: 'tg-supplier-master',
  imports: [Field, FileDrop, Progress],
  templateUrl: './supplier-master.html',
})
export class SupplierMaster {
  protected readonly t = texts(spendTexts);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #library = inject(TextLibrary);
  readonly #send = sender();
  protected readonly limits = limits.spend;
  protected readonly endings = tableEndings;
  protected readonly forOthers = computed(() => this.#session.side() === 'cooperative');
  readonly #parties = read(assignablePartiesList, () => (this.forOthers() ? {} : undefined));
  protected readonly buyers = computed(() => arrived(this.#parties)?.filter(({ kind }) => kind === 'buyer') ?? []);
  protected readonly known = read(supplierMasterShow);
  protected readonly standing = computed(() =>
    (arrived(this.known) ?? []).map(({ buyer, numbers }) =>
      this.t().suppliers.known({ buyer: this.forOthers() ? buyer : '', count: numbers.length }),
    ),
  );
  protected readonly buyer = signal('');
  protected readonly working = signal(false);
  protected readonly stated = signal<SuppliersStatedDto | null>(null);
  protected readonly trouble = signal('');

  /** Excluded rows are mentioned only when there are some. */
  protected readonly left = computed(() => {
    const stated = this.stated();
    const { without, wrong, contradicting } = this.t().suppliers;
    if (!stated) return [];
    return [
      stated.without > 0 ? without({ rows: stated.without }) : '',
      stated.wrong > 0 ? wrong({ rows: stated.wrong }) : '',
      stated.contradicting > 0 ? contradicting({ numbers: stated.contradicting }) : '',
    ].filter(Boolean);
  });

  protected choose(event: Event): void {
    this.buyer.set((event.target as HTMLSelectElement).value);
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file || this.working()) return;
    this.working.set(true);
    this.trouble.set('');
    this.stated.set(null);
    try {
      this.stated.set(
        await this.#send(supplierMasterImport, {
          body: { file, ...(this.forOthers() ? { buyerId: this.buyer() } : {}) },
        }),
      );
      this.known.reload();
    } catch (error) {
      const problem = problemOf(error);
      const ofFile = problem.status === 422;
      this.trouble.set(
        ofFile
          ? messageOf(
              {
                code: problem.code,
                params: problem.params as Record<string, string>,
                severity: 'blocksFile',
                place: null,
                found: null,
                expected: null,
              },
              this.#library.language(),
            )
          : this.#messages.sentence(problem),
      );
    } finally {
      this.working.set(false);
    }
  }
}
