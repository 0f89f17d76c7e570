import { Component, computed, inject, input } from '@angular/core';
import type { ChangeDto, ImportDto, PlannedAgreementDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, StatusTag, Wording, queryState, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';

/** The effect of an import: agreements created, changed and unchanged, and new organisations. */
@Component({
  selector: 'tg-import-outcome',
  imports: [Cell, DataTable, StatusTag],
  template: `
    <p>{{ t().intake.summary(counts()) }}</p>
    @if (view().parties.length > 0) {
      <p>{{ t().intake.newParties(fresh()) }}</p>
      <details class="ds-details">
        <summary>{{ t().change.newParty }}</summary>
        <ul>
          @for (party of view().parties; track $index) {
            <li>
              {{ kindOf(party.kind) }}: {{ party.name }} <span class="tg-number">{{ party.orgNumber }}</span>
            </li>
          }
        </ul>
      </details>
      @if (withoutNumber().length > 0) {
        <p>{{ t().intake.withoutNumber({ names: withoutNumber() }) }}</p>
      }
    }
    @if (view().leftOut.length > 0) {
      <details class="ds-details" open>
        <summary>{{ t().intake.leftOut({ count: view().leftOut.length }) }}</summary>
        <ul>
          @for (row of view().leftOut; track $index) {
            <li>
              {{ t().intake.leftOutRow(row) }}
              <span class="tg-subtle">{{ t().intake.leftOutReasons[row.reason] }}</span>
            </li>
          }
        </ul>
      </details>
    }
    @if (view().otherSheets.length > 0) {
      <p>{{ t().intake.otherSheets({ sheets: view().otherSheets }) }}</p>
    }
    @if (unread().length > 0) {
      <p class="tg-subtle">{{ t().intake.unread({ headings: unread() }) }}</p>
    }
    @if (view().agreements.length > 0) {
      <tg-data-table
        [caption]="t().intake.agreementsCaption"
        [rows]="view().agreements"
        [columns]="columns()"
        [trackRow]="trackRow"
        [sort]="sort()"
        (sortChange)="sort.set($event)"
        narrow="cards"
      >
        <ng-template tgCell="state" let-row>
          <tg-status [tone]="tones[row.state] ?? 'quiet'">{{ stateOf(row) }}</tg-status>
          @if (row.changes.length > 0) {
            <ul>
              @for (change of row.changes; track $index) {
                <li>{{ changeOf(change) }}</li>
              }
            </ul>
          }
        </ng-template>
      </tg-data-table>
    }
  `,
  styles: `
    ul {
      margin: var(--tg-gap-sm) 0 0;
      padding-inline-start: var(--ds-size-5);
    }

    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class ImportOutcome {
  readonly view = input.required<ImportDto>();
  protected readonly t = texts(registerTexts);
  protected readonly sort = queryState('sort');
  protected readonly tones: Readonly<Record<string, 'good' | 'attention' | 'quiet'>> = {
    new: 'good',
    changed: 'attention',
    same: 'quiet',
  };
  protected readonly trackRow = (row: PlannedAgreementDto) => row.caseNumber;
  readonly #wording = inject(Wording);
  protected readonly counts = computed(() => {
    const count = (state: string) => this.view().agreements.filter((row) => row.state === state).length;
    return { created: count('new'), changed: count('changed'), same: count('same') };
  });
  protected readonly fresh = computed(() => {
    const count = (kind: string) => this.view().parties.filter((party) => party.kind === kind).length;
    return { suppliers: count('supplier'), buyers: count('buyer') };
  });

  protected readonly withoutNumber = computed(() =>
    this.view()
      .parties.filter(({ orgNumber }) => orgNumber === null)
      .map(({ name }) => name),
  );

  protected readonly unread = computed(() => {
    const read = new Set(this.view().fields.map(({ heading }) => heading));
    return this.view().headings.filter((heading) => !read.has(heading));
  });

  protected readonly columns = computed<readonly Column<PlannedAgreementDto>[]>(() => {
    const { agreementHeads: heads, span } = this.t().intake;
    return [
      { key: 'case', head: heads.case, text: (row) => row.caseNumber, order: (row) => row.caseNumber },
      { key: 'title', head: heads.title, text: (row) => row.title, order: (row) => row.title },
      {
        key: 'span',
        head: heads.span,
        text: (row) => span({ from: row.startsOn, until: row.endsOn }),
        order: (row) => row.startsOn,
      },
      { key: 'suppliers', head: heads.suppliers, text: (row) => row.suppliers.join(', ') },
      {
        key: 'buyers',
        head: heads.buyers,
        numeric: true,
        text: (row) => this.#wording.count(row.buyers),
        order: (row) => row.buyers,
      },
      { key: 'state', head: heads.state, text: (row) => this.stateOf(row), order: (row) => row.state },
    ];
  });

  protected stateOf({ state }: PlannedAgreementDto): string {
    return this.t().intake.agreementStates[state];
  }

  protected kindOf(kind: 'supplier' | 'buyer'): string {
    return this.t().change.kinds[kind];
  }

  protected changeOf({ what, about, before, after }: ChangeDto): string {
    const names: Readonly<Record<string, string>> = this.t().fields;
    return this.t().intake.change({
      what: names[what] ?? what,
      about,
      before: this.#shownValue(before),
      after: this.#shownValue(after),
    });
  }

  #shownValue(value: string | null): string | null {
    const words: Readonly<Record<string, string>> = { ...this.t().techniques, ...this.t().clauses };
    if (value === null) return null;
    return words[value] ?? (/^\d{4}-\d\d-\d\d$/.test(value) ? this.#wording.date(value) : value);
  }
}
