import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import type { Role } from '@tallgrunn/api-client';
import { membershipsChangeRole } from '@tallgrunn/api-client/calls';
import type { ColleagueDto } from '@tallgrunn/api-client/shapes';
import { Field, ProblemMessages, texts } from '@tallgrunn/design';
import { AutoFocus } from '../admission/auto-focus.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { assignableRoles } from './assignable-roles.ts';

/** Form that changes the role of one member. */
@Component({
  selector: 'tg-change-role',
  imports: [Field, AutoFocus],
  template: `
    <form class="tg-form" novalidate (submit)="save($event)">
      <tg-field for="new-role" [label]="a().role.label({ name: member().name })" [error]="fault()">
        <select id="new-role" class="ds-input" tgTakesFocus (change)="choose($event)">
          @for (role of roles(); track role) {
            <option [value]="role" [selected]="role === chosen()">{{ t().roles[role] }}</option>
          }
        </select>
      </tg-field>
      <div class="tg-row">
        <button class="ds-button" data-size="sm" type="submit" [attr.aria-busy]="sending()">{{ a().role.save }}</button>
        <button class="ds-button" data-size="sm" data-variant="tertiary" type="button" (click)="closed.emit()">
          {{ a().role.cancel }}
        </button>
      </div>
    </form>
  `,
})
export class ChangeRole {
  readonly member = input.required<ColleagueDto>();
  /** Emits a sentence that describes the change. */
  readonly changed = output<string>();
  readonly closed = output();
  protected readonly t = texts(identityTexts);
  protected readonly a = texts(accessTexts);
  protected readonly sending = signal(false);
  protected readonly fault = signal('');
  readonly #choice = signal<Role | null>(null);
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  /** Roles to choose from. The auditor is excluded: that access has a last day and is given by an invitation. */
  protected readonly roles = computed(() =>
    assignableRoles[this.#session.side() ?? 'supplier'].filter((role) => role !== 'auditor'),
  );
  protected readonly chosen = computed(() => this.#choice() ?? (this.member().role as Role));

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#choice.set(this.roles().find((role) => role === value) ?? null);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.sending.set(true);
    try {
      const role = this.chosen();
      await this.#send(membershipsChangeRole, { membershipId: this.member().id, body: { role } });
      this.changed.emit(this.a().role.done({ name: this.member().name, role: this.t().roles[role] }));
    } catch (error) {
      this.fault.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
