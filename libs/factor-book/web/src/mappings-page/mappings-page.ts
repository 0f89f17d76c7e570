import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import {
  categoriesList,
  productGroupsList,
  accountMapList,
  mappingCorrectionsCreate,
  mappingCorrectionsList,
  categoryMappingsList,
  mappingCorrectionsRevoke,
  emissionPreviewsMappingCorrections,
} from '@tallgrunn/api-client/calls';
import type { MappingCorrectionDto, MappingDto, PreviewDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  TextLibrary,
  Wording,
  fieldError,
  designTexts,
  queryState,
  texts,
  fetchAllPages,
} from '@tallgrunn/design';
import type { Column, FetchAllRows, FormError } from '@tallgrunn/design';
import { ActionState, valueOf } from '../action-state.ts';
import { PreviewChanges } from '../preview/preview-changes.ts';
import { factorTexts } from '../texts/factor-texts.ts';

const systems = ['unspsc', 'cpv', 'kostra', 'ns4102', 'dfo', 'item'] as const;
/** Filter on confidence: all, below 80 %, and 60 % or less. */
const limits = ['', '0.8', '0.61'] as const;
const PAGE = 200;

/**
 * Page of category mappings: the categories as a tree, the mappings with their confidence, bulk correction, and earlier
 * corrections.
 */
