import { cutOff } from './problem-filter.ts';

describe('an upload that goes on after it was refused', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is ended after a moment', () => {
    const destroy = jest.fn();
    cutOff({ complete: false, socket: { destroy } });
    jest.runAllTimers();
    expect(destroy).toHaveBeenCalledTimes(1);
  });

  it('takes nobody with it when its sender is gone already, or it has come to its end', () => {
    const destroy = jest.fn();
    cutOff({ complete: false, socket: null });
    cutOff({ complete: true, socket: { destroy } });
    expect(() => jest.runAllTimers()).not.toThrow();
    expect(destroy).not.toHaveBeenCalled();
  });
});
