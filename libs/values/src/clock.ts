/** Injected source of the current time. Code that makes decisions never reads the machine's clock directly. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * Returns a clock fixed at one instant, for tests and for reruns of an earlier day. @throws RangeError when the text is
 * not an instant
 */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant).getTime();
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  return { now: () => new Date(at) };
}
