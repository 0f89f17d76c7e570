import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { complianceShow, setUpProgressSetUpProgress, todayTasks } from '@tallgrunn/api-client/calls';
import { Empty, Loaded, PageHeader, queryState, texts } from '@tallgrunn/design';
import { ComplianceMatrix } from '../compliance-page/compliance-matrix.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { exceptionRows } from './exceptions.ts';
import { SetUpGuide } from './set-up-guide.ts';
import { isBeginning } from './set-up-steps.ts';
import { TaskList } from './task-list.ts';

/** The contract manager's tasks for today, then the suppliers with missing reports. */
@Component({
  selector: 'tg-today-page',
  imports: [ComplianceMatrix, Empty, Loaded, PageHeader, RouterLink, SetUpGuide, TaskList],
  templateUrl: './today-page.html',
})
export class TodayPage {
  protected readonly t = texts(reportingTexts);
  protected readonly tasks = read(todayTasks);
  protected readonly progress = read(setUpProgressSetUpProgress);
  /** True when the set-up is incomplete; a page without tasks would mislead a new cooperative. */
  protected readonly isBeginning = computed(() => {
    const progress = arrived(this.progress);
    return progress !== undefined && isBeginning(progress);
  });

  protected readonly compliance = read(complianceShow);
  protected readonly whole = queryState('all');
  protected readonly exceptionsOf = exceptionRows;
  protected readonly few = 25;
  protected readonly mine = queryState('mine');
  /** All tasks, or only those of the current user. */
  protected readonly shown = computed(() => {
    const view = arrived(this.tasks);
    return view && this.mine() ? { ...view, tasks: view.tasks.filter(({ isMine }) => isMine) } : view;
  });
  protected readonly heading = computed(() => {
    const view = this.shown();
    if (this.isBeginning() && view?.tasks.length === 0) return this.t().today.title;
    return view ? this.t().today.heading({ count: view.tasks.length }) : this.t().today.title;
  });
}
