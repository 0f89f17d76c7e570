import { Component, computed, inject, signal } from '@angular/core';
import { labelOf, type InspectedCustomer } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { normaliseName } from '@tallgrunn/values';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

const pageSize = 25;
const headingsMax = 20;
const buyerRoles = ['buyer', 'buyerOrgNumber', 'buyerName'];

/** A customer name that is asked about, with all customers that share it. */
interface CustomerQuestion {
  readonly key: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly rows: number;
}

/** The redaction before upload: rows about others, columns of personal data, and the customers asked about. */
@Component({
  selector: 'tg-redaction-section',
  templateUrl: './redaction-section.html',
  styleUrl: './redaction-section.css',
})
export class RedactionSection {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportStore);
  protected readonly headings = computed(() => [
    ...new Set(
      (this.desk.cut()?.facts.columns ?? []).map(({ heading, column }) => `«${heading === '' ? column + 1 : heading}»`),
    ),
  ]);
  protected readonly unused = computed(() =>
    [
      ...new Set(
        (this.desk.cut()?.facts.unused ?? []).flatMap(({ heading }) => (heading === '' ? [] : [`«${heading}»`])),
      ),
    ].slice(0, headingsMax),
  );
  readonly #library = inject(TextLibrary);
  /**
   * Rows without a customer may belong to the customer above; this fix fills them down, for the redaction and the
   * check.
   */
  protected readonly fillDown = computed(() => {
    const fields = this.desk.basis.known()?.terms.tables.flatMap((table) => table.fields) ?? [];
    const customers = new Set(fields.flatMap(({ name, role }) => (buyerRoles.includes(role ?? name) ? [name] : [])));
    const group = this.desk
      .verdict()
      ?.groups.find(({ example }) =>
        example.fix?.patches.some((patch) => patch.set === 'fill-down' && customers.has(patch.field)),
      );
    return group?.example.fix ? { group, label: labelOf(group.example.fix, this.#library.language()) } : null;
  });
  readonly #othersShown = signal(pageSize);
  readonly #shownCount = signal(pageSize);
  protected readonly others = computed(() => (this.desk.cut()?.others ?? []).slice(0, this.#othersShown()));
  /** One question per name, however many sites, numbers or spellings occur with it. */
  protected readonly names = computed(() =>
    [...Map.groupBy(this.desk.cut()?.doubtful ?? [], ({ name }) => normaliseName(name))].map(
      ([key, all]): CustomerQuestion => ({
        key,
        name: all[0]!.name,
        keys: all.map((each) => each.key),
        rows: all.reduce((sum, { rows }) => sum + rows, 0),
      }),
    ),
  );
  protected readonly asked = computed(() => this.names().slice(0, this.#shownCount()));
  protected readonly namesLeft = computed(() => {
    const open = new Set(this.desk.customersToAnswer().map(({ key }) => key));
    return this.names().filter(({ keys }) => keys.some((key) => open.has(key))).length;
  });
  protected readonly othersLeft = computed(() => (this.desk.cut()?.others.length ?? 0) - this.others().length);
  protected readonly askedLeft = computed(() => this.names().length - this.asked().length);
  /** Customers assumed to be outside the cooperative until the user included them. */
  protected readonly takenAlong = computed(() => {
    const asked = new Set((this.desk.cut()?.doubtful ?? []).map(({ key }) => key));
    return [...(this.desk.chosen()?.customers ?? [])].flatMap(([key, answer]) =>
      answer === 'ours' && !asked.has(key) ? [key] : [],
    );
  });

  protected nameOf({ name }: Pick<InspectedCustomer, 'name'>): string {
    return name === '' ? this.t().cut.nobody : name;
  }

  /** Returns the common answer for a name; null while one is open or when they differ. */
  protected answerOf({ keys }: CustomerQuestion): 'ours' | 'others' | null {
    const answers = new Set(keys.map((key) => this.desk.chosen()?.customers.get(key) ?? null));
    return answers.size === 1 ? [...answers][0]! : null;
  }

  protected answer(keys: readonly string[], answer: 'ours' | 'others'): void {
    this.desk.answerFor(keys, answer);
  }

  protected answerRest(answer: 'ours' | 'others'): void {
    this.desk.answerFor(
      this.desk.customersToAnswer().map(({ key }) => key),
      answer,
    );
  }

  protected moreOthers(): void {
    this.#othersShown.update((shown) => shown + pageSize * 4);
  }

  protected moreAsked(): void {
    this.#shownCount.update((shown) => shown + pageSize * 4);
  }
}
