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

/** Numbers and dates as the language of the screen writes them. Each method reads the language signal, so templates follow a switch. */
@Service()
export class Wording {
  readonly #library = inject(TextLibrary);

  /** The language of the screen. */
  language(): Language {
    return this.#library.language();
  }

  /** Decimal text to "318 204,50 kr". */
  money(amount: string, decimals = 2): string {
    return formatMoney(amount, 'NOK', this.#library.language(), decimals);
  }

  amount(amount: string, decimals = 2): string {
    return formatAmount(amount, this.#library.language(), decimals);
  }

  /** All the digits a number has. */
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

  /** A factor's unit, however its publisher writes it, to "kg CO₂e/krone". */
  emissionUnit(unit: string): string {
    return emissionUnit(unit, this.#library.language());
  }

  count(count: number): string {
    return formatCount(count, this.#library.language());
  }

  /** A share between 0 and 1, as decimal text or number, to "12,5 %". */
  share(share: string | number, decimals = 1): string {
    return formatShare(String(share), this.#library.language(), decimals);
  }

  /** An ISO date, or the day in Oslo of an ISO instant, to "20. april 2026", "20.04.2026" or "mandag 20. april". */
  date(date: string, style: DateStyle = 'long'): string {
    return formatDate(date.includes('T') ? osloDate(new Date(date)) : date, this.#library.language(), style);
  }

  /** An ISO instant as the clock in Oslo shows it. */
  instant(instant: string): string {
    return formatInstant(new Date(instant), this.#library.language());
  }

  /** "2026-Q1" to "1. kvartal 2026". */
  period(key: string): string {
    return formatPeriod(Period.parse(key), this.#library.language());
  }

  /** "256 MB": sizes as file managers show them, in steps of 1 024. */
  size(sizeBytes: number): string {
    const units = ['B', 'kB', 'MB', 'GB'];
    const step = Math.min(units.length - 1, sizeBytes < 1 ? 0 : Math.floor(Math.log(sizeBytes) / Math.log(1024)));
    const scaled = (sizeBytes / 1024 ** step).toFixed(step > 1 && sizeBytes % 1024 ** step ? 1 : 0);
    return `${this.quantity(scaled)}\u00a0${units[step]}`;
  }
}
