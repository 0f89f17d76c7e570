/** The time, injected: nothing that decides anything reads the machine's clock by itself. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at an instant; for tests and for reruns of an old day. */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant).getTime();
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  return { now: () => new Date(at) };
}
