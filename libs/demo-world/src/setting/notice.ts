/** Stands in every JSON file of the world, and on every page that shows it. */
export const notice = 'Demodata – ikke reelle tall. Kommunene og samarbeidet er brukt som scenario; leverandører, personer, varer og alle beløp er oppdiktet.';

/** The moment the demo world is seen from, in Europe/Oslo. */
export const asOf = '2026-08-10T09:00:00+02:00';
export const asOfDay = '2026-08-10';

export const firstMonth = '2025-01';
export const lastMonth = '2026-06';
/** Delivered and reported, but waiting to be handed in at `asOf`; no ledger knows it yet. */
export const waitingMonth = '2026-07';
