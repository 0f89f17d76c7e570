import { Service, inject } from '@angular/core';
import { DefaultUrlSerializer, UrlTree } from '@angular/router';
import type { ActivatedRouteSnapshot, CanActivateFn } from '@angular/router';
import { isLanguage } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import { TextLibrary } from './text-library.ts';

const STORAGE_KEY = 'tallgrunn.language';

/**
 * Adds the language to every address (`?lang=nn`), so that a link sent to a colleague shows the page in the same
 * language.
 */
@Service()
export class LanguageInUrl extends DefaultUrlSerializer {
  readonly #library = inject(TextLibrary);

  override serialize(tree: UrlTree): string {
    const lang = String(tree.queryParams['lang'] ?? this.#library.language());
    return super.serialize(new UrlTree(tree.root, { ...tree.queryParams, lang }, tree.fragment));
  }
}

/** Returns the language in the address; null without a valid one. */
export function languageOf(route: ActivatedRouteSnapshot): Language | null {
  const named = route.queryParamMap.get('lang');
  return named && isLanguage(named) ? named : null;
}

export function storedLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORAGE_KEY) ?? '';
  return isLanguage(stored) ? stored : 'nb';
}

/** Guard of the root route: applies the language of the address, also after "back", and stores it in the browser. */
export const followLanguage: CanActivateFn = async (route) => {
  const library = inject(TextLibrary);
  const language = languageOf(route);
  if (language && language !== library.language()) await library.switchTo(language);
  globalThis.localStorage?.setItem(STORAGE_KEY, library.language());
  return true;
};
