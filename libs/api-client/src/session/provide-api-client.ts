import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { repeatAfterSignIn } from './repeat-after-sign-in.ts';
import { sendSession } from './send-session.ts';

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function provideApiClient(): EnvironmentProviders {
  return provideHttpClient(withXhr(), withInterceptors([repeatAfterSignIn, sendSession]));
}
