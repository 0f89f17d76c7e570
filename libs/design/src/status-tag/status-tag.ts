import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import type { IconName } from '../icon/icon.ts';

export type StatusTone = 'good' | 'waiting' | 'attention' | 'stopped' | 'quiet';

const toneStyles: Record<StatusTone, { readonly color: string; readonly icon: IconName }> = {
  good: { color: 'success', icon: 'check' },
  waiting: { color: 'info', icon: 'clock' },
  attention: { color: 'warning', icon: 'warning' },
  stopped: { color: 'danger', icon: 'stop' },
  quiet: { color: 'neutral', icon: 'dot' },
};

/** A status as text, with an icon and a colour of the same meaning. */
@Component({
  selector: 'tg-status',
  imports: [Icon],
  template: `<span class="ds-tag" data-size="sm" [attr.data-color]="look().color"
    ><tg-icon [name]="icon() ?? look().icon" /><span><ng-content /></span
  ></span>`,
  styles: `
    :host {
      display: inline-block;
    }

    .ds-tag {
      gap: 0.35em;
      white-space: nowrap;
      width: fit-content;
    }

    @media (width < 40rem) {
      .ds-tag {
        white-space: normal;
      }

      /* A table is scrolled sideways, and would make the column as narrow as a letter. */
      :host-context(td) .ds-tag {
        white-space: nowrap;
      }

      /* Cards are not scrolled sideways: a long status wraps. */
      :host-context(.cards td) .ds-tag {
        height: auto;
        text-align: start;
        white-space: normal;
      }
    }
  `,
})
export class StatusTag {
  readonly tone = input.required<StatusTone>();
  readonly icon = input<IconName>();
  protected readonly look = computed(() => toneStyles[this.tone()]);
}
