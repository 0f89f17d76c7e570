/**
 * Cache-Control value: clients may store the response but must revalidate it each time. A withdrawn resource therefore
 * disappears at once.
 */
export const REVALIDATED = 'public, no-cache';
