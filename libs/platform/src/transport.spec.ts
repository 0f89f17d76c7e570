import { readConfig } from './config.ts';
import { isLoopback, requireHttps } from './transport.ts';

const base = {
  DATABASE_URL: 'postgres://someone:pw-of-it@localhost/none',
  TALLGRUNN_APP_PASSWORD: 'none',
  SESSION_SECRET: 'none',
};
const read = (env: Record<string, string>) => readConfig({ ...base, ...env });
const messageOf = (run: () => unknown) => {
  try {
    run();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('isLoopback', () => {
  it.each(['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]', 'db.localhost', '::ffff:127.0.0.1'])(
    'accepts %s',
    (host) => expect(isLoopback(host)).toBe(true),
  );
  it.each([
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '192.168.1.4',
    'db',
    'localhost.example.org',
    '127.0.0.1.example.org',
    '1.127.0.0',
  ])('rejects %s', (host) => expect(isLoopback(host)).toBe(false));
});

describe('databaseAddress', () => {
  it.each([
    'postgres://u:pw-of-it@db.example.org/x',
    'postgres://u:pw-of-it@10.0.0.5/x',
    'postgres://u:pw-of-it@db/x?sslmode=disable',
    'postgres://u:pw-of-it@db/x?sslmode=prefer',
    'postgres://u:pw-of-it@db/x?sslmode=no-verify',
    'postgres://u:pw-of-it@db/x?sslmode=require&uselibpqcompat=true',
    'postgres://u:pw-of-it@localhost/x?host=db.example.org',
  ])('rejects another machine without TLS, without showing the password: %s', (DATABASE_URL) => {
    const message = messageOf(() => read({ DATABASE_URL }));
    expect(message).toMatch(/^DATABASE_URL .*sslmode=verify-full.*ALLOW_UNENCRYPTED=database/);
    expect(message).not.toContain('pw-of-it');
    expect(() => read({ DATABASE_URL, ALLOW_UNENCRYPTED: 'database' })).not.toThrow();
  });

  it('rejects the address of the app in the same case', () => {
    expect(() => read({ APP_DATABASE_URL: 'postgres://u:p@db/x' })).toThrow(/^APP_DATABASE_URL .*verify-full/);
  });

  it.each(['require', 'verify-ca', 'verify-full'])(
    'asks for the certificate of the host where it says %s, for owner and app',
    (mode) => {
      const { ownerUrl, appUrl } = read({
        DATABASE_URL: `postgres://u:p@db.example.org:5433/x?sslmode=${mode}&sslrootcert=/etc/ca.pem`,
      });
      for (const url of [ownerUrl, appUrl].map((each) => new URL(each)))
        expect(Object.fromEntries(url.searchParams)).toEqual({ sslmode: 'verify-full', sslrootcert: '/etc/ca.pem' });
    },
  );

  it('does not change an address on this machine or of a Unix socket', () => {
    for (const DATABASE_URL of [
      'postgres://u:p@127.0.0.1:54317/x',
      'postgres://u:p@[::1]/x',
      'postgres://u:p@localhost/x?host=/var/run/postgresql',
    ])
      expect(read({ DATABASE_URL }).ownerUrl).toBe(DATABASE_URL);
  });
});

describe('smtpAddress', () => {
  it('requires TLS beyond this machine', () => {
    expect(read({ SMTP_URL: 'smtp://u:p@mail.example.org:587' }).smtpUrl).toBe(
      'smtp://u:p@mail.example.org:587?requireTLS=true',
    );
    expect(read({ SMTP_URL: 'smtps://u:p@mail.example.org' }).smtpUrl).toBe('smtps://u:p@mail.example.org');
    expect(read({ SMTP_URL: 'smtp://127.0.0.1:1025' }).smtpUrl).toBe('smtp://127.0.0.1:1025');
    expect(read({ SMTP_URL: 'smtp://relay:25', ALLOW_UNENCRYPTED: 'smtp' }).smtpUrl).toBe('smtp://relay:25');
  });

  it.each([
    'smtp://relay?ignoreTLS=true',
    'smtp://relay?requireTLS=false',
    'smtps://relay?secure=false',
    'smtps://relay?tls.rejectUnauthorized=false',
  ])('rejects an address that turns TLS off: %s', (SMTP_URL) => {
    expect(() => read({ SMTP_URL })).toThrow(/SMTP_URL turns TLS off/);
    expect(() => read({ SMTP_URL, ALLOW_UNENCRYPTED: 'smtp' })).not.toThrow();
  });

  it.each(['mail.example.org', 'http://mail.example.org'])('refuses what is none: %s', (SMTP_URL) =>
    expect(() => read({ SMTP_URL })).toThrow(/SMTP_URL is not/),
  );
});

describe('clamdAddress', () => {
  it.each(['tls://clamd.example.org:3311', 'tcp://127.0.0.1:3310', 'tcp://localhost:3310', 'unix:/run/clamd.sock'])(
    'accepts %s',
    (CLAMD_URL) => expect(read({ CLAMD_URL }).clamdUrl).toBe(CLAMD_URL),
  );

  it('rejects plain TCP to another machine unless the operator allows it', () => {
    expect(() => read({ CLAMD_URL: 'tcp://clamav:3310' })).toThrow(
      /without TLS.*tls:\/\/host:port.*ALLOW_UNENCRYPTED=clamd/,
    );
    expect(read({ CLAMD_URL: 'tcp://clamav:3310', ALLOW_UNENCRYPTED: 'database, clamd' }).clamdUrl).toBe(
      'tcp://clamav:3310',
    );
  });
});

describe('ALLOW_UNENCRYPTED', () => {
  it('rejects an unknown name', () =>
    expect(() => read({ ALLOW_UNENCRYPTED: 'databse' })).toThrow(
      /names databse: write some of http, database, smtp, clamd/,
    ));
  it('allows nothing when it is empty', () => expect(read({ ALLOW_UNENCRYPTED: '' }).allowUnencrypted.size).toBe(0));
});

describe('requireHttps', () => {
  it.each([
    ['0.0.0.0', 'http://innkjop.example.no'],
    ['0.0.0.0', 'http://localhost:3000'],
    ['::', 'http://localhost:3000'],
    ['10.0.0.4', 'http://10.0.0.4:3000'],
    ['127.0.0.1', 'http://innkjop.example.no'],
  ])('rejects plain http beyond this machine: HOST=%s PUBLIC_URL=%s', (HOST, PUBLIC_URL) => {
    expect(() => requireHttps(read({ HOST, PUBLIC_URL }))).toThrow(
      /without encryption.*proxy with TLS.*PUBLIC_URL=https/,
    );
    expect(() => requireHttps(read({ HOST, PUBLIC_URL, ALLOW_UNENCRYPTED: 'http' }))).not.toThrow();
  });

  it.each([
    ['127.0.0.1', 'http://localhost:3000'],
    ['::1', 'http://[::1]:3000'],
    ['0.0.0.0', 'https://innkjop.example.no'],
    ['127.0.0.1', 'https://innkjop.example.no'],
  ])('accepts https, and http on this machine: HOST=%s PUBLIC_URL=%s', (HOST, PUBLIC_URL) =>
    expect(() => requireHttps(read({ HOST, PUBLIC_URL }))).not.toThrow(),
  );
});

describe('SECURITY_CONTACT', () => {
  it.each(['mailto:sikkerhet@example.no', 'https://example.no/security', 'tel:+4722000000'])(
    'accepts %s',
    (SECURITY_CONTACT) => expect(read({ SECURITY_CONTACT }).securityContact).toBe(SECURITY_CONTACT),
  );
  it.each(['sikkerhet@example.no', 'http://example.no', 'mailto:a@b\r\nX: y'])('refuses %j', (SECURITY_CONTACT) =>
    expect(() => read({ SECURITY_CONTACT })).toThrow(/SECURITY_CONTACT/),
  );
});
