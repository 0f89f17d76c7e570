import type { LedgerProfile } from './ledger-profile.ts';

/**
 * KOSTRA arts of the operating and investment accounts (Kommunal- og distriktsdepartementet, KOSTRA
 * regnskapsrapportering).
 */
const arts = new Set(
  `010 020 030 040 050 070 075 080 089 090 099 100 105 110 114 115 120 130 140 150 160 165 170 180 181 182 183 184 185 190 195 200 209 210 220 230 240 250 260 270 280 285 290 300 330 350 370 375 380 400 429 430 450 470 480 490
   500 509 510 511 512 513 520 521 522 528 529 530 540 548 550 570 580 589 590 600 620 629 630 640 650 660 670 690 700 710 728 729 730 750 770 775 780 790 800 810 820 830 840 850 870 871 872 873 874 875 876 877 880 890 895 899
   900 901 905 909 910 911 912 920 921 922 928 929 930 940 948 950 958 970 980 989 990`.split(/\s+/),
);

/** Returns whether a code is a KOSTRA art. */
export const isArt = (code: string): boolean => arts.has(code);

/**
 * The account of a code as written. `unsure` is true when another reading is equally plausible and a person should
 * check it.
 */
export interface AccountCode {
  readonly code: string | null;
  readonly unsure: boolean;
}

/** Returns the code without a name that follows it, and without dots, slashes and dashes. */
export function digitsOf(written: string): string {
  const token = /^(\d[\d.\-/]*)(?:\s+\D.*)?$/.exec(written)?.[1];
  return token === undefined ? written : token.replace(/[.\-/]/g, '');
}

/** Extracts the account: "115" from "1115", from "115 Matvarer", and from "11150" when the class comes first. */
export function accountCode(
  written: string | undefined,
  { start = 0, length, last, classFirst }: LedgerProfile['account'],
): AccountCode {
  if (written === undefined) return { code: null, unsure: false };
  if (last === undefined)
    return {
      code: padded(written.slice(start, length === undefined ? undefined : start + length), length),
      unsure: false,
    };
  const digits = digitsOf(written);
  const lastDigits = digits.slice(-last);
  if (!/^\d+$/.test(digits)) return { code: padded(lastDigits, last), unsure: false };
  const afterClass = digits.slice(1, 1 + last);
  const more = digits.length > last + 1;
  const code = more && classFirst && arts.has(afterClass) ? afterClass : lastDigits;
  // Leading zeros do not count as extra digits. 0 is the investment class and 1 the operating class. An account of
  // another class may belong to another chart of accounts.
  const otherClass = classFirst === true && digits.length === last + 1 && !/^[01]/.test(digits);
  return {
    code: padded(code, last),
    unsure: otherClass || (more && (code !== lastDigits || digits.replace(/^0+/, '').length > last + 1)),
  };
}

const padded = (part: string, length: number | undefined): string | null =>
  /^\d+$/.test(part) ? part.padStart(length ?? 0, '0') : part || null;
