import { Injectable } from '@nestjs/common';
import { currentAddress } from '@tallgrunn/platform';

const ADDRESSES_MAX = 50;

/**
 * Remembers today's addresses of each API key, so that the security log gets its first use of the day and each new
 * address once.
 */
@Injectable()
export class ApiKeyUses {
  #day = '';
  readonly #addresses = new Map<string, Set<string>>();

  /**
   * Returns whether this is the key's first use today, or its first from this address. After fifty addresses a day,
   * returns false.
   */
  isFirst(keyId: string, now = new Date()): boolean {
    const day = now.toISOString().slice(0, 10);
    if (day !== this.#day) this.#addresses.clear();
    this.#day = day;
    const addresses = this.#addresses.get(keyId) ?? new Set();
    this.#addresses.set(keyId, addresses);
    const address = currentAddress() ?? 'unknown';
    if (addresses.has(address) || addresses.size >= ADDRESSES_MAX) return false;
    addresses.add(address);
    return true;
  }
}