@Component({
  selector: 'tg-mappings-page',
  imports: [Cell, DataTable, PreviewChanges, ErrorSummary, Field, Loaded, PageHeader, RouterLink],
  templateUrl: './mappings-page.html',
  styleUrl: '../assignments-page/assignments-page.css',
})
export class MappingsPage {
  protected readonly t = texts(factorTexts);
  protected readonly design = texts(designTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #send = sender();
  protected readonly acting = new ActionState();
  protected readonly mayCorrect = computed(() => this.#session.permissions().has('item.classify'));
  protected readonly list = queryState('list', 'kostra');
  protected readonly category = queryState('category');
  protected readonly text = queryState('text');
  protected readonly below = queryState('below');
  protected readonly sort = queryState('sort');
  protected readonly systems = systems;
  protected readonly limits = limits;
  protected readonly faultAt = fieldError;
  protected readonly valueOf = valueOf;

  protected readonly system = computed(() => systems.find((one) => one === this.list()) ?? 'kostra');
  readonly #request = computed(() => {
    const below = limits.find((one) => one === this.below());
    return {
      system: this.system(),
      ...(this.category() ? { category: this.category() } : {}),
      ...(this.text().trim() ? { text: this.text().trim() } : {}),
      ...(below ? { below } : {}),
    };
  });
  protected readonly found = read(categoryMappingsList, () => this.#request());
  protected readonly categories = read(categoriesList);
  protected readonly products = read(productGroupsList);
  protected readonly corrections = read(mappingCorrectionsList);
  readonly #accounts = read(accountMapList, () => {
    const system = this.system();
    return system === 'kostra' || system === 'ns4102' || system === 'dfo' ? { system } : undefined;
  });
  readonly #further = signal<readonly MappingDto[]>([]);
  protected readonly rows = computed(() => [...(arrived(this.found) ?? []), ...this.#further()]);
  protected readonly more = computed(() => this.rows().length > 0 && this.rows().length % PAGE === 0);
  protected readonly allRows: FetchAllRows<MappingDto> = (progress) =>
    fetchAllPages(async (after: string | null) => {
      const rows = await this.#send(categoryMappingsList, { ...this.#request(), ...(after !== null && { after }) });
      return { rows, next: rows.length === PAGE ? (rows.at(-1)?.code ?? null) : null };
    }, progress);

  protected readonly selection = signal<readonly MappingDto[]>([]);
  protected readonly meaning = signal('');
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly told = signal<PreviewDto | null>(null);

  protected readonly categoryNames = computed(
    () => new Map((arrived(this.categories) ?? []).map(({ code, name }) => [code, name[this.#library.language()]])),
  );
  protected readonly productNames = computed(
    () => new Map((arrived(this.products) ?? []).map(({ code, name }) => [code, name[this.#library.language()]])),
  );
  readonly #accountNames = computed(
    () => new Map((arrived(this.#accounts) ?? []).map(({ code, name }) => [code, name[this.#library.language()]])),
  );
  protected readonly tree = computed(() =>
    (arrived(this.categories) ?? []).map(({ code, cpvPrefixes, accounts }) => {
      const kinds = (arrived(this.products) ?? [])
        .filter((product) => product.category === code)
        .map((product) => product.name[this.#library.language()]);
      return { code, name: this.categoryNames().get(code) ?? code, kinds, codes: cpvPrefixes.length + accounts.length };
    }),
  );
  /** A product group can be assigned to items and to full UNSPSC codes of eight digits. */
  protected readonly takesProducts = computed(
    () =>
      this.selection().length > 0 &&
      (this.system() === 'item' ||
        (this.system() === 'unspsc' && this.selection().every(({ code }) => code.length === 8))),
  );

  constructor() {
    effect(() => {
      this.#request();
      this.#further.set([]);
      this.selection.set([]);
      this.told.set(null);
    });
  }

  protected readonly track = ({ code }: MappingDto) => code;
  protected readonly nameRow = (row: MappingDto) =>
    this.t().mappings.selectRow({ name: `${this.codeOf(row)} ${this.nameOf(row)}`.trim() });
  protected readonly columns = computed<readonly Column<MappingDto>[]>(() => {
    const { heads, how } = this.t().mappings;
    return [
      { key: 'code', head: heads.code, text: (row) => this.codeOf(row), order: (row) => this.codeOf(row) },
      {
        key: 'name',
        head: heads.name,
        text: (row) => [this.nameOf(row), row.seller].filter(Boolean).join(' · '),
        order: (row) => this.nameOf(row),
      },
      { key: 'meaning', head: heads.meaning, text: (row) => this.meaningOf(row), order: (row) => this.meaningOf(row) },
      {
        key: 'confidence',
        head: heads.confidence,
        numeric: true,
        text: (row) => (row.confidence === null ? this.design().notStated : this.wording.share(row.confidence, 0)),
        order: (row) => Number(row.confidence ?? -1),
      },
      { key: 'how', head: heads.how, text: (row) => how[row.how], order: (row) => how[row.how] },
    ];
  });

  protected codeOf({ system, code }: { readonly system: string; readonly code: string }): string {
    return system === 'item' ? code.slice(code.indexOf(':') + 1) : code;
  }

  protected nameOf({ code, name }: MappingDto): string {
    return name?.[this.#library.language()] ?? this.#accountNames().get(code) ?? '';
  }

  protected meaningOf({ category, product }: Pick<MappingDto, 'category' | 'product'>): string {
    const of = category ? (this.categoryNames().get(category) ?? category) : this.t().mappings.unknown;
    return product ? `${of}: ${this.productNames().get(product) ?? product}` : of;
  }

  protected howOf({ how }: MappingDto): string {
    return this.t().mappings.how[how];
  }

  protected correctionOf({ system, some, codes, category, product, undoes }: MappingCorrectionDto): string {
    const { corrected, andMore, undoes: takesBack, systems: names } = this.t().mappings;
    const shown = some.map((code) => this.codeOf({ system, code })).join(', ');
    const list = codes > some.length ? andMore({ some: shown, more: codes - some.length }) : shown;
    return corrected({
      system: names[system],
      codes: list,
      meaning: undoes ? takesBack : this.meaningOf({ category, product }),
    });
  }

  readonly #correction = computed(() => {
    const [kind, code = null] = this.meaning().split(':') as [string, string?];
    return {
      system: this.system(),
      codes: this.selection().map((row) => row.code),
      ...(kind === 'product' ? { product: code } : { category: code }),
    };
  });

  #complete(fields: Readonly<Record<string, string>>): boolean {
    const { missing } = this.t().mappings;
    this.faults.set(
      Object.entries(fields).flatMap(([field, value]) =>
        value ? [] : [{ field, sentence: missing[field as keyof typeof missing] }],
      ),
    );
    return this.faults().length === 0;
  }

  protected async showMore(): Promise<void> {
    const last = this.rows().at(-1);
    if (!last) return;
    await this.acting.run('', async () => {
      const next = await this.#send(categoryMappingsList, { ...this.#request(), after: last.code });
      this.#further.set([...this.#further(), ...next]);
    });
  }

  protected async preview(): Promise<void> {
    if (!this.#complete({ 'correct-to': this.meaning() })) return;
    await this.acting.run('', async () =>
      this.told.set(await this.#send(emissionPreviewsMappingCorrections, { body: this.#correction() })),
    );
  }

  protected async correct(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.#complete({ 'correct-to': this.meaning(), 'correct-reason': this.reason().trim() })) return;
    const said = this.t().mappings.correctedSaid({ count: this.selection().length });
    if (
      await this.acting.run(said, () =>
        this.#send(mappingCorrectionsCreate, { body: { ...this.#correction(), reason: this.reason().trim() } }),
      )
    )
      this.#reload();
  }

  protected async undo({ id }: MappingCorrectionDto): Promise<void> {
    const { undoneSaid, undoReason } = this.t().mappings;
    if (
      await this.acting.run(undoneSaid, () =>
        this.#send(mappingCorrectionsRevoke, { correctionId: id, body: { reason: undoReason } }),
      )
    )
      this.#reload();
  }

  #reload(): void {
    this.selection.set([]);
    this.told.set(null);
    this.#further.set([]);
    for (const each of [this.found, this.corrections, this.categories]) each.reload();
  }
}
