import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { organisationsMerge, organisationsMergePreview } from '@tallgrunn/api-client/calls';
import type {
  MergeConflictDto,
  MergeCountDto,
  MergePreviewDto,
  PartySummaryDto,
  PartyTreeDto,
} from '@tallgrunn/api-client/shapes';
import { DataTable, ErrorSummary, Field, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { Column, FormError } from '@tallgrunn/design';
import { OrgNumber, formatCount } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { valuesOf } from '../parties-page/party-change-form.ts';
import { organisationTexts } from '../texts/organisation-texts.ts';

/**
 * Merges an organisation into another of the same kind: selection, preview with conflicts, and confirmation with a
 * reason.
 */
@Component({ selector: 'tg-merge-form', imports: [DataTable, ErrorSummary, Field], templateUrl: './merge-form.html' })
export class MergeForm {
  readonly party = input.required<Pick<PartyTreeDto, 'id' | 'name' | 'kind'>>();
  readonly all = input.required<readonly PartySummaryDto[]>();
  /** The id of the remaining organisation after a merge; empty when cancelled. */
  readonly done = output<string>();
  protected readonly t = texts(organisationTexts);
  protected readonly preview = signal<MergePreviewDto | null>(null);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isBusy = signal(false);
  protected readonly faultAt = fieldError;
  protected readonly others = computed(() =>
    this.all().filter(({ id, kind }) => kind === this.party().kind && id !== this.party().id),
  );
  protected readonly trackRow = ({ kind }: MergeCountDto) => kind;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #language = currentLanguage();
  protected readonly columns = computed((): readonly Column<MergeCountDto>[] => {
    const { countHeads: heads, kinds } = this.t();
    const count = (of: (row: MergeCountDto) => number) => (row: MergeCountDto) =>
      formatCount(of(row), this.#language());
    return [
      { key: 'kind', head: heads.kind, text: ({ kind }) => kinds[kind] ?? kind },
      { key: 'moved', head: heads.moved, text: count(({ moved }) => moved) },
      { key: 'removed', head: heads.removed, text: count(({ removed }) => removed) },
      { key: 'retained', head: heads.retained, text: count(({ retained }) => retained) },
    ];
  });

  protected sentence({ code, found, expected, count }: MergeConflictDto): string {
    const { conflicts, conflictCount, kinds } = this.t();
    const kind = (kinds[found ?? ''] ?? found ?? '').toLocaleLowerCase();
    const describe = conflicts[code] ?? conflicts['duplicates'];
    return `${describe?.({ found: found ?? '', expected: expected ?? '', kind }) ?? code}${conflictCount({ count })}`;
  }

  protected number(orgNumber: string | null): string {
    return orgNumber ? OrgNumber.format(orgNumber) : '';
  }

  protected async show(event: Event): Promise<void> {
    const { into = '' } = valuesOf(event);
    this.preview.set(null);
    this.faults.set(into ? [] : [{ field: 'merge-into', sentence: this.t().intoMissing }]);
    if (!into) return;
    await this.#run(async () =>
      this.preview.set(await this.#send(organisationsMergePreview, { organisationId: this.party().id, into })),
    );
  }

  protected async merge(event: Event, { into, hasDifferentNumbers }: MergePreviewDto): Promise<void> {
    const { reason = '', isNumberWrong } = valuesOf(event);
    const t = this.t();
    this.faults.set([
      ...(hasDifferentNumbers && !isNumberWrong ? [{ field: 'merge-isNumberWrong', sentence: t.numberMissing }] : []),
      ...(reason ? [] : [{ field: 'merge-reason', sentence: t.reasonMissing }]),
    ]);
    if (this.faults().length > 0) return;
    const body = { into: into.id, reason, isNumberWrong: isNumberWrong !== undefined };
    await this.#run(async () => {
      await this.#send(organisationsMerge, { organisationId: this.party().id, body });
      this.done.emit(into.id);
    });
  }

  async #run(act: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await act();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isBusy.set(false);
    }
  }
}
