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
import { LanguageInUrl, TextLibrary, rememberedLanguage } from '@tallgrunn/design';
import { routes } from './app.routes.ts';
import { TellTrouble } from './page-trouble.ts';
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
    { provide: ErrorHandler, useClass: TellTrouble },
    provideAppInitializer(() => inject(TextLibrary).switchTo(rememberedLanguage())),
  ],
};
