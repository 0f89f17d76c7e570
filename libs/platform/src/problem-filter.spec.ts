import { closeAfterLinger } from './problem-filter.ts';

describe('upload that continues after it was rejected', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('closes the connection after a moment', () => {
    const destroy = jest.fn();
    closeAfterLinger({ complete: false, socket: { destroy } });
    jest.runAllTimers();
    expect(destroy).toHaveBeenCalledTimes(1);
  });

  it('does not throw when the sender is gone or the upload is complete', () => {
    const destroy = jest.fn();
    closeAfterLinger({ complete: false, socket: null });
    closeAfterLinger({ complete: true, socket: { destroy } });
    expect(() => jest.runAllTimers()).not.toThrow();
    expect(destroy).not.toHaveBeenCalled();
  });
});
