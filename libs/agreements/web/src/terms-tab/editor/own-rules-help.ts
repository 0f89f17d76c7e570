import { Component, computed, inject } from '@angular/core';
import { choiceLabel, printField, samplesForTables, titleOfField } from '@tallgrunn/checks';
import type { TermsField } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

/** Example of a value by type, as an expression writes it. */
const samples: Readonly<Record<TermsField['type'], string>> = {
  string: '"abc"',
  integer: '12',
  number: '12.5',
  date: '"2026-03-31"',
  yearmonth: '"2026-03-01"',
  boolean: '"ja"',
};

const rowsOf = <Name extends string>(
  written: Readonly<Partial<Record<Name, string>>>,
  meanings: Readonly<Record<Name, string>>,
): readonly { readonly written: string; readonly meaning: string }[] =>
  (Object.keys(meanings) as Name[]).flatMap((name) => {
    const sample = written[name];
    return sample === undefined ? [] : { written: sample, meaning: meanings[name] };
  });

/** Help to write the condition of a rule: the columns of the draft, operators, functions and examples. */
@Component({
  selector: 'tg-own-rules-help',
  templateUrl: './own-rules-help.html',
  styleUrl: './editor-sections.css',
})
export class OwnRulesHelp {
  protected readonly t = texts(agreementsTexts);
  readonly #desk = inject(TermsEditorStore);
  readonly #language = currentLanguage();
  /** Fields by name, each once, with a sample value. */
  protected readonly fields = computed(() => {
    const all = (this.#desk.draft()?.tables ?? []).flatMap(({ fields }) => fields);
    return [...new Map(all.map((field) => [field.name, field])).values()].map((field) => ({
      name: printField(field.name),
      title: titleOfField(field, this.#language()),
      type: choiceLabel(field.type, this.#language()) ?? field.type,
      sample: field.constraints?.enum?.[0] === undefined ? samples[field.type] : `"${field.constraints.enum[0]}"`,
    }));
  });
  protected readonly parts = computed(() => {
    const { ruleHelp } = this.t();
    const samples = samplesForTables(this.#desk.draft()?.tables ?? []);
    return [
      { title: ruleHelp.examples, rows: rowsOf(samples.examples, ruleHelp.exampleMeanings) },
      { title: ruleHelp.operators, rows: rowsOf(samples.operators, ruleHelp.operatorMeanings) },
      { title: ruleHelp.functions, rows: rowsOf(samples.functions, ruleHelp.functionMeanings) },
    ].filter(({ rows }) => rows.length > 0);
  });
}
