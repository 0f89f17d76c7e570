import { Component, computed, inject, signal } from '@angular/core';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { apiKeysList, apiKeysRevoke } from '@tallgrunn/api-client/calls';
import type { ApiKeyDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { addDays, limits, osloDate } from '@tallgrunn/values';
import { RowConfirmation } from '../admission/confirm-row.ts';
import { AutoFocus } from '../admission/auto-focus.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { CreateApiKeyForm } from './create-api-key.ts';
import type { ApiKeyScope } from './available-scopes.ts';

/** The API keys of the active organisation: their scopes and state, with a button to revoke each. */
@Component({
  selector: 'tg-api-keys-page',
  imports: [Cell, DataTable, Empty, Loaded, CreateApiKeyForm, PageHeader, StatusTag, AutoFocus],
  templateUrl: './api-keys-page.html',
  styleUrl: './api-keys-page.css',
})
export class ApiKeysPage {
  protected readonly t = texts(identityTexts);
  protected readonly session = inject(Session);
  protected readonly sort = queryState('sort');
  protected readonly keys = read(apiKeysList);
  /** Confirmation state of the key to revoke. */
  protected readonly ending = new RowConfirmation();
  protected readonly said = signal('');
  protected readonly trackRow = (key: ApiKeyDto) => key.id;
  readonly #wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  protected readonly columns = computed<readonly Column<ApiKeyDto>[]>(() => {
    const { heads, scopes, never } = this.t().keys;
    return [
      { key: 'name', head: heads.name, text: (row) => row.name, order: (row) => row.name },
      { key: 'prefix', head: heads.prefix, text: (row) => `tg_${row.prefix}…` },
      {
        key: 'scopes',
        head: heads.scopes,
        text: (row) => row.scopes.map((scope) => scopes[scope as ApiKeyScope]).join(', '),
      },
      { key: 'madeBy', head: heads.madeBy, text: (row) => row.madeBy ?? '', order: (row) => row.madeBy ?? '' },
      {
        key: 'used',
        head: heads.used,
        text: (row) => (row.lastUsedAt ? this.#wording.instant(row.lastUsedAt) : never),
        order: (row) => row.lastUsedAt ?? '',
      },
      { key: 'state', head: heads.state, text: (row) => row.state, order: (row) => row.expiresAt },
      { key: 'end', head: heads.end },
    ];
  });

  /** Returns the last day on which the key is valid (Oslo). */
  protected lastDay({ expiresAt }: ApiKeyDto): string {
    return osloDate(new Date(Date.parse(expiresAt) - 1));
  }

  protected endsSoon(key: ApiKeyDto): boolean {
    const today = osloDate(new Date(this.session.instance()?.asOf ?? Date.now()));
    return this.lastDay(key) <= addDays(today, limits.apiKey.remindDaysBefore);
  }

  protected async revoke(key: ApiKeyDto, pressed: EventTarget | null): Promise<void> {
    try {
      await this.#send(apiKeysRevoke, { apiKeyId: key.id });
      this.said.set(this.t().keys.ended({ name: key.name }));
      this.ending.done(pressed);
      this.keys.reload();
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
      this.ending.keep(pressed);
    }
  }
}
