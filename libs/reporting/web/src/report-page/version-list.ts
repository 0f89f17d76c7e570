import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VersionSummaryDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, Wording, texts, type StatusTone } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

const tones: Record<VersionSummaryDto['state'], StatusTone> = {
  received: 'quiet',
  checked: 'quiet',
  submitted: 'waiting',
  accepted: 'good',
  returned: 'attention',
  replaced: 'quiet',
};

/** Submitted versions of an obligation, newest first. Versions that were only checked are not shown. */
@Component({
  selector: 'tg-version-list',
  imports: [RouterLink, StatusTag],
  template: `
    <h2 class="ds-heading" data-size="xs">{{ t().report.versions }}</h2>
    @if (sent().length === 0) {
      <p class="tg-subtle">{{ t().report.noVersions }}</p>
    }
    <ul>
      @for (version of sent(); track version.id) {
        <li class="tg-row">
          <a class="ds-link" [routerLink]="['/reports/versions', version.id]">{{ version.number }}</a>
          <tg-status [tone]="tones[version.state]">{{ t().versionState[version.state] }}</tg-status>
          <span class="tg-subtle">
            {{ version.kind === 'nil' ? t().state.nil : t().lines({ count: version.lines }) }}
            @if (version.submittedAt; as at) {
              · {{ wording.instant(at) }}
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-sm);
    }

    ul {
      display: grid;
      gap: var(--tg-gap-sm);
      list-style: none;
      margin: 0;
      padding: 0;
    }
  `,
})
export class VersionList {
  readonly versions = input.required<readonly VersionSummaryDto[]>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly tones = tones;
  protected readonly sent = computed(() => this.versions().filter(({ number }) => number !== null));
}
