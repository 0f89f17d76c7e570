import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';

/** The place a request came from. */
interface RequestOrigin {
  readonly address: string | null;
}

const current = new AsyncLocalStorage<RequestOrigin>();

/** Remembers the client's address for all that a request causes. */
export function rememberOrigin(request: Request, _response: Response, next: NextFunction): void {
  current.run({ address: normalisedAddress(request.ip) }, next);
}

/** The address of the request being answered; null outside requests. */
export const currentAddress = (): string | null => current.getStore()?.address ?? null;

/** An address as it is written down: IPv4 in its own form also where it came as IPv6, without zones. */
export function normalisedAddress(address: string | undefined): string | null {
  const text =
    address
      ?.replace(/^::ffff:(?=\d+\.)/i, '')
      .replace(/%.*$/, '')
      .toLowerCase() ?? '';
  return /^[0-9a-f:.]{2,45}$/.test(text) ? text : null;
}

/** The network an address is counted by: an IPv4 address alone, an IPv6 address with its /64. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after].slice(0, 4).join(':');
}

/** The network of the request being answered, by which attempts are counted; null outside requests. */
export function currentNetwork(): string | null {
  const address = currentAddress();
  return address === null ? null : networkOf(address);
}
