import { readConfig } from './config.ts';

const base = {
  DATABASE_URL: 'postgres://nobody@localhost/none',
  TALLGRUNN_APP_PASSWORD: 'none',
  SESSION_SECRET: 'none',
  FACTOR_SECRET: 'none',
};
const from = (env: Record<string, string>) => readConfig({ ...base, ...env }).mailFrom;

describe('mail sender', () => {
  it('defaults to no-reply at the public address', () => {
    expect(from({})).toBe('Tallgrunn <no-reply@localhost>');
    expect(from({ PUBLIC_URL: 'https://innkjop.example.no:8443/', MAIL_FROM: '' })).toBe(
      'Tallgrunn <no-reply@innkjop.example.no>',
    );
    expect(from({ MAIL_FROM: 'Innkjøp Innlandet <innkjop@example.no>' })).toBe(
      'Innkjøp Innlandet <innkjop@example.no>',
    );
    expect(from({ MAIL_FROM: 'innkjop@example.no' })).toBe('innkjop@example.no');
  });

  it.each(['Innkjøp', 'a@b@c', 'x <a@b>\r\nBcc: c@d', 'a@b, c@d'])(
    'is refused at the start when it is no address: %j',
    (text) => {
      expect(() => from({ MAIL_FROM: text })).toThrow(/MAIL_FROM/);
    },
  );
});

describe('trusted proxies', () => {
  const proxies = (env: Record<string, string>) => readConfig({ ...base, ...env }).trustedProxies;

  it('default to none for http, and one for https', () => {
    expect(proxies({})).toBe(false);
    expect(proxies({ TRUSTED_PROXIES: ' ' })).toBe(false);
    expect(proxies({ PUBLIC_URL: 'https://innkjop.example.no' })).toBe(1);
  });

  it('are configured as none, a number, or addresses and networks', () => {
    const https = { PUBLIC_URL: 'https://innkjop.example.no' };
    expect(proxies({ ...https, TRUSTED_PROXIES: 'none' })).toBe(false);
    expect(proxies({ ...https, TRUSTED_PROXIES: '2' })).toBe(2);
    expect(proxies({ TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7,2001:db8::/32, loopback' })).toEqual([
      '10.0.0.0/8',
      '192.0.2.7',
      '2001:db8::/32',
      'loopback',
    ]);
  });

  it.each([
    'true',
    '0',
    '10',
    '-1',
    '10.0.0.0/33',
    '10.0.0/8',
    '2001:db8::/129',
    '10.0.0.1/',
    '10.0.0.0/8/8',
    '10.0.0.1,',
    'proxy.example.no',
  ])('are rejected at start when malformed: %j', (text) => {
    expect(() => proxies({ TRUSTED_PROXIES: text })).toThrow(/TRUSTED_PROXIES/);
  });
});

describe('upload scanner', () => {
  it('is off by default', () => {
    expect(readConfig({ ...base, CLAMD_URL: '' }).clamdUrl).toBeNull();
    expect(readConfig({ ...base, CLAMD_URL: 'tcp://127.0.0.1:3310' }).clamdUrl).toBe('tcp://127.0.0.1:3310');
  });

  it.each(['clamav:3310', 'http://clamav:3310', 'tcp://clamav', 'yes'])(
    'is refused at the start when it is no address: %j',
    (text) => {
      expect(() => readConfig({ ...base, CLAMD_URL: text })).toThrow(/CLAMD_URL/);
    },
  );
});

describe('bounce mailbox', () => {
  it('is off by default, and accepts only an address that can be extended by a tag', () => {
    const bounces = (text: string) => readConfig({ ...base, MAIL_BOUNCES: text }).mailBounces;
    expect(bounces('')).toBeNull();
    expect(bounces('retur@example.no')).toBe('retur@example.no');
    for (const text of ['retur', 'a+b@example.no', `${'x'.repeat(31)}@example.no`, 'a@b\r\nc'])
      expect(() => bounces(text)).toThrow(/MAIL_BOUNCES/);
  });
});
