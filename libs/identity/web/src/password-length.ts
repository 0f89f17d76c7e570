/** As the server demands it; told at the field before it is met. */
export const passwordLengthMin = 12;
