import { computed, inject } from '@angular/core';
import type { Signal } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import { osloDate } from '@tallgrunn/values';

/** Today's date in Oslo by the installation's clock; a demo runs from a set date. */
export function todaySignal(): Signal<string> {
  const { instance } = inject(Session);
  return computed(() => osloDate(new Date(instance()?.asOf ?? Date.now())));
}
