import { Component, computed, inject, input, output } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { assignablePartiesList } from '@tallgrunn/api-client/calls';
import type { AgreementDto } from '@tallgrunn/api-client/shapes';
import { ContactsSection } from './contacts-section.ts';
import { HeadSection } from './head-section.ts';
import { SuppliersSection } from './suppliers-section.ts';
import { LotsSection } from './lots-section.ts';
import { NewParty } from './new-party.ts';
import { OwnerSection } from './owner-section.ts';
import { OptionsSection } from './options-section.ts';
import { ParticipantsSection } from './participants-section.ts';

/** The details of an agreement, each section with its own form. */
@Component({
  selector: 'tg-about-tab',
  imports: [
    ContactsSection,
    HeadSection,
    SuppliersSection,
    LotsSection,
    NewParty,
    OptionsSection,
    OwnerSection,
    ParticipantsSection,
  ],
  template: `
    <div class="tg-stack">
      <tg-head-section [agreement]="agreement()" (changed)="changed.emit()" />
      @if (isStaff()) {
        <tg-owner-section [agreement]="agreement()" (changed)="changed.emit()" />
      }
      <tg-options-section [agreement]="agreement()" (changed)="changed.emit()" />
      <tg-lots-section [agreement]="agreement()" (changed)="changed.emit()" />
      <tg-suppliers-section [agreement]="agreement()" [parties]="known()" (changed)="changed.emit()" />
      @if (isStaff()) {
        <tg-participants-section [agreement]="agreement()" [parties]="known()" (changed)="changed.emit()" />
      }
      @if (mayWrite()) {
        <tg-new-party (made)="parties.reload()" />
      }
      <tg-contacts-section [agreement]="agreement()" (changed)="changed.emit()" />
    </div>
  `,
})
export class AboutTab {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly isStaff = computed(() => this.#session.side() === 'cooperative');
  protected readonly parties = read(assignablePartiesList, () => (this.mayWrite() ? {} : undefined));
  protected readonly known = computed(() => arrived(this.parties) ?? []);
  readonly #session = inject(Session);
}
