/** Stands where a personal value was. */
export const HIDDEN = '•••';
/** Stands where an identity number was. */
export const mask = '•••••••••••';
