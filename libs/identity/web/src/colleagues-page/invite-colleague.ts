import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { colleaguesInviteColleague } from '@tallgrunn/api-client/calls';
import type { SentInvitationDto } from '@tallgrunn/api-client/shapes';
import type { Role } from '@tallgrunn/api-client';
import { ErrorSummary, Field, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { assignableRoles } from './assignable-roles.ts';

/** Form that invites a colleague by e-mail. Only the e-mail contains the personal link. */
@Component({
  selector: 'tg-invite-colleague',
  imports: [ErrorSummary, Field, FormField],
  templateUrl: './invite-colleague.html',
  styleUrl: '../admission/options.css',
})
export class InviteColleague {
  readonly sent = output();
  protected readonly t = texts(identityTexts);
  protected readonly a = texts(accessTexts);
  protected readonly max = limits.invitation.messageCharactersMax;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly invitation = signal<(SentInvitationDto & { readonly email: string }) | null>(null);
  protected readonly faultAt = fieldError;
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected readonly roles = computed(() => assignableRoles[this.#session.side() ?? 'supplier']);
  readonly #values = signal<{ email: string; role: Role | ''; endsOn: string; message: string }>({
    email: '',
    role: '',
    endsOn: '',
    message: '',
  });
  protected readonly form = form(this.#values, (path) => {
    required(path.email);
    email(path.email);
    required(path.role);
    required(path.endsOn, { when: () => this.#values().role === 'auditor' });
  });

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { missing, people } = this.t();
    this.faults.set(
      formErrors([
        ['colleague-email', this.form.email().errors(), { required: missing.email, email: missing.emailOdd }],
        [`role-${this.roles()[0]}`, this.form.role().errors(), { required: people.roleMissing }],
        ['colleague-ends', this.form.endsOn().errors(), { required: people.endsMissing }],
      ]),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { endsOn, message, ...values } = this.#values();
      const answer = await this.#send(colleaguesInviteColleague, {
        body: { ...values, message: message.trim() || null, ...(values.role === 'auditor' && { endsOn }) },
      });
      this.invitation.set({ ...answer, email: values.email });
      this.form().reset({ email: '', role: '', endsOn: '', message: '' });
      this.sent.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
