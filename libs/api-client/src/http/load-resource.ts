import { inject } from '@angular/core';
import type { ResourceRef } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Api } from '../generated/api.ts';
import type { ApiFnOptional, ApiFnRequired } from '../generated/api.ts';

export type ApiCall<P, R> = ApiFnRequired<P, R> | ApiFnOptional<P, R>;

/**
 * A read that follows its parameters: `readonly agreement = read(agreementsShow, () => ({ agreementId: this.id() }))`.
 * Undefined parameters ask nothing yet. Shown with *tgLoaded.
 */
export function read<P, R>(
  call: ApiCall<P, R>,
  params: () => P | undefined = () => ({}) as P,
): ResourceRef<R | undefined> {
  const api = inject(Api);
  return rxResource({ params, stream: (request) => api.invoke(call as ApiFnRequired<P, R>, request.params as P) });
}
