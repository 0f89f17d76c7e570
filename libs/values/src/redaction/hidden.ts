/** Replacement for a personal value. */
export const HIDDEN = '•••';
/** Replacement for an identity number. */
export const mask = '•••••••••••';
