/** Call-off methods, as named by the server. */
export const callOffMethods = ['single-supplier', 'ranked', 'share', 'reopening', 'mixed'] as const;
export type CallOffMethod = (typeof callOffMethods)[number];

/** Returns the method of an option; null for none. */
export const callOffMethodOf = (chosen: string): CallOffMethod | null =>
  callOffMethods.find((each) => each === chosen) ?? null;

/**
 * Converts a typed amount to decimal text: "12 000 000,50" becomes 12000000.50; null when empty. Invalid text is passed
 * on, and the server rejects it.
 */
export const parseAmount = (typed: string): string | null => typed.replace(/[\s\u00a0]/g, '').replace(',', '.') || null;
