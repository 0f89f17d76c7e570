/** How call-offs are shared among parallel suppliers, as the server names it. */
export const techniques = ['single-supplier', 'ranked', 'share', 'reopening', 'mixed'] as const;
export type Technique = (typeof techniques)[number];

/** What a choice says; null for none. */
export const techniqueOf = (chosen: string): Technique | null => techniques.find((each) => each === chosen) ?? null;

/** A sum as it was typed, as decimal text: "12 000 000,50" is 12000000.50; null for nothing. What is no number is sent on, and refused there. */
export const amountOf = (typed: string): string | null => typed.replace(/[\s\u00a0]/g, '').replace(',', '.') || null;
