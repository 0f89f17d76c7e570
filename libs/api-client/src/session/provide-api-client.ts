import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { sendSession } from './send-session.ts';

export function provideApiClient(): EnvironmentProviders {
  return provideHttpClient(withInterceptors([sendSession]));
}
