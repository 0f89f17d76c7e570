import { isIP } from 'node:net';

/** Connections that the operator may allow without TLS beyond this machine, on a private network. */
export const UNENCRYPTED = ['http', 'database', 'smtp', 'clamd', 's3'] as const;
export type Unencrypted = (typeof UNENCRYPTED)[number];

/** Returns whether a host name or address is on this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  return isIP(name) === 4 ? name.startsWith('127.') : /^::ffff:(?:127\.|7f[0-9a-f]{2}:)/.test(name);
}

/**
 * Parses ALLOW_UNENCRYPTED: names out of `http, database, smtp, clamd, s3`, separated by commas or spaces.
 * @throws Error for any other name
 */
export function allowedUnencrypted(text: string | undefined): ReadonlySet<Unencrypted> {
  const names = (text ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => !UNENCRYPTED.some((each) => each === name));
  if (unknown.length > 0)
    throw new Error(
      `ALLOW_UNENCRYPTED names ${unknown.join(', ')}: write some of ${UNENCRYPTED.join(', ')}, with commas between.`,
    );
  return new Set(UNENCRYPTED.filter((name) => names.includes(name)));
}

const MODES_WITH_TLS = ['require', 'verify-ca', 'verify-full'];

/**
 * Returns the database address, with `sslmode=verify-full` if it requests TLS: the certificate must match the host. An
 * address beyond this machine must request TLS; a Unix socket need not.
 * @throws Error that states the expected format
 */
export function databaseAddress(variable: string, text: string, allowed: ReadonlySet<Unencrypted>): string {
  if (!/^postgres(?:ql)?:/.test(URL.parse(text)?.protocol ?? ''))
    throw new Error(
      `${variable} is not the address of a PostgreSQL: it must look like postgres://user:password@host:5432/database.`,
    );
  const url = new URL(text);
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && MODES_WITH_TLS.includes(mode) && url.searchParams.get('uselibpqcompat') !== 'true') {
    url.searchParams.set('sslmode', 'verify-full');
    return url.toString();
  }
  const hosts = [decodeURIComponent(url.hostname), url.searchParams.get('host')].filter(
    (host) => host !== null && host !== '',
  );
  const isLocal = hosts.every((host) => host?.startsWith('/') || isLoopback(host ?? ''));
  if (isLocal || allowed.has('database')) return text;
  throw new Error(
    `${variable} reaches a database on another machine without TLS. Add ?sslmode=verify-full to it, and &sslrootcert=FILE when its certificate is signed by your own authority. On a private network of one machine only, set ALLOW_UNENCRYPTED=database.`,
  );
}

/**
 * Returns the address of a mail server with TLS required, because e-mails contain personal links.
 * @throws Error that states the expected format
 */
export function smtpAddress(text: string | null, allowed: ReadonlySet<Unencrypted>): string | null {
  if (text === null) return null;
  if (!URL.canParse(text) || !/^smtps?:\/\/[^/]/.test(text))
    throw new Error(
      'SMTP_URL is not the address of a mail server: write smtp://user:password@host:587 or smtps://user:password@host:465.',
    );
  const url = new URL(text);
  if (isLoopback(url.hostname) || allowed.has('smtp')) return text;
  const weakened = [...url.searchParams].find(
    ([name, value]) =>
      /^(?:ignoreTLS|secure|requireTLS|tls\.rejectUnauthorized)$/i.test(name) &&
      value !== (/^ignoreTLS$/i.test(name) ? 'false' : 'true'),
  );
  if (weakened)
    throw new Error(
      `SMTP_URL turns TLS off (${weakened.join('=')}), and letters hold personal links. Take that away, or set ALLOW_UNENCRYPTED=smtp where the network between is your own.`,
    );
  if (url.protocol === 'smtp:') url.searchParams.set('requireTLS', 'true');
  return url.toString();
}

/**
 * Validates the address of a clamd: `tls://host:port`, `tcp://host:port` on this machine, or `unix:/path`.
 * @throws Error that states the expected format
 */
export function clamdAddress(text: string | null, allowed: ReadonlySet<Unencrypted>): string | null {
  if (text === null || /^unix:\/[^/]/.test(text)) return text;
  if (!URL.canParse(text) || !/^(?:tcp|tls):\/\/[^/]+:\d+$/.test(text)) {
    throw new Error(
      `CLAMD_URL is not an address: ${JSON.stringify(text)}. Write tls://host:port, unix:/path/of/the/socket, or tcp://127.0.0.1:3310 for one on this machine.`,
    );
  }
  const { protocol, hostname } = new URL(text);
  if (protocol === 'tls:' || isLoopback(hostname) || allowed.has('clamd')) return text;
  throw new Error(
    `CLAMD_URL sends every upload to ${hostname} without TLS. Put clamd behind TLS and write tls://host:port, or set ALLOW_UNENCRYPTED=clamd where the network between is your own.`,
  );
}

export interface ServerAddress {
  readonly host: string;
  readonly publicUrl: string;
  readonly https: boolean;
  readonly allowUnencrypted: ReadonlySet<Unencrypted>;
}

/**
 * Rejects plain http beyond this machine: without https the cookie is not Secure, and anyone on the network could read
 * it.
 * @throws Error that states the required setting
 */
export function requireHttps({ host, publicUrl, https, allowUnencrypted }: ServerAddress): void {
  const { hostname } = new URL(publicUrl);
  if (https || allowUnencrypted.has('http') || (isLoopback(host) && isLoopback(hostname))) return;
  throw new Error(
    `Tallgrunn would be reached without encryption: PUBLIC_URL is ${publicUrl} and HOST is ${host}. Put a proxy with TLS in front and set PUBLIC_URL=https://… to the address people type; leave HOST at 127.0.0.1 when the proxy is on this machine. To try it on a closed network, set ALLOW_UNENCRYPTED=http.`,
  );
}
