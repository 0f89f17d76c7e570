import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { apiKeysCreate } from '@tallgrunn/api-client/calls';
import type { ApiKeyRequest, CreatedApiKeyDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { addDays, limits, osloDate } from '@tallgrunn/values';
import { identityTexts } from '../texts/identity-texts.ts';
import { availableScopes, type ApiKeyScope } from './available-scopes.ts';

/** Form that creates an API key and shows it once. */
@Component({
  selector: 'tg-create-api-key',
  imports: [ErrorSummary, Field, FormField],
  templateUrl: './create-api-key.html',
  styleUrls: ['../admission/options.css', './create-api-key.css'],
})
export class CreateApiKeyForm {
  readonly made = output();
  protected readonly t = texts(identityTexts);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly key = signal<(CreatedApiKeyDto & { readonly name: string }) | null>(null);
  /** `yes`: the key was copied. `marked`: it is selected for copying by hand. */
  protected readonly copied = signal<'yes' | 'marked' | ''>('');
  protected readonly faultAt = fieldError;
  protected readonly limits = limits.apiKey;
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected readonly today = computed(() => osloDate(new Date(this.#session.instance()?.asOf ?? Date.now())));
  protected readonly latest = computed(() => addDays(this.today(), limits.apiKey.daysMax));
  protected readonly scopes = computed(() => availableScopes[this.#session.side() ?? 'supplier']);
  protected readonly chosen = signal<readonly ApiKeyScope[]>([]);
  readonly #values = signal({ name: '', expiresOn: '' });
  protected readonly form = form(this.#values, (path) => {
    required(path.name);
    maxLength(path.name, limits.apiKey.nameCharactersMax);
    required(path.expiresOn);
  });

  protected choose(scope: ApiKeyScope): void {
    this.chosen.update((chosen) =>
      chosen.includes(scope) ? chosen.filter((other) => other !== scope) : [...chosen, scope],
    );
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.faults.set(this.#faults());
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const body: ApiKeyRequest = { ...this.#values(), scopes: [...this.chosen()] };
      this.key.set({ ...(await this.#send(apiKeysCreate, { body })), name: body.name });
      this.copied.set('');
      this.form().reset({ name: '', expiresOn: '' });
      this.chosen.set([]);
      this.made.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #faults(): FormError[] {
    const { keys } = this.t();
    const { expiresOn } = this.#values();
    const outside = expiresOn !== '' && (expiresOn < this.today() || expiresOn > this.latest());
    return [
      ...formErrors([
        [
          'key-name',
          this.form.name().errors(),
          { required: keys.nameMissing, maxLength: keys.nameLong({ max: limits.apiKey.nameCharactersMax }) },
        ],
      ]),
      ...(this.chosen().length === 0 ? [{ field: `scope-${this.scopes()[0]}`, sentence: keys.scopesMissing }] : []),
      ...formErrors([['key-expires', this.form.expiresOn().errors(), { required: keys.expiresMissing }]]),
      ...(outside
        ? [{ field: 'key-expires', sentence: keys.expiresOutside({ earliest: this.today(), latest: this.latest() }) }]
        : []),
    ];
  }

  /** Copies the key. If the browser denies access to the clipboard, the key stays selected. */
  protected async copy(key: HTMLInputElement): Promise<void> {
    key.select();
    await navigator.clipboard.writeText(key.value).then(
      () => this.copied.set('yes'),
      () => this.copied.set('marked'),
    );
  }

  /** Removes the key from the page for good. */
  protected putAway(): void {
    this.key.set(null);
    this.copied.set('');
  }
}
