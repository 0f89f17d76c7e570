import { isLanguage, type Language } from '@tallgrunn/values';
import { batchKinds, type BatchKind } from '../batch.ts';

/** What an operator has written of a folder in its `inbox.json`. */
export interface InboxSettings {
  /** Organisation number of the buyer whose files come here. */
  readonly buyer: string;
  /** Id of the cooperative, where the buyer is in several. */
  readonly cooperative?: string;
  /** Key of the ledger profile the files are read with: the buyer's own, a common one, or an example. Without it the one that fits best. */
  readonly profile?: string;
  /** By what each file holds when it is left out. */
  readonly kind?: BatchKind;
  /** Language of what is written beside the files. */
  readonly language: Language;
}

/** The settings, or what is wrong with them in one English word each: the name of the member. */
export function readSettings(text: string): InboxSettings | { readonly wrong: string } {
  let json: unknown;
  try {
    // Some editors mark their files as UTF-8.
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { wrong: 'JSON' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { wrong: 'JSON' };
  const { buyer, cooperative, profile, kind, language = 'nb' } = json as Record<string, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  if (!isText(buyer) || !/^\d{9}$/.test(buyer.replaceAll(' ', ''))) return { wrong: 'buyer' };
  if (cooperative !== undefined && !isText(cooperative)) return { wrong: 'cooperative' };
  if (profile !== undefined && !isText(profile)) return { wrong: 'profile' };
  const known = batchKinds.find((each) => each === kind);
  if (kind !== undefined && !known) return { wrong: 'kind' };
  if (!isText(language) || !isLanguage(language)) return { wrong: 'language' };
  return {
    buyer: buyer.replaceAll(' ', ''),
    language,
    ...(isText(cooperative) ? { cooperative } : {}),
    ...(isText(profile) ? { profile } : {}),
    ...(known ? { kind: known } : {}),
  };
}
