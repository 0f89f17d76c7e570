import { hashOf, type LocalText, type Terms } from '@tallgrunn/checks';
import { WrongUsage } from '../command.ts';
import { termsOf } from '../read-terms.ts';

/** Limits for fetching a template. */
export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

export const defaultLimits: FetchLimits = { milliseconds: 20_000, bytes: 4 * 1024 * 1024 };

export interface FetchedTemplate {
  readonly terms: Terms;
  readonly title: LocalText;
  readonly version: number;
  readonly cooperative: string;
}

const local = new Set(['localhost', '127.0.0.1', '[::1]']);
const places = /^(.*)\/(?:sjekk|api\/v1\/public\/templates)\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;

/** Returns the address of a template's document from the address of its page. @throws WrongUsage with the reason */
export function documentAddress(address: string): URL {
  const wrong = (why: string) => new WrongUsage(`--template ${address} ${why}`);
  const url = URL.parse(address);
  if (!url) throw wrong('is no address. Write it as it is in the browser: https://…/sjekk/…');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local.has(url.hostname))) throw wrong('is not https.');
  if (url.username !== '' || url.password !== '') throw wrong('holds a name or a password, which no template needs.');
  const [, before = '', slug] = places.exec(url.pathname) ?? [];
  if (slug === undefined) throw wrong('is not the address of a template: https://…/sjekk/…');
  return new URL(`${before}/api/v1/public/templates/${slug}`, url.origin);
}

/**
 * Fetches a published template within limits of time and size. Redirects are not followed. @throws WrongUsage with the
 * reason
 */
export async function fetchTemplate(address: string, limits: FetchLimits = defaultLimits): Promise<FetchedTemplate> {
  const url = documentAddress(address);
  const wrong = (why: string) => new WrongUsage(`--template ${address} ${why}`);
  const { status, text } = await fetched(url, limits).catch((error: unknown) => {
    throw error instanceof TooLarge
      ? wrong(`holds more than ${limits.bytes} bytes, and is no template.`)
      : wrong(`could not be fetched: ${reasonOf(error, limits)}`);
  });
  const body = parsed(text);
  if (status === 410) throw wrong('is withdrawn. Ask the publisher which template to use.');
  if (status !== 200 || !body) throw wrong(`gave no template: ${String(body?.['code'] ?? `status ${status}`)}.`);
  const terms = termsOf(body['document'], '--template', address);
  if (hashOf(terms) !== body['hash']) throw wrong('gave a document that differs from its own hash.');
  return {
    terms,
    title: body['title'] as LocalText,
    version: Number(body['version']),
    cooperative: String(body['cooperative']),
  };
}

class TooLarge extends Error {}

async function fetched(url: URL, { milliseconds, bytes }: FetchLimits): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(milliseconds),
  });
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    // Leaving the loop cancels the rest of the response.
    if (size > bytes) throw new TooLarge();
    pieces.push(piece);
  }
  return { status: response.status, text: Buffer.concat(pieces).toString('utf8') };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function reasonOf(error: unknown, { milliseconds }: FetchLimits): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `no answer within ${milliseconds / 1000} seconds.`;
  return `${cause?.code ?? cause?.message ?? message}.`;
}
