import { inject } from '@angular/core';
import type { Signal } from '@angular/core';
import { TextLibrary } from '@tallgrunn/design';
import type { Language } from '@tallgrunn/values';

/** Returns the interface language, for texts that arrive in three languages. */
export function currentLanguage(): Signal<Language> {
  return inject(TextLibrary).language;
}
