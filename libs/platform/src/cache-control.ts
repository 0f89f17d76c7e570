/** Cache-Control: browsers and programs store the answer, and ask each time whether it is still current. What is withdrawn is so at once. */
export const REVALIDATED = 'public, no-cache';
