import { defineCheck } from '../check.ts';

/** Reported by the reader before there are any lines. */
export const fileUnreadable = defineCheck({ id: 'file-unreadable', class: 3, severity: 'blocksFile', run: () => ({}) });
