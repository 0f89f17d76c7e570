import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from './problem.ts';

describe('what went wrong', () => {
  it('keeps code, params, issues and trace id of our own problems', () => {
    const body = {
      type: 'x',
      title: 'locked',
      status: 423,
      code: 'locked',
      params: { until: '2026-03-01T10:00:00Z' },
      issues: [{ code: 'a' }],
      traceId: 't1',
    };
    expect(problemOf(new HttpErrorResponse({ status: 423, error: body }))).toEqual({
      status: 423,
      code: 'locked',
      params: body.params,
      issues: body.issues,
      traceId: 't1',
    });
  });

  it('names silence, proxies and errors of the page', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).code).toBe('no-connection');
    expect(problemOf(new HttpErrorResponse({ status: 503, error: '<html>' })).code).toBe('no-connection');
    expect(problemOf(new TypeError('x is undefined')).code).toBe('unexpected');
  });

  it('finds the answer inside an error that a resource wrapped, also as text', () => {
    const wrapped = new Error('load', { cause: new HttpErrorResponse({ status: 404, error: '{"code":"not-found"}' }) });
    expect(problemOf(wrapped)).toMatchObject({ status: 404, code: 'not-found' });
  });
});
