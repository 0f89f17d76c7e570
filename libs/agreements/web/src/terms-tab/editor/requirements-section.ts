import { Component, computed, inject } from '@angular/core';
import { texts } from '@tallgrunn/design';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsClause } from './terms-clause.ts';
import { TermsControl } from './terms-control.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

/** Consequences of a late report, required declarations, and tender commitments. */
@Component({
  selector: 'tg-requirements-section',
  imports: [TermsClause, TermsControl],
  templateUrl: './requirements-section.html',
  styleUrl: './editor-sections.css',
})
export class RequirementsSection {
  protected readonly t = texts(agreementsTexts);
  protected readonly desk = inject(TermsEditorStore);
  protected readonly sanctionKinds = ['none', 'day-fine', 'warning-ladder'] as const;
  protected readonly sanction = computed(() => String(this.desk.value('/sanction/kind') ?? ''));
  protected readonly hasFailures = computed(() => this.desk.value('/sanction/failures') !== undefined);
  protected readonly declarations = computed(() => this.desk.draft()?.declarations ?? []);
  protected readonly promises = computed(() => this.desk.draft()?.promises ?? []);
  protected readonly fields = computed(() => [
    ...new Set((this.desk.draft()?.tables ?? []).flatMap(({ fields }) => fields.map(({ name }) => name))),
  ]);

  protected isWord(attribute: unknown): boolean {
    return typeof attribute === 'string';
  }

  protected changeSanction(event: Event): void {
    const kind = (event.target as HTMLSelectElement).value;
    this.desk.write(
      '/sanction',
      kind === '' ? undefined : kind === 'day-fine' ? { kind, amount: 1000, per: 'working-day' } : { kind },
    );
  }

  protected changeFailures(event: Event): void {
    const isChosen = (event.target as HTMLInputElement).checked;
    this.desk.write('/sanction/failures', isChosen ? { count: 2, months: 6 } : undefined);
  }

  protected demand(): void {
    this.desk.write('/declarations', [
      ...this.declarations(),
      { share: 0.5, of: 'items', by: '', standards: ['EN 15804+A2'] },
    ]);
  }

  protected promise(): void {
    this.desk.write('/promises', [
      ...this.promises(),
      { attribute: this.t().editor.newPromise, field: this.fields()[0] ?? '', share: 0.5 },
    ]);
  }

  protected drop(list: 'declarations' | 'promises', at: number): void {
    const left = this[list]().filter((_, index) => index !== at);
    this.desk.write(`/${list}`, left.length > 0 ? left : undefined);
  }
}
