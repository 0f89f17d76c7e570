import { Component, inject, input } from '@angular/core';
import type { ShownEntryDto, ShownSubjectDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';
import { CaseSubjectList } from './case-subject-list.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** The log of a case, oldest first. */
@Component({
  selector: 'tg-case-log',
  imports: [CaseSubjectList],
  template: `
    <ol>
      @for (entry of entries(); track entry.id) {
        <li [class.internal]="entry.isInternal">
          <p>
            <strong>{{ titleOf(entry) }}</strong>
          </p>
          <p class="tg-subtle">
            {{ wording.instant(entry.createdAt) }} ·
            {{ t().by({ name: entry.author.name ?? '', side: sideOf(entry) }) }}
            @if (entry.isInternal) {
              · {{ t().forUs }}
            }
            @if (entry.happenedOn; as date) {
              · {{ t().on({ date }) }}
            }
          </p>
          @if (entry.body) {
            <p class="body">{{ entry.body }}</p>
          }
          @let attached = attachedTo(entry);
          @if (attached.length > 0) {
            <tg-case-subject-list [subjects]="attached" />
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--ds-size-4);
    }

    li {
      border-inline-start: 2px solid var(--ds-color-neutral-border-default);
      padding-inline-start: var(--ds-size-4);
    }

    .internal {
      border-inline-start-style: dashed;
    }

    .body {
      white-space: pre-line;
      overflow-wrap: anywhere;
      max-width: var(--tg-text-width, 65ch);
    }
  `,
})
export class CaseLog {
  readonly entries = input.required<readonly ShownEntryDto[]>();
  readonly subjects = input<readonly ShownSubjectDto[]>([]);
  protected readonly t = texts(casesTexts);
  protected readonly wording = inject(Wording);

  protected attachedTo({ id }: ShownEntryDto): readonly ShownSubjectDto[] {
    return this.subjects().filter(({ entryId }) => entryId === id);
  }

  protected sideOf({ author }: ShownEntryDto): string {
    return this.t().sides[author.side as keyof ReturnType<typeof this.t>['sides']];
  }

  protected titleOf({ kind, details }: ShownEntryDto): string {
    const { entries, outcomes, statuses, noOwner } = this.t();
    const key = textOf(details['periodKey']);
    const period = key === '' ? '' : this.wording.period(key);
    const outcome = outcomes[textOf(details['outcome']) as keyof typeof outcomes] ?? '';
    switch (kind) {
      case 'subject-added':
        return entries['subject-added']({ periods: listOf(details['periods']).map((key) => this.wording.period(key)) });
      case 'status-changed':
        return entries['status-changed']({ after: statuses[textOf(details['after']) as keyof typeof statuses] ?? '' });
      case 'owner-changed':
        return entries['owner-changed']({ after: textOf(details['afterName']) || noOwner });
      case 'next-date-changed':
        return entries['next-date-changed']({ after: textOf(details['after']) });
      case 'due-date-extended':
        return entries['due-date-extended']({ period, due: textOf(details['dueOn']) });
      case 'exempted':
        return entries.exempted({ period });
      case 'report-received':
        return entries['report-received']({ period, number: textOf(details['number']) });
      case 'correction-received':
        return entries['correction-received']({ number: textOf(details['number']) });
      case 'decided':
        return entries.decided({ outcome });
      case 'closed':
        return entries.closed({ outcome });
      default:
        return entries[kind];
    }
  }
}
