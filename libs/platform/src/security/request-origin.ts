import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';

/** Origin of a request. */
interface RequestOrigin {
  readonly address: string | null;
}

const current = new AsyncLocalStorage<RequestOrigin>();

/** Middleware that stores the client's address for all code that the request runs. */
export function storeRequestOrigin(request: Request, _response: Response, next: NextFunction): void {
  current.run({ address: normalisedAddress(request.ip) }, next);
}

/** Returns the address of the current request; null outside requests. */
export const currentAddress = (): string | null => current.getStore()?.address ?? null;

/**
 * Returns an address in normal form: IPv4-mapped IPv6 as IPv4, without zone, in lower case. Null when it is not an IP
 * address.
 */
export function normalisedAddress(address: string | undefined): string | null {
  const text =
    address
      ?.replace(/^::ffff:(?=\d+\.)/i, '')
      .replace(/%.*$/, '')
      .toLowerCase() ?? '';
  return /^[0-9a-f:.]{2,45}$/.test(text) ? text : null;
}

/** Returns the network by which an address is rate-limited: a single IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after].slice(0, 4).join(':');
}

/** Returns the network of the current request; null outside requests. */
export function currentNetwork(): string | null {
  const address = currentAddress();
  return address === null ? null : networkOf(address);
}
