import { Component, computed, inject, input, output } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { agreementsPossibleParties } from '@tallgrunn/api-client/calls';
import type { AgreementView } from '@tallgrunn/api-client/shapes';
import { ContactsSection } from './contacts-part.ts';
import { HeadSection } from './head-part.ts';
import { SuppliersSection } from './holders-part.ts';
import { LotsSection } from './lots-part.ts';
import { NewParty } from './new-party.ts';
import { OwnerSection } from './owner-part.ts';
import { OptionsSection } from './options-part.ts';
import { ParticipantsSection } from './participants-part.ts';

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
      <tg-head-part [agreement]="agreement()" (changed)="changed.emit()" />
      @if (isStaff()) {
        <tg-owner-part [agreement]="agreement()" (changed)="changed.emit()" />
      }
      <tg-options-part [agreement]="agreement()" (changed)="changed.emit()" />
      <tg-lots-part [agreement]="agreement()" (changed)="changed.emit()" />
      <tg-holders-part [agreement]="agreement()" [parties]="known()" (changed)="changed.emit()" />
      @if (isStaff()) {
        <tg-participants-part [agreement]="agreement()" [parties]="known()" (changed)="changed.emit()" />
      }
      @if (mayWrite()) {
        <tg-new-party (made)="parties.reload()" />
      }
      <tg-contacts-part [agreement]="agreement()" (changed)="changed.emit()" />
    </div>
  `,
})
export class AboutTab {
  readonly agreement = input.required<AgreementView>();
  readonly changed = output();
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly isStaff = computed(() => this.#session.side() === 'cooperative');
  protected readonly parties = read(agreementsPossibleParties, () => (this.mayWrite() ? {} : undefined));
  protected readonly known = computed(() => arrived(this.parties) ?? []);
  readonly #session = inject(Session);
}
