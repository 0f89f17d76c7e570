import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { assignablePartiesList, declarationsList, declarationsReceive } from '@tallgrunn/api-client/calls';
import type { DeclarationReceiptDto, DeclarationSummaryDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Field,
  FileDrop,
  FindingList,
  Loaded,
  PageHeader,
  ProblemMessages,
  Progress,
  TextLibrary,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { findingGroups } from '../findings/finding-groups.ts';
import { declarationTexts } from '../texts/declaration-texts.ts';

const PAGE = 100;

/** Page for submitting EPDs and product footprints of suppliers, with the list of submitted declarations. */
@Component({
  selector: 'tg-declarations-page',
  imports: [
    AgreementFilter,
    Cell,
    DataTable,
    Empty,
    Field,
    FileDrop,
    FindingList,
    Loaded,
    PageHeader,
    Progress,
    RouterLink,
  ],
  templateUrl: './declarations-page.html',
})
export class DeclarationsPage {
  protected readonly t = texts(declarationTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #library = inject(TextLibrary);
  readonly #send = sender();
  protected readonly limits = limits.declaration;
  protected readonly sort = queryState('sort');
  protected readonly maySubmit = computed(() => this.#session.permissions().has('declaration.submit'));
  protected readonly isSupplier = computed(() => this.#session.side() === 'supplier');
  readonly #parties = read(assignablePartiesList, () => (this.maySubmit() && !this.isSupplier() ? {} : undefined));
  protected readonly suppliers = computed(
    () => arrived(this.#parties)?.filter(({ kind }) => kind === 'supplier') ?? [],
  );

  protected readonly agreement = queryState('agreement');
  readonly #filter = computed(() => (this.agreement() ? { agreementId: this.agreement() } : {}));
  protected readonly first = read(declarationsList, this.#filter);
  protected readonly noneReason = computed(() => {
    const { noneOfAgreement, noneReason, noneSupplier } = this.t().list;
    if (this.agreement()) return noneOfAgreement;
    return this.isSupplier() ? noneSupplier : noneReason;
  });
  readonly #older = linkedSignal<
    readonly DeclarationSummaryDto[] | undefined,
    readonly (readonly DeclarationSummaryDto[])[]
  >({ source: () => arrived(this.first), computation: () => [] });
  protected readonly rows = computed(() => [...(arrived(this.first) ?? []), ...this.#older().flat()]);
  protected readonly hasMore = computed(() => (this.#older().at(-1) ?? arrived(this.first) ?? []).length === PAGE);
  protected readonly supplier = signal('');
  protected readonly sending = signal(false);
  protected readonly fetching = signal(false);
  protected readonly receipt = signal<DeclarationReceiptDto | null>(null);
  protected readonly trouble = signal('');
  protected readonly supplierFault = signal('');
  protected readonly trackRow = (row: DeclarationSummaryDto) => row.id;

  protected readonly columns = computed<readonly Column<DeclarationSummaryDto>[]>(() => {
    const { heads } = this.t().list;
    return [
      { key: 'number', head: heads.number, text: (row) => row.number, order: (row) => row.number },
      { key: 'file', head: heads.file, text: (row) => row.fileName, order: (row) => row.fileName },
      ...(this.isSupplier()
        ? []
        : [
            {
              key: 'supplier',
              head: heads.supplier,
              text: (row: DeclarationSummaryDto) => row.supplier ?? '',
              order: (row: DeclarationSummaryDto) => row.supplier ?? '',
            },
          ]),
      {
        key: 'received',
        head: heads.received,
        text: (row) => this.wording.date(row.receivedAt, 'short'),
        order: (row) => row.receivedAt,
      },
      {
        key: 'footprints',
        head: heads.footprints,
        text: (row) => this.wording.count(row.footprints),
        order: (row) => row.footprints,
        numeric: true,
      },
      {
        key: 'linked',
        head: heads.linked,
        text: (row) => this.wording.count(row.linkedItems),
        order: (row) => row.linkedItems,
        numeric: true,
      },
      {
        key: 'confirm',
        head: heads.confirm,
        text: (row) => (row.toConfirm === 0 ? '' : this.wording.count(row.toConfirm)),
        order: (row) => row.toConfirm,
        numeric: true,
      },
      {
        key: 'undecided',
        head: heads.undecided,
        text: (row) => (row.undecided === 0 ? '' : this.wording.count(row.undecided)),
        order: (row) => row.undecided,
        numeric: true,
      },
    ];
  });

  protected groupsOf({ findings }: DeclarationReceiptDto) {
    return findingGroups(findings, this.#library.language());
  }

  protected chooseSupplier(event: Event): void {
    this.supplier.set((event.target as HTMLSelectElement).value);
    this.supplierFault.set('');
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file || this.sending()) return;
    this.receipt.set(null);
    this.trouble.set('');
    if (!this.isSupplier() && this.supplier() === '') {
      this.supplierFault.set(this.t().upload.supplierMissing);
      return;
    }
    this.sending.set(true);
    try {
      this.receipt.set(
        await this.#send(declarationsReceive, {
          body: { file, ...(this.isSupplier() ? {} : { supplierId: this.supplier() }) },
        }),
      );
      this.first.reload();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }

  protected async more(): Promise<void> {
    const last = this.rows().at(-1);
    if (!last || this.fetching()) return;
    this.fetching.set(true);
    this.trouble.set('');
    try {
      const page = await this.#send(declarationsList, { ...this.#filter(), before: last.id });
      this.#older.update((pages) => [...pages, page]);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.fetching.set(false);
    }
  }
}
