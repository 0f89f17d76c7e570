import { bootstrapApplication } from '@angular/platform-browser';
import { inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideApiClient } from '@tallgrunn/api-client';
import { TextLibrary, designTexts, storedLanguage } from '@tallgrunn/design';
import '@digdir/designsystemet-web';
import { Showcase } from './showcase.ts';

const loadTexts = async (library: TextLibrary) => {
  await library.open(designTexts);
  await library.switchTo(storedLanguage());
};

void bootstrapApplication(Showcase, {
  providers: [
    provideZonelessChangeDetection(),
    provideApiClient(),
    provideRouter([]),
    provideAppInitializer(() => loadTexts(inject(TextLibrary))),
  ],
});
