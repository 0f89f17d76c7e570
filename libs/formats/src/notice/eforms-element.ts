import { attributeAt, child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import type { Money, NoticeCpv, NoticeTexts } from './notice.ts';

/** Returns the eForms extension of a UBL element. Also accepts the notice's own `UBLExtensions`. */
export function eformsOf(parent: Element | undefined): Element | undefined {
  const extensions = parent?.name === 'UBLExtensions' ? parent : child(parent, 'UBLExtensions');
  return childrenOf(extensions, 'UBLExtension')
    .map((one) => child(one, 'ExtensionContent', 'EformsExtension'))
    .find((found) => found !== undefined);
}

export function textsOf(elements: readonly Element[]): NoticeTexts {
  const texts: Record<string, string> = {};
  for (const element of elements) {
    const language = attributeAt(element, 'languageID') ?? '';
    if (element.text && element.text !== UNPUBLISHED) texts[language] ??= element.text;
  }
  return texts;
}

/** Replacement values of unpublished fields in a published notice (eForms SDK, unpublished fields). */
const UNPUBLISHED = 'unpublished';
const noNumber = /^-1(\.0+)?$/;
const NO_DATE = '1970-01-01';

export function moneyAt(parent: Element | undefined, ...path: string[]): Money | null {
  const found = child(parent, ...path);
  return found?.text && !noNumber.test(found.text)
    ? { amount: found.text, currency: attributeAt(found, 'currencyID') }
    : null;
}

export function countAt(parent: Element | undefined, ...path: string[]): string | null {
  const text = textAt(parent, ...path);
  return text !== null && noNumber.test(text) ? null : text;
}

export function openTextAt(parent: Element | undefined, ...path: string[]): string | null {
  const text = textAt(parent, ...path);
  return text === UNPUBLISHED ? null : text;
}

export function openDateAt(parent: Element | undefined, ...path: string[]): string | null {
  const text = dateAt(parent, ...path);
  return text === NO_DATE ? null : text;
}

export function flagAt(parent: Element | undefined, ...path: string[]): boolean | null {
  const text = textAt(parent, ...path);
  return text === null ? null : /^(true|1)$/i.test(text);
}

/** Returns the code of the child `name` that belongs to the given code list. */
export function codeOf(parents: readonly Element[], name: string, list: string): string | null {
  return (
    parents.map((parent) => child(parent, name)).find((code) => attributeAt(code, 'listName') === list)?.text || null
  );
}

/** Returns the CPV codes as written, without the check digit that some senders append to the eight digits. */
export function cpvOf(project: Element | undefined): NoticeCpv {
  const codes = (name: string): string[] =>
    childrenOf(project, name).flatMap((element) =>
      childrenOf(element, 'ItemClassificationCode').flatMap((code) => code.text.replace(/^(\d{8})-\d$/, '$1') || []),
    );
  const [main = null, ...more] = codes('MainCommodityClassification');
  return { main, additional: [...more, ...codes('AdditionalCommodityClassification')] };
}

/** Yields every element with this name, at any depth. */
export function* descendants(parent: Element | undefined, name: string): Generator<Element> {
  for (const one of parent?.children ?? []) {
    if (one.name === name) yield one;
    yield* descendants(one, name);
  }
}
