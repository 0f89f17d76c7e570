import type { Resource } from '@angular/core';

/** What a read has brought, or nothing yet. A read that failed has brought nothing: its own place on the page says so. */
export function arrived<T>(resource: Resource<T>): T | undefined {
  return resource.hasValue() ? resource.value() : undefined;
}
