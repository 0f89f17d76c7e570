import { inject } from '@angular/core';
import type { Signal } from '@angular/core';
import { TextLibrary } from '@tallgrunn/design';
import type { Language } from '@tallgrunn/values';

/** The language of the screen, for texts that arrive in three. */
export function languageNow(): Signal<Language> {
  return inject(TextLibrary).language;
}
