import type { NothingTexts } from './nb.ts';

export const nothingEn = {
  act: 'No deliveries in the period',
  title: 'Report that nothing was delivered',
  sure: (p: { period: string; agreement: string; supplier: string }) => `${p.supplier} delivered nothing under “${p.agreement}” in ${p.period}. This is a report like any other: it gets a number and a receipt, and can be replaced later.`,
  replaces: 'A report for the period has already been delivered. This one replaces it when the contract manager has accepted.',
  confirm: 'Report no deliveries',
  confirmAll: 'Report no deliveries with this explanation',
  booked: 'What the customers have booked',
  why: 'Why was nothing delivered?',
  whyHelp: 'For example that the invoices are for another agreement or another period. The contract manager reads it and decides.',
  whyMissing: 'Say why, or cancel and upload the lines.',
  cancel: 'Cancel',
} satisfies NothingTexts;
