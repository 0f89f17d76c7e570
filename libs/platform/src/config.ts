import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import {
  logLevel,
  portFrom,
  publicAddress,
  readOperations,
  secretFrom,
  type OperationsConfig,
} from './operations/operations-config.ts';
import { readSignInPolicy, type SignInPolicy } from './sign-in-policy.ts';
import { allowedUnencrypted, clamdAddress, databaseAddress, smtpAddress, type Unencrypted } from './transport.ts';

/** What the environment says; the only place that reads it. */
export interface Config {
  /** The database as its owner or administrator: migrations only. */
  readonly ownerUrl: string;
  /** The database as the app: the role that owns nothing. */
  readonly appUrl: string;
  readonly port: number;
  readonly host: string;
  /** Where files are kept and where uploads wait. */
  readonly dataFolder: string;
  /** Where scheduled exports are put, one folder for each buyer; `inbox` in the data folder when left out. */
  readonly inboxFolder?: string;
  /** Where heads of the audit chains are exported; `audit-heads` in the data folder when left out. */
  readonly auditHeadsFolder?: string;
  readonly webFolder: string;
  /** The address people type; invitations point at it. */
  readonly publicUrl: string;
  /** Cookies get Secure and the __Host- name when the public address is https. */
  readonly https: boolean;
  /** The proxies whose X-Forwarded-For is believed: how many stand in front, or their addresses and networks; false: none. */
  readonly trustedProxies: number | string[] | false;
  /** One secret, or several with commas between: the first signs, the others are still accepted. */
  readonly sessionSecret: string;
  /** Encrypts the secrets of authenticator apps, and keys the hashes of recovery codes. A list as `sessionSecret`. */
  readonly factorSecret: string;
  /** Keys the hashes of e-mail addresses in the security log. */
  readonly securityLogKey: string;
  readonly signIn: SignInPolicy;
  /** smtp://… or null: then mail is written to the outbox folder. */
  readonly smtpUrl: string | null;
  /** Who letters are from, as mail writes it: `Name <address>` or an address. */
  readonly mailFrom: string;
  /** The address that answers to messages in cases come to, with a token added after a plus sign; null: answers are written on the page. */
  readonly mailReplyAddress?: string | null;
  /** The folder that the mail server puts such answers in as .eml files; `replies` in the data folder when left out. */
  readonly mailRepliesFolder?: string;
  /** The mailbox that undeliverable e-mails come back to; each e-mail gets an address of its own in it (`name+id@host`). Null: they come back to `mailFrom`. */
  readonly mailBounces: string | null;
  /** Where that mailbox is emptied into, one .eml file for each e-mail; `bounces` in the data folder when left out. */
  readonly bounceFolder?: string;
  /** tls://host:port, tcp://host:port or unix:/path of a clamd that uploads are scanned by, or null: then they are not scanned. */
  readonly clamdUrl: string | null;
  /** What the operator lets go without TLS beyond this machine; empty unless ALLOW_UNENCRYPTED names something. */
  readonly allowUnencrypted: ReadonlySet<Unencrypted>;
  /** Where security flaws are reported, as RFC 9116 writes it (mailto:…, https://…, tel:…); null: there is no security.txt. */
  readonly securityContact: string | null;
  readonly logLevel: string;
  readonly operations: OperationsConfig;
}

