import { Component, computed, inject, input } from '@angular/core';
import { fieldGuidance, localText, titleOfField, type Terms } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { checkerTexts } from '../texts/checker/checker-texts.ts';

/** The columns that terms require and how to fill in each, with the same text as in the workbook. */
@Component({
  selector: 'tg-columns-explained',
  template: `
    <details class="ds-details">
      <summary>{{ t().columns }}</summary>
      <div class="tg-stack">
        @for (table of tables(); track table.name) {
          <div class="frame" tabindex="0" role="region" [attr.aria-label]="t().columnsOf({ table: table.title })">
            <table class="ds-table" data-size="sm" data-color="neutral">
              <caption class="ds-sr-only">
                {{
                  t().columnsOf({ table: table.title })
                }}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{{ t().columnHeads.column }}</th>
                  <th scope="col">{{ t().columnHeads.fill }}</th>
                </tr>
              </thead>
              <tbody>
                @for (column of table.columns; track column.name) {
                  <tr>
                    <th scope="row">{{ column.title }}</th>
                    <td>{{ column.facts }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
        @if (withheldTitles().length > 0) {
          <p class="tg-text tg-subtle">{{ t().withheld({ fields: withheldTitles() }) }}</p>
        }
      </div>
    </details>
  `,
  styles: `
    .frame {
      overflow-x: auto;
    }

    table {
      width: 100%;
    }

    tbody th {
      font-weight: 500;
      vertical-align: top;
    }
  `,
})
export class ColumnsExplained {
  readonly terms = input.required<Terms>();
  /** Names of fields whose lists are not public. */
  readonly withheld = input<readonly string[]>([]);
  protected readonly t = texts(checkerTexts);
  readonly #language = inject(TextLibrary).language;
  protected readonly tables = computed(() => {
    const [terms, language] = [this.terms(), this.#language()];
    return terms.tables.map((table) => ({
      name: table.name,
      title: localText(table.title, language, localText(terms.title, language)),
      columns: table.fields.map((field) => ({
        name: field.name,
        title: titleOfField(field, language),
        facts: fieldGuidance(field, table, terms, language).join(' '),
      })),
    }));
  });
  protected readonly withheldTitles = computed(() => {
    const fields = this.terms().tables.flatMap((table) => table.fields);
    return this.withheld().flatMap((name) =>
      fields.filter((field) => field.name === name).map((field) => titleOfField(field, this.#language())),
    );
  });
}
