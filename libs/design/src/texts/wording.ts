import { Service, inject } from '@angular/core';
import {
  emissionUnit,
  formatAmount,
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  isDecimal,
  normalise,
  osloDate,
  Period,
} from '@tallgrunn/values';
import type { DateStyle, Language } from '@tallgrunn/values';
import { TextLibrary } from './text-library.ts';

/**
 * Formats numbers and dates in the current language. Each method reads the language signal, so that templates follow a
 * language switch.
 */
@Service()
export class Wording {
  readonly #library = inject(TextLibrary);

  /** Returns the current language. */
  language(): Language {
    return this.#library.language();
  }

  /** Formats a decimal text as "318 204,50 kr". */
  money(amount: string, decimals = 2): string {
    return formatMoney(amount, 'NOK', this.#library.language(), decimals);
  }

  amount(amount: string, decimals = 2): string {
    return formatAmount(amount, this.#library.language(), decimals);
  }

  /** Formats a decimal text with all its digits. */
  exact(text: string): string {
    const plain = isDecimal(text) ? normalise(text) : '0';
    return formatAmount(
      plain,
      this.#library.language(),
      plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0,
    );
  }

  quantity(quantity: string): string {
    return formatQuantity(quantity, this.#library.language());
  }

  /** Formats a factor's unit, in any publisher's spelling, as "kg CO₂e/krone". */
  emissionUnit(unit: string): string {
    return emissionUnit(unit, this.#library.language());
  }

  count(count: number): string {
    return formatCount(count, this.#library.language());
  }

  /** Formats a share from 0 to 1, as decimal text or number, as "12,5 %". */
  share(share: string | number, decimals = 1): string {
    return formatShare(String(share), this.#library.language(), decimals);
  }

  /**
   * Formats an ISO date, or the day in Oslo of an ISO instant, as "20. april 2026", "20.04.2026" or "mandag 20. april".
   */
  date(date: string, style: DateStyle = 'long'): string {
    return formatDate(date.includes('T') ? osloDate(new Date(date)) : date, this.#library.language(), style);
  }

  /** Formats an ISO instant in Oslo time. */
  instant(instant: string): string {
    return formatInstant(new Date(instant), this.#library.language());
  }

  /** Formats "2026-Q1" as "1. kvartal 2026". */
  period(key: string): string {
    return formatPeriod(Period.parse(key), this.#library.language());
  }

  /** Formats a size in steps of 1,024, as file managers do: "256 MB". */
  size(sizeBytes: number): string {
    const units = ['B', 'kB', 'MB', 'GB'];
    const step = Math.min(units.length - 1, sizeBytes < 1 ? 0 : Math.floor(Math.log(sizeBytes) / Math.log(1024)));
    const scaled = (sizeBytes / 1024 ** step).toFixed(step > 1 && sizeBytes % 1024 ** step ? 1 : 0);
    return `${this.quantity(scaled)}\u00a0${units[step]}`;
  }
}
