/** Replacement for a personal value. */
export const HIDDEN_VALUE = '•••';
/** Replacement for an identity number. */
export const IDENTITY_MASK = '•••••••••••';
