import { Component, ElementRef, computed, input, viewChild } from '@angular/core';
import { Icon, texts, type IconName } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

export type StepState = 'waiting' | 'working' | 'ready' | 'done' | 'attention' | 'stopped';

const icons: Record<StepState, IconName | null> = {
  waiting: null,
  working: null,
  ready: null,
  done: 'check',
  attention: null,
  stopped: 'stop',
};

/** One of the four steps; always shown, filled in as data becomes available. */
@Component({
  selector: 'tg-step',
  imports: [Icon],
  templateUrl: './step.html',
  styleUrl: './step.css',
  host: { '[attr.data-state]': 'state()' },
})
export class Step {
  readonly no = input.required<number>();
  /** The number shown, when the page has other steps before it. */
  readonly shownNo = input<number | null>(null);
  readonly heading = input.required<string>();
  readonly state = input.required<StepState>();
  readonly summary = input('');
  protected readonly t = texts(reportingTexts);
  protected readonly icon = computed(() => icons[this.state()]);
  protected readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  focus(): void {
    this.title().nativeElement.focus();
  }
}
