import { isLanguage, type Language } from '@tallgrunn/values';
import { batchKinds, type BatchKind } from '../batch.ts';

/** An operator's settings for a folder, from its `inbox.json`. */
export interface InboxSettings {
  /** Organisation number of the buyer to whom the files belong. */
  readonly buyer: string;
  /** Id of the cooperative; needed when the buyer belongs to several. */
  readonly cooperative?: string;
  /** Key of the import profile: the buyer's own, a shared one, or an example. Default: the best matching one. */
  readonly profile?: string;
  /** Kind of the files. Default: detected per file. */
  readonly kind?: BatchKind;
  /** Language of the texts written next to the files. */
  readonly language: Language;
}

/** Parses the settings. Returns `wrong` with the name of the first invalid member, or 'JSON'. */
export function readSettings(text: string): InboxSettings | { readonly wrong: string } {
  let json: unknown;
  try {
    // Some editors add a byte order mark.
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
