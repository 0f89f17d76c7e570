import { readConfig } from './config.ts';

const base = { DATABASE_URL: 'postgres://nobody@localhost/none', TALLGRUNN_APP_PASSWORD: 'none', SESSION_SECRET: 'none', FACTOR_SECRET: 'none' };
const from = (env: Record<string, string>) => readConfig({ ...base, ...env }).mailFrom;

describe('who letters are from', () => {
  it('is no-reply at the public address, until the operator says', () => {
    expect(from({})).toBe('Tallgrunn <no-reply@localhost>');
    expect(from({ PUBLIC_URL: 'https://innkjop.example.no:8443/', MAIL_FROM: '' })).toBe('Tallgrunn <no-reply@innkjop.example.no>');
    expect(from({ MAIL_FROM: 'Innkjøp Innlandet <innkjop@example.no>' })).toBe('Innkjøp Innlandet <innkjop@example.no>');
    expect(from({ MAIL_FROM: 'innkjop@example.no' })).toBe('innkjop@example.no');
  });

  it.each(['Innkjøp', 'a@b@c', 'x <a@b>\r\nBcc: c@d', 'a@b, c@d'])('is refused at the start when it is no address: %j', (text) => {
    expect(() => from({ MAIL_FROM: text })).toThrow(/MAIL_FROM/);
  });
});

describe('who uploads are scanned by', () => {
  it('is nobody, until the operator says', () => {
    expect(readConfig({ ...base, CLAMD_URL: '' }).clamdUrl).toBeNull();
    expect(readConfig({ ...base, CLAMD_URL: 'tcp://127.0.0.1:3310' }).clamdUrl).toBe('tcp://127.0.0.1:3310');
  });

  it.each(['clamav:3310', 'http://clamav:3310', 'tcp://clamav', 'yes'])('is refused at the start when it is no address: %j', (text) => {
    expect(() => readConfig({ ...base, CLAMD_URL: text })).toThrow(/CLAMD_URL/);
  });
});
