import {
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import type { ApplicationConfig } from '@angular/core';
import {
  UrlSerializer,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideApiClient } from '@tallgrunn/api-client';
import { LanguageInUrl, TextLibrary, storedLanguage } from '@tallgrunn/design';
import { routes } from './app.routes.ts';
import { ErrorBannerHandler } from './error-banner.ts';
import { showUnavailable } from './unavailable-page/show-unavailable.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideApiClient(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(showUnavailable),
    ),
    { provide: UrlSerializer, useExisting: LanguageInUrl },
    { provide: ErrorHandler, useClass: ErrorBannerHandler },
    provideAppInitializer(() => inject(TextLibrary).switchTo(storedLanguage())),
  ],
};
