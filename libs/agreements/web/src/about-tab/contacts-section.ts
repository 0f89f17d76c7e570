import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { agreementDetailsSetContacts } from '@tallgrunn/api-client/calls';
import type { AgreementDto, ContactDto } from '@tallgrunn/api-client/shapes';
import { Field, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';

const roles = ['contract', 'reporting', 'invoice'] as const;

/** The contacts of an agreement. */
@Component({
  selector: 'tg-contacts-section',
  imports: [Field],
  templateUrl: './contacts-section.html',
  styleUrl: './section.css',
})
export class ContactsSection {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly roles = roles;
  protected readonly adding = signal(false);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly isStaff = computed(() => this.#session.side() === 'cooperative');
  protected readonly suppliers = computed(() =>
    [...new Map(this.agreement().suppliers.map(({ supplierId, name }) => [supplierId, name])).entries()].map(
      ([id, name]) => ({ id, name }),
    ),
  );
  protected readonly change = changeForm();
  readonly #session = inject(Session);
  readonly #send = sender();

  protected whose({ supplierId }: ContactDto): string {
    return this.suppliers().find(({ id }) => id === supplierId)?.name ?? this.t().change.own;
  }

  protected remove(contact: ContactDto): Promise<void> {
    return this.#write(this.agreement().contacts.filter((each) => each !== contact));
  }

  protected add(event: Event): Promise<void> {
    const { name = '', email = '', phone = '', role = '', supplierId = '' } = valuesOf(event);
    return this.#write([
      ...this.agreement().contacts,
      {
        name,
        email: email || null,
        phone: phone || null,
        supplierId: supplierId || null,
        role: roles.find((each) => each === role) ?? 'contract',
      },
    ]);
  }

  async #write(contacts: readonly ContactDto[]): Promise<void> {
    if (
      !(await this.change.run(() =>
        this.#send(agreementDetailsSetContacts, {
          agreementId: this.agreement().id,
          body: { contacts: [...contacts] },
        }),
      ))
    )
      return;
    this.adding.set(false);
    this.changed.emit();
  }
}
