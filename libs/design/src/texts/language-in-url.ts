import { Service, inject } from '@angular/core';
import { DefaultUrlSerializer, UrlTree } from '@angular/router';
import type { ActivatedRouteSnapshot, CanActivateFn } from '@angular/router';
import { isLanguage } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import { TextLibrary } from './text-library.ts';

const remembered = 'tallgrunn.language';

/** Every address carries its language (`?lang=nn`): a link sent to a colleague shows the same page in the same words. */
@Service()
export class LanguageInUrl extends DefaultUrlSerializer {
  readonly #library = inject(TextLibrary);

  override serialize(tree: UrlTree): string {
    const lang = String(tree.queryParams['lang'] ?? this.#library.language());
    return super.serialize(new UrlTree(tree.root, { ...tree.queryParams, lang }, tree.fragment));
  }
}

/** The language that an address names; without one, what this browser chose last; else bokmål. */
export function languageOf(route: ActivatedRouteSnapshot): Language | null {
  const named = route.queryParamMap.get('lang');
  return named && isLanguage(named) ? named : null;
}

export function rememberedLanguage(): Language {
  const kept = globalThis.localStorage?.getItem(remembered) ?? '';
  return isLanguage(kept) ? kept : 'nb';
}

/** Guard on the root route: the screen follows the address, also on "back". */
export const followLanguage: CanActivateFn = async (route) => {
  const library = inject(TextLibrary);
  const language = languageOf(route);
  if (language && language !== library.language()) await library.switchTo(language);
  globalThis.localStorage?.setItem(remembered, library.language());
  return true;
};
