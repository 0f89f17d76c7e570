import { Component, input } from '@angular/core';
import type { SharedFileDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { severalTexts } from '../texts/split-file-texts.ts';
import { UnclaimedLines } from './unclaimed-lines.ts';

/** Division of a report's file: lines of this report, of others, and of none. */
@Component({
  selector: 'tg-split-result',
  imports: [UnclaimedLines],
  template: `
    <section class="tg-stack">
      <div>
        <h2 class="ds-heading" data-size="xs">{{ s().divided }}</h2>
        <p class="tg-text">{{ s().ownShare({ lines: shared().own, of: shared().lines }) }} {{ others() }}</p>
        @for (sheet of shared().unread; track sheet.sheet) {
          <p class="tg-subtle">{{ s().unread({ sheet: sheet.sheet, rows: sheet.rows }) }}</p>
        }
      </div>
      @if (shared().unclaimed.count > 0) {
        <details>
          <summary>{{ s().unclaimed({ count: shared().unclaimed.count }) }}</summary>
          <tg-unclaimed-lines [lines]="shared().unclaimed.lines" [count]="shared().unclaimed.count" />
        </details>
      }
    </section>
  `,
})
export class SplitResult {
  readonly shared = input.required<SharedFileDto>();
  protected readonly s = texts(severalTexts);

  protected others(): string {
    const { others } = this.shared();
    return others.length === 0
      ? ''
      : this.s().othersShare({ count: others.length, lines: others.reduce((sum, { lines }) => sum + lines, 0) });
  }
}
