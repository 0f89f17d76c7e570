import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { TextLibrary } from './text-library.ts';
import type { LazyCatalogue } from './text-library.ts';

/** Route guard that loads a room's texts before its pages are shown: `canActivate: [openTexts(reportingTexts)]`. */
export function openTexts(...catalogues: readonly LazyCatalogue<object>[]): CanActivateFn {
  return async () => {
    const library = inject(TextLibrary);
    await Promise.all(catalogues.map((catalogue) => library.open(catalogue)));
    return true;
  };
}
