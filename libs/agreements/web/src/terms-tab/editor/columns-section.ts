import { Component, computed, inject } from '@angular/core';
import {
  casesOf,
  choiceLabel,
  fieldRoles,
  localText,
  parentsOf,
  roleOf,
  titleOfField,
  defaultField,
} from '@tallgrunn/checks';
import type { DependentList, FieldRole, TermsField, TermsTable } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { ColumnForm } from './column-form.ts';
import { TermsControl } from './terms-control.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

/** The columns of each table, each with its own form, and the dependent value lists. */
@Component({
  selector: 'tg-columns-section',
  imports: [ColumnForm, TermsControl],
  templateUrl: './columns-section.html',
  styleUrl: './editor-sections.css',
})
export class ColumnsSection {
  protected readonly t = texts(agreementsTexts);
  protected readonly desk = inject(TermsEditorStore);
  protected readonly language = currentLanguage();
  protected readonly tables = computed<readonly TermsTable[]>(() => this.desk.draft()?.tables ?? []);
  protected readonly lists = computed<readonly DependentList[]>(() => this.desk.draft()?.lists ?? []);

  protected tableTitle(table: TermsTable): string {
    return localText(table.title, this.language(), table.name);
  }

  protected fieldTitle(field: TermsField): string {
    return titleOfField(field, this.language()) || field.name;
  }

  protected about(field: TermsField): string {
    const { required, optional } = this.t().editor;
    return `${choiceLabel(field.type, this.language()) ?? ''} · ${field.constraints?.required ? required : optional}`;
  }

  /** Returns the roles that no column of the table has yet. */
  protected free(table: TermsTable): readonly FieldRole[] {
    const taken = new Set(table.fields.map(roleOf));
    return fieldRoles.filter((role) => !taken.has(role));
  }

  protected roleTitle(role: FieldRole): string {
    return titleOfField({ name: role, type: 'string' }, this.language());
  }

  protected add(table: number, select: HTMLSelectElement): void {
    const role = fieldRoles.find((each) => each === select.value);
    const { fields } = this.tables()[table]!;
    const names = new Set(fields.map(({ name }) => name));
    const own =
      Array.from({ length: fields.length + 1 }, (_, at) => `column${at + 1}`).find((name) => !names.has(name)) ??
      'column';
    this.desk.write(
      `/tables/${table}/fields/${fields.length}`,
      role ? defaultField(role, false) : { name: own, type: 'string', title: { nb: this.t().editor.newColumn } },
    );
  }

  protected addList(): void {
    const [table] = this.tables();
    const lists = this.lists();
    this.desk.write('/lists', [
      ...lists,
      {
        name: this.t().editor.newList({ number: lists.length + 1 }),
        parent: table?.fields[0]?.name ?? '',
        child: table?.fields[1]?.name ?? '',
        values: { '*': [''] },
      },
    ]);
  }

  /** Converts a list that depends on one column to one that may depend on several. */
  protected severalParents(at: number): void {
    const { parent: _, values: __, ...list } = this.lists()[at]!;
    this.desk.write(`/lists/${at}`, {
      ...list,
      parents: parentsOf(this.lists()[at]!),
      cases: casesOf(this.lists()[at]!),
    });
  }

  protected removeList(at: number): void {
    const left = this.lists().filter((_, index) => index !== at);
    this.desk.write('/lists', left.length > 0 ? left : undefined);
  }

  protected names(): readonly string[] {
    return [...new Set(this.tables().flatMap(({ fields }) => fields.map(({ name }) => name)))];
  }

  protected caseCount(list: DependentList): number {
    return casesOf(list).length;
  }
}
