import { Component, computed, input, output, signal } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { organisationChangesCreate, organisationChangesRevoke } from '@tallgrunn/api-client/calls';
import type { EventDto, PartySummaryDto, PartyTreeDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, StatusTag, fieldError, texts } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { partyChangeForm, valuesOf } from './party-change-form.ts';

export const organisationChangeKinds = ['merged', 'split', 'renamed'] as const;

/** The organisation changes of a buyer, with a form to record one. */
@Component({
  selector: 'tg-organisation-change-section',
  imports: [ErrorSummary, Field, StatusTag],
  templateUrl: './organisation-change-section.html',
  styleUrl: './buyer-type-section.css',
})
export class OrganisationChangeSection {
  readonly party = input.required<PartyTreeDto>();
  readonly buyers = input.required<readonly PartySummaryDto[]>();
  readonly mayWrite = input(false);
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly kinds = organisationChangeKinds;
  protected readonly kind = signal<(typeof organisationChangeKinds)[number]>('merged');
  protected readonly change = partyChangeForm('event');
  protected readonly faultAt = fieldError;
  protected readonly others = computed(() => this.buyers().filter(({ id }) => id !== this.party().id));
  readonly #send = sender();

  protected sentence({ kind, onDate: day, from, to, formerName, newName }: EventDto): string {
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ');
    const t = this.t();
    if (kind === 'renamed') return t.eventRenamed({ day, from: formerName ?? '', to: newName ?? '' });
    return (kind === 'merged' ? t.eventMerged : t.eventSplit)({ day, from: names(from), to: names(to) });
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.kind.set(organisationChangeKinds.find((each) => each === value) ?? 'merged');
  }

  protected async record(event: Event): Promise<void> {
    const values = valuesOf(event);
    const toIds = new FormData(event.target as HTMLFormElement).getAll('toIds').filter((id) => typeof id === 'string');
    const kind = this.kind();
    if (!this.change.filled(values, kind === 'renamed' ? ['onDate', 'newName'] : ['onDate'])) return;
    const { onDate = '', newName, note } = values;
    const body = { kind, onDate, fromIds: [this.party().id], toIds, newName: newName || null, note: note || null };
    if (await this.change.run(() => this.#send(organisationChangesCreate, { body }))) this.changed.emit();
  }

  protected async set({ id }: EventDto, acts: boolean): Promise<void> {
    if (await this.change.run(() => this.#send(organisationChangesRevoke, { changeId: id, body: { acts } })))
      this.changed.emit();
  }
}
