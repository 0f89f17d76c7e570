import { Component, computed, inject, signal } from '@angular/core';
import { choiceLabel, messageOf, ownRuleCode, titleOf } from '@tallgrunn/checks';
import type { Terms, CheckResult } from '@tallgrunn/checks';
import { FileDrop, Wording, texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

const SIZE_BYTES_MAX = 5 * 1024 * 1024;

/**
 * Checks a sample file against the draft, when there is no report yet. The file is read in the browser and never sent.
 */
@Component({
  selector: 'tg-sample-dry-run',
  imports: [FileDrop],
  template: `
    <h3 class="ds-heading" data-size="2xs">{{ t().sample.title }}</h3>
    <p class="tg-subtle">{{ t().sample.help }}</p>
    <tg-file-drop
      [kinds]="t().sample.kinds"
      [endings]="['.xlsx', '.csv', '.xls', '.xlsb', '.ods', '.txt']"
      [sizeBytesMax]="sizeBytesMax"
      (taken)="take($event)"
    />
    <p role="status">{{ said() }}</p>
    @if (tried(); as found) {
      @if (found.draft !== desk.draft()) {
        <p class="tg-subtle">{{ t().editor.triedBefore }}</p>
      }
      @if (groups().length > 0) {
        <div class="frame" tabindex="0" role="region" [attr.aria-label]="t().sample.title">
          <table class="ds-table" data-color="neutral" data-size="sm">
            <thead>
              <tr>
                <th scope="col">{{ t().editor.trialHeads.finding }}</th>
                <th scope="col">{{ t().editor.trialHeads.weight }}</th>
                <th scope="col">{{ t().sample.count }}</th>
                <th scope="col">{{ t().sample.example }}</th>
              </tr>
            </thead>
            <tbody>
              @for (group of groups(); track group.key) {
                <tr>
                  <th scope="row">{{ group.title }}</th>
                  <td>{{ group.severity }}</td>
                  <td>{{ wording.count(group.count) }}</td>
                  <td>{{ group.example }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    }
  `,
  styleUrl: './editor-sections.css',
})
export class SampleDryRun {
  protected readonly t = texts(agreementsTexts);
  protected readonly wording = inject(Wording);
  protected readonly desk = inject(TermsEditorStore);
  protected readonly sizeBytesMax = SIZE_BYTES_MAX;
  protected readonly said = signal('');
  protected readonly tried = signal<{ readonly draft: unknown; readonly verdict: CheckResult } | null>(null);
  readonly #language = currentLanguage();
  protected readonly groups = computed(() =>
    (this.tried()?.verdict.groups ?? []).map(({ code, severity, count, example }, at) => ({
      key: `${at}`,
      title:
        code === ownRuleCode
          ? this.t().ownRules.inTrial({ title: titleOf(code, this.#language()), rule: example.cause ?? '' })
          : titleOf(code, this.#language()),
      severity: choiceLabel(severity, this.#language()) ?? severity,
      count,
      example: messageOf(example, this.#language()),
    })),
  );

  protected async take([file]: readonly File[]): Promise<void> {
    const draft = this.desk.draft();
    if (!file || !draft) return;
    this.tried.set(null);
    if (this.desk.problems().length > 0) return this.said.set(this.t().sample.mistakes);
    this.said.set(this.t().sample.reading({ name: file.name }));
    try {
      const [{ blobSource, openTable }, { checkReport }] = await Promise.all([
        import('@tallgrunn/tabular'),
        import('@tallgrunn/checks'),
      ]);
      const terms = { ...draft, id: 'draft', version: 1 } as unknown as Terms;
      const verdict = await checkReport(await openTable(blobSource(file), file.name), { terms });
      this.tried.set({ draft, verdict });
      this.said.set(this.t().sample.done({ name: file.name, rows: verdict.rows, accepted: verdict.accepted }));
    } catch {
      this.said.set(this.t().sample.unread({ name: file.name }));
    }
  }
}
