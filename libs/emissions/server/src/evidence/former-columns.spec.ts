import fc from 'fast-check';
import { withPresentColumns } from './former-columns.ts';

describe('a row of an older evidence pack', () => {
  it('gets the present names of its columns, and keeps the text of its values', () =>
    expect(withPresentColumns('{"from_run":3,"until_run":null,"own_amount":1234567890123456.123456,"kg":0.10}')).toBe(
      '{"opened_by_run":3,"closed_by_run":null,"base_amount":1234567890123456.123456,"kg":0.10}',
    ));

  it('is not changed in a value that looks like a column', () =>
    fc.assert(
      fc.property(fc.constantFrom('from_run', 'spent_on', 'data_class'), fc.string(), (name, text) => {
        const value = `${text}"${name}":${text}`;
        expect(JSON.parse(withPresentColumns(JSON.stringify({ note: value, [name]: 1 })))).toMatchObject({
          note: value,
        });
      }),
    ));
});
