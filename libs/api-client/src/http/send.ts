import { inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../generated/api.ts';
import type { ApiFnRequired } from '../generated/api.ts';
import type { ApiCall } from './load-resource.ts';

/**
 * What sends acts to the server: `readonly #send = sender()`, then `await this.#send(colleaguesInviteColleague, { body })`.
 * Rejects with the HTTP error; problemOf says what it was.
 */
export function sender(): <P, R>(call: ApiCall<P, R>, params: P) => Promise<R> {
  const api = inject(Api);
  return (call, params) => firstValueFrom(api.invoke(call as ApiFnRequired<typeof params, never>, params));
}
