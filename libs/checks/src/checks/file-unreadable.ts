import { defineCheck } from '../check.ts';

/** Said by the reader, which could not get as far as lines. */
export const fileUnreadable = defineCheck({ id: 'file-unreadable', class: 3, severity: 'blocksFile', run: () => ({}) });