/** The configuration, as an injection token. */
export const CONFIG = Symbol('config');

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = env['DATABASE_URL'] ?? '';
  if (!given)
    throw new Error(
      'DATABASE_URL is not set. `npm start` sets it for the database it brings; otherwise point it at your PostgreSQL.',
    );
  const allowUnencrypted = allowedUnencrypted(env['ALLOW_UNENCRYPTED']);
  const ownerUrl = databaseAddress('DATABASE_URL', given, allowUnencrypted);
  const givenForApp = env['APP_DATABASE_URL'];
  const dataFolder = path.resolve(env['TALLGRUNN_DATA'] ?? '.data');
  const port = portFrom(env, 'PORT', 3000);
  const publicUrl = publicAddress(env['PUBLIC_URL'] ?? `http://localhost:${port}`);
  return {
    ownerUrl,
    appUrl: givenForApp
      ? databaseAddress('APP_DATABASE_URL', givenForApp, allowUnencrypted)
      : asApp(ownerUrl, env['TALLGRUNN_APP_PASSWORD'] ?? secret(dataFolder, 'app-database-password')),
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataFolder,
    ...(env['TALLGRUNN_INBOX'] ? { inboxFolder: path.resolve(env['TALLGRUNN_INBOX']) } : {}),
    ...(env['TALLGRUNN_AUDIT_HEADS'] ? { auditHeadsFolder: path.resolve(env['TALLGRUNN_AUDIT_HEADS']) } : {}),
    webFolder: path.resolve(env['TALLGRUNN_WEB'] ?? 'dist/apps/web/browser'),
    publicUrl,
    https: publicUrl.startsWith('https:'),
    trustedProxies: readTrustedProxies(env['TRUSTED_PROXIES'], publicUrl),
    sessionSecret: secretFrom(env, 'SESSION_SECRET', () => secret(dataFolder, 'session-secret')),
    securityLogKey: secretFrom(env, 'SECURITY_LOG_KEY', () => secret(dataFolder, 'security-log-key')),
    factorSecret: secretFrom(env, 'FACTOR_SECRET', () => secret(dataFolder, 'factor-secret')),
    signIn: readSignInPolicy(env),
    smtpUrl: smtpAddress(env['SMTP_URL'] || null, allowUnencrypted),
    mailReplyAddress: replyAddress(env['MAIL_REPLY_ADDRESS'] ?? ''),
    ...(env['MAIL_REPLIES_FOLDER'] && { mailRepliesFolder: env['MAIL_REPLIES_FOLDER'] }),
    mailFrom: sender(env['MAIL_FROM'] || `Tallgrunn <no-reply@${new URL(publicUrl).hostname}>`),
    mailBounces: mailbox(env['MAIL_BOUNCES'] || null),
    ...(env['TALLGRUNN_BOUNCES'] ? { bounceFolder: path.resolve(env['TALLGRUNN_BOUNCES']) } : {}),
    clamdUrl: clamdAddress(env['CLAMD_URL'] || null, allowUnencrypted),
    allowUnencrypted,
    securityContact: contact(env['SECURITY_CONTACT'] || null),
    logLevel: logLevel(env['LOG_LEVEL']),
    operations: readOperations(env),
  };
}

/** The secrets of a list with commas between, the one in use first. */
export const secretsOf = (list: string): string[] =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/**
 * `none`, a number of proxies, or addresses and networks (`10.0.0.0/8, loopback`). Without it, one proxy stands before an https address.
 * @throws Error that says what to write
 */
function readTrustedProxies(text: string | undefined, publicUrl: string): number | string[] | false {
  const given = text?.trim() ?? '';
  if (given === '') return publicUrl.startsWith('https:') ? 1 : false;
  if (given === 'none') return false;
  if (/^[1-9]$/.test(given)) return Number(given);
  const networks = given.split(',').map((each) => each.trim());
  if (networks.every(isNetwork)) return networks;
  throw new Error(
    `TRUSTED_PROXIES is not a list of proxies: ${JSON.stringify(given)}. Write none, a number from 1 to 9, or networks, as in "10.0.0.0/8, 2001:db8::/32".`,
  );
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return (
    version > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

/** Where Node keeps what it has compiled, when whoever started us gave it such a place. */
export const compiledFolder = (env: NodeJS.ProcessEnv = process.env): string | undefined => env['NODE_COMPILE_CACHE'];

/** The same database, entered as the app's role. */
export function asApp(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'tallgrunn_app';
  url.password = password;
  return url.toString();
}

/** An address that a token can be added to: `name@host`. @throws Error for anything else */
function replyAddress(value: string): string | null {
  if (value === '') return null;
  if (!/^[a-z0-9.-]{1,16}@[a-z0-9.-]+$/i.test(value))
    throw new Error(
      'MAIL_REPLY_ADDRESS must be an address as answers@example.no, with at most 16 characters before the @.',
    );
  return value;
}

/** One address, with or without a name before it; anything else would be refused letter by letter instead of at the start. */
function sender(text: string): string {
  if (/^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text)) return text;
  throw new Error(
    `MAIL_FROM is not an address: ${JSON.stringify(text)}. Write "Name <name@example.org>" or "name@example.org".`,
  );
}

/** A mailbox that takes mail for `name+anything@host` as well. @throws Error that says what to write */
function mailbox(text: string | null): string | null {
  if (text === null || /^[^<>\s@+]{1,30}@[^<>\s@]+$/.test(text)) return text;
  throw new Error(
    `MAIL_BOUNCES is not an address: ${JSON.stringify(text)}. Write "bounces@example.org", with at most 30 characters before the @ and no +.`,
  );
}

/** A contact as RFC 9116 (2.5.3) wants it: an address with its scheme, web addresses with https. */
function contact(text: string | null): string | null {
  if (text === null || (/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(text) && URL.canParse(text)))
    return text;
  throw new Error(
    `SECURITY_CONTACT is not a contact: ${JSON.stringify(text)}. Write mailto:name@example.org, https://… or tel:+47….`,
  );
}

/** A secret made once and kept, readable by its owner only. */
function secret(folder: string, name: string): string {
  const file = path.join(folder, 'secrets', name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
