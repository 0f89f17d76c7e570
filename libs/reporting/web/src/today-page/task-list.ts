import { Component, computed, input } from '@angular/core';
import { inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TodayDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, TextLibrary, texts, type StatusTone } from '@tallgrunn/design';
import { daysBetween } from '@tallgrunn/values';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { describeTask } from './describe-task.ts';

/** Number of tasks shown before the user asks for all. */
const SHOWN_INITIALLY = 25;

/** Tasks of the contract manager in order of priority, each with its reason and an action. */
@Component({
  selector: 'tg-task-list',
  imports: [RouterLink, StatusTag],
  templateUrl: './task-list.html',
  styleUrl: './task-list.css',
})
export class TaskList {
  readonly view = input.required<TodayDto>();
  readonly all = input(false);
  protected readonly t = texts(reportingTexts);
  readonly #library = inject(TextLibrary);
  protected readonly tasks = computed(() => {
    const { today, tasks } = this.view();
    return tasks.slice(0, this.all() ? tasks.length : SHOWN_INITIALLY).map((task) => {
      const days = task.dueOn === null ? null : daysBetween(today, task.dueOn);
      const tone: StatusTone =
        days !== null && days < 0
          ? 'stopped'
          : task.kind === 'decide' || (days !== null && days <= 14)
            ? 'attention'
            : 'waiting';
      return {
        key: `${task.kind} ${task.subjectId} ${task.number ?? ''}`,
        tone,
        kind: this.t().today.kind[task.kind],
        ...describeTask(task, days, this.t().today, this.#library.language()),
      };
    });
  });
}
