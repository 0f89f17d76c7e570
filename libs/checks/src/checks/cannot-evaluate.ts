import { defineCheck } from '../check.ts';

/** Reported once per missing piece of data, because no finding does not mean that the report is right. */
export const cannotEvaluate = defineCheck({ id: 'cannot-evaluate', class: 0, severity: 'info', run: () => ({}) });
