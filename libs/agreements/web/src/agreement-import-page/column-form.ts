import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { ImportDto } from '@tallgrunn/api-client/shapes';
import { Field, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';

/** Form that maps headings of the file to fields. */
@Component({
  selector: 'tg-column-form',
  imports: [Field],
  template: `
    <form class="tg-stack" novalidate (submit)="save($event)">
      <p class="tg-subtle">{{ t().intake.columnsHelp }}</p>
      <div class="fields">
        @for (each of fields(); track each.field) {
          <tg-field [for]="'column-' + each.field" [label]="each.label">
            <select class="ds-input" [id]="'column-' + each.field" (change)="choose(each.field, $event)">
              <option value="" [selected]="!chosen()[each.field]">{{ t().intake.notThere }}</option>
              @for (heading of view().headings; track heading) {
                <option [value]="heading" [selected]="chosen()[each.field] === heading">{{ heading }}</option>
              }
            </select>
          </tg-field>
        }
      </div>
      <p>
        <button class="ds-button" data-variant="secondary" type="submit" [attr.aria-busy]="busy()">
          {{ t().intake.saveColumns }}
        </button>
      </p>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      gap: var(--tg-gap);
      grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
    }
  `,
})
export class ColumnForm {
  readonly view = input.required<ImportDto>();
  readonly busy = input(false);
  readonly saved = output<Readonly<Record<string, string>>>();
  protected readonly t = texts(registerTexts);
  protected readonly chosen = linkedSignal<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(this.view().fields.flatMap(({ field, heading }) => (heading ? [[field, heading]] : []))),
  );
  protected readonly fields = computed(() => {
    const names: Readonly<Record<string, string>> = this.t().fields;
    return this.view().fields.map(({ field }) => ({ field, label: names[field] ?? field }));
  });

  protected choose(field: string, event: Event): void {
    this.chosen.update((all) => ({ ...all, [field]: (event.target as HTMLSelectElement).value }));
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.saved.emit(Object.fromEntries(Object.entries(this.chosen()).filter(([, heading]) => heading !== '')));
  }
}
