/** Norwegian VAT rates: general, food, low (passenger transport, accommodation, culture) and none. */
export const vatKinds = ['general', 'food', 'low', 'none'] as const;
export type VatKind = (typeof vatKinds)[number];

/**
 * Rates as shares, each from a day until the next. Source: the Storting's annual decisions on VAT; the low rate was
 * halved from April 2020 to September 2021.
 */
export const VAT_RATES: Readonly<Record<VatKind, readonly { readonly from: string; readonly rate: string }[]>> = {
  general: [{ from: '2005-01-01', rate: '0.25' }],
  food: [
    { from: '2007-01-01', rate: '0.14' },
    { from: '2012-01-01', rate: '0.15' },
  ],
  low: [
    { from: '2006-01-01', rate: '0.08' },
    { from: '2016-01-01', rate: '0.1' },
    { from: '2018-01-01', rate: '0.12' },
    { from: '2020-04-01', rate: '0.06' },
    { from: '2021-10-01', rate: '0.12' },
  ],
  none: [{ from: '1970-01-01', rate: '0' }],
};

const codes = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

/**
 * VAT rate of the purchases on an account, by chart of accounts.
 * Accounts with goods and services of several rates, such as KOSTRA's purchases from private providers, are omitted:
 * their amounts excluding VAT cannot be calculated.
 */
export const ACCOUNT_VAT: Readonly<Record<string, Readonly<Partial<Record<VatKind, readonly string[]>>>>> = {
  kostra: {
    general: codes(
      '100 105 110 114 120 130 140 150 170 180 181 182 183 184 190 195 200 209 210 220 230 240 250 260 270 271 272',
    ),
    food: codes('115'),
    low: codes('160'),
    none: codes('185 280 285'),
  },
  ns4102: {
    general: codes(
      '1021 1031 1041 1051 1105 1120 1131 1141 1151 1160 1200 1210 1221 1225 1231 1249 1250 1265 1270 1280 1290 1461 4000 4060 4160 4260 4300 4500 4550 5290',
      '5310 5901 5911 5990 5991 6100 6110 6190 6200 6300 6320 6340 6341 6360 6399 6400 6410 6420 6440 6490 6500 6540 6551 6553 6572 6590 6600 6620 6690 6705',
      '6720 6750 6791 6795 6800 6820 6840 6860 6890 6907 6940 7001 7021 7041 7051 7100 7140 7160 7199 7300 7321 7350 7400 7420 7500 7550 7560 7600 7605 7610',
      '7620 7630 7710 7720 7750 7770 7798',
    ),
  },
  dfo: {
    general: codes(
      '102 103 104 105 110 112 113 114 115 116 120 121 122 123 124 125 126 127 128 129 146 400 406 430 450 474 590 591 592 593 596 599 610 611 619 620 621',
      '622 624 625 629 630 632 634 636 639 640 641 642 643 644 645 646 649 650 651 652 654 655 656 657 658 660 663 666 669 670 671 672 673 674 675 676 678',
      '680 682 683 684 686 689 690 694 700 702 704 709 710 713 715 719 730 732 735 740 741 750 755 756 760 761 762 763 771 772 775 777 779',
    ),
  },
};

const kindByAccount: ReadonlyMap<string, VatKind> = new Map(
  Object.entries(ACCOUNT_VAT).flatMap(([system, kinds]) =>
    vatKinds.flatMap((kind) => (kinds[kind] ?? []).map((code) => [`${system}:${code}`, kind] as const)),
  ),
);

/**
 * Returns the VAT rate of an account on a day, as a share: '0.15'. Null when unknown. @param day ISO day; null = the
 * latest rate
 */
export function accountRate(
  account: { readonly system: string; readonly code: string } | null,
  day: string | null,
): string | null {
  const kind = account === null ? undefined : kindByAccount.get(`${account.system}:${account.code}`);
  if (kind === undefined) return null;
  return VAT_RATES[kind].findLast(({ from }) => day === null || from <= day)?.rate ?? null;
}
