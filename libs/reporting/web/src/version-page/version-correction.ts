import { Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { VersionDiff } from '../correction/version-diff.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** The correction made by a version: the version it corrects, the reason, and the changes. */
@Component({
  selector: 'tg-version-correction',
  imports: [RouterLink, VersionDiff],
  template: `
    @if (version().correction; as correction) {
      <section class="tg-panel" aria-labelledby="version-correction">
        <h2 id="version-correction" class="ds-heading" data-size="xs">
          {{ t().correction.title({ number: correction.baseNumber ?? '' }) }}
        </h2>
        <dl>
          <div>
            <dt>{{ t().correction.corrects }}</dt>
            <dd>
              <a class="ds-link" [routerLink]="['/reports/versions', correction.baseVersionId]">{{
                correction.baseNumber
              }}</a>
            </dd>
          </div>
          <div>
            <dt>{{ t().correction.how }}</dt>
            <dd>{{ t().correction.howWords[correction.way] }}</dd>
          </div>
          @if (correction.reasonCode; as code) {
            <div>
              <dt>{{ t().correction.why }}</dt>
              <dd>{{ t().correction.reasons[code] }}{{ correction.reason ? ': ' + correction.reason : '' }}</dd>
            </div>
          }
          @if (correction.asksManager.length > 0) {
            <div>
              <dt>{{ t().correction.askedTitle }}</dt>
              <dd>
                @for (ask of correction.asksManager; track ask) {
                  {{ t().correction.askedWhy[ask] }}{{ $last ? '' : ', ' }}
                }
              </dd>
            </div>
          }
        </dl>
        @if (open()) {
          <tg-version-diff [versionId]="version().id" [correction]="correction" />
        }
        <p>
          <button
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="button"
            [attr.aria-expanded]="open()"
            (click)="open.set(!open())"
          >
            {{ open() ? t().correction.hidden : t().correction.shown }}
          </button>
        </p>
      </section>
    }
  `,
  styleUrl: './version-correction.css',
})
export class VersionCorrection {
  readonly version = input.required<VersionDto>();
  protected readonly t = texts(reportingTexts);
  protected readonly open = signal(false);
}
