import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { readS3Settings, type S3Settings } from './files/s3-settings.ts';
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

/** The configuration from environment variables. No other code reads them. */
export interface Config {
  /** Database address of the owner or administrator, for migrations only. */
  readonly ownerUrl: string;
  /** Database address of the app: a role that owns nothing. */
  readonly appUrl: string;
  readonly port: number;
  readonly host: string;
  /** Folder of stored files and of uploads that are not imported yet. */
  readonly dataFolder: string;
  /** Folder for scheduled exports, with one subfolder per buyer. Default: `inbox` in the data folder. */
  readonly inboxFolder?: string;
  /** Folder to which audit chain heads are exported. Default: `audit-heads` in the data folder. */
  readonly auditHeadsFolder?: string;
  readonly webFolder: string;
  /** The address that users open; links in e-mails point to it. */
  readonly publicUrl: string;
  /** True when the public address is https: cookies then get Secure and the __Host- name. */
  readonly https: boolean;
  /** Trusted proxies whose X-Forwarded-For is used: their number, or their addresses and networks; false: none. */
  readonly trustedProxies: number | string[] | false;
  /** One secret, or several separated by commas: the first signs, the others are still accepted. */
  readonly sessionSecret: string;
  /** Encrypts the secrets of authenticator apps, and keys the hashes of recovery codes. A list like `sessionSecret`. */
  readonly factorSecret: string;
  /** Keys the hashes of e-mail addresses in the security log. */
  readonly securityLogKey: string;
  readonly signIn: SignInPolicy;
  /** smtp://…, or null: e-mails are then written to the outbox folder. */
  readonly smtpUrl: string | null;
  /** Sender of e-mails: `Name <address>` or an address. */
  readonly mailFrom: string;
  /**
   * Address for replies to case messages, to which a token is added after a plus sign. Null: recipients reply on the
   * page.
   */
  readonly mailReplyAddress?: string | null;
  /** Folder into which the mail server writes those replies as .eml files. Default: `replies` in the data folder. */
  readonly mailRepliesFolder?: string;
  /**
   * Mailbox for undeliverable e-mails. Each e-mail gets its own return address in it (`name+id@host`). Null: they
   * return to `mailFrom`.
   */
  readonly mailBounces: string | null;
  /** Folder into which that mailbox is emptied, one .eml file per e-mail. Default: `bounces` in the data folder. */
  readonly bounceFolder?: string;
  /**
   * Address of the clamd that scans uploads: tls://host:port, tcp://host:port or unix:/path. Null: uploads are not
   * scanned.
   */
  readonly clamdUrl: string | null;
  /**
   * Connections that the operator allows without TLS beyond this machine; empty unless ALLOW_UNENCRYPTED lists some.
   */
  readonly allowUnencrypted: ReadonlySet<Unencrypted>;
  /**
   * Contact for security reports in the form of RFC 9116 (mailto:…, https://…, tel:…). Null: there is no security.txt.
   */
  readonly securityContact: string | null;
  readonly logLevel: string;
  readonly operations: OperationsConfig;
  /** S3-compatible service that stores the files. Null or undefined: the data folder does. */
  readonly s3?: S3Settings | null;
}

/** Injection token of the configuration. */
export const CONFIG = Symbol('config');

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const configured = env['DATABASE_URL'] ?? '';
  if (!configured)
    throw new Error(
      'DATABASE_URL is not set. `npm start` sets it for the database it brings; otherwise point it at your PostgreSQL.',
    );
  const allowUnencrypted = allowedUnencrypted(env['ALLOW_UNENCRYPTED']);
  const ownerUrl = databaseAddress('DATABASE_URL', configured, allowUnencrypted);
  const appUrl = env['APP_DATABASE_URL'];
  const dataFolder = path.resolve(env['TALLGRUNN_DATA'] ?? '.data');
  const port = portFrom(env, 'PORT', 3000);
  const publicUrl = publicAddress(env['PUBLIC_URL'] ?? `http://localhost:${port}`);
  return {
    ownerUrl,
    appUrl: appUrl
      ? databaseAddress('APP_DATABASE_URL', appUrl, allowUnencrypted)
      : appAddress(ownerUrl, env['TALLGRUNN_APP_PASSWORD'] ?? loadOrCreateSecret(dataFolder, 'app-database-password')),
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataFolder,
    ...(env['TALLGRUNN_INBOX'] ? { inboxFolder: path.resolve(env['TALLGRUNN_INBOX']) } : {}),
    ...(env['TALLGRUNN_AUDIT_HEADS'] ? { auditHeadsFolder: path.resolve(env['TALLGRUNN_AUDIT_HEADS']) } : {}),
    webFolder: path.resolve(env['TALLGRUNN_WEB'] ?? 'dist/apps/web/browser'),
    publicUrl,
    https: publicUrl.startsWith('https:'),
    trustedProxies: parseTrustedProxies(env['TRUSTED_PROXIES'], publicUrl),
    sessionSecret: secretFrom(env, 'SESSION_SECRET', () => loadOrCreateSecret(dataFolder, 'session-secret')),
    securityLogKey: secretFrom(env, 'SECURITY_LOG_KEY', () => loadOrCreateSecret(dataFolder, 'security-log-key')),
    factorSecret: secretFrom(env, 'FACTOR_SECRET', () => loadOrCreateSecret(dataFolder, 'factor-secret')),
    signIn: readSignInPolicy(env),
    smtpUrl: smtpAddress(env['SMTP_URL'] || null, allowUnencrypted),
    mailReplyAddress: validateReplyAddress(env['MAIL_REPLY_ADDRESS'] ?? ''),
    ...(env['MAIL_REPLIES_FOLDER'] && { mailRepliesFolder: env['MAIL_REPLIES_FOLDER'] }),
    mailFrom: validateSender(env['MAIL_FROM'] || `Tallgrunn <no-reply@${new URL(publicUrl).hostname}>`),
    mailBounces: validateBounceMailbox(env['MAIL_BOUNCES'] || null),
    ...(env['TALLGRUNN_BOUNCES'] ? { bounceFolder: path.resolve(env['TALLGRUNN_BOUNCES']) } : {}),
    clamdUrl: clamdAddress(env['CLAMD_URL'] || null, allowUnencrypted),
    allowUnencrypted,
    securityContact: validateSecurityContact(env['SECURITY_CONTACT'] || null),
    logLevel: logLevel(env['LOG_LEVEL']),
    operations: readOperations(env),
    s3: readS3Settings(env, allowUnencrypted),
  };
}

/** Splits a comma-separated list of secrets. The one in use comes first. */
export const splitSecrets = (list: string): string[] =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/**
 * Parses `none`, a number of proxies, or addresses and networks (`10.0.0.0/8, loopback`). Default: one proxy for an
 * https address, else none.
 * @throws Error that states the expected format
 */
function parseTrustedProxies(text: string | undefined, publicUrl: string): number | string[] | false {
  const configured = text?.trim() ?? '';
  if (configured === '') return publicUrl.startsWith('https:') ? 1 : false;
  if (configured === 'none') return false;
  if (/^[1-9]$/.test(configured)) return Number(configured);
  const networks = configured.split(',').map((each) => each.trim());
  if (networks.every(isNetwork)) return networks;
  throw new Error(
    `TRUSTED_PROXIES is not a list of proxies: ${JSON.stringify(configured)}. Write none, a number from 1 to 9, or networks, as in "10.0.0.0/8, 2001:db8::/32".`,
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

/** Returns the folder of Node's compile cache, if the environment sets one. */
export const compiledFolder = (env: NodeJS.ProcessEnv = process.env): string | undefined => env['NODE_COMPILE_CACHE'];

/** Returns the address of the same database for the app's role. */
export function appAddress(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'tallgrunn_app';
  url.password = password;
  return url.toString();
}

/**
 * Validates a reply address to which a token can be added: `name@host`.
 * @throws Error for anything else
 */
function validateReplyAddress(value: string): string | null {
  if (value === '') return null;
  if (!/^[a-z0-9.-]{1,16}@[a-z0-9.-]+$/i.test(value))
    throw new Error(
      'MAIL_REPLY_ADDRESS must be an address as answers@example.no, with at most 16 characters before the @.',
    );
  return value;
}

/**
 * Validates the sender: one address, with or without a name before it. Otherwise the mail server would reject each
 * e-mail.
 * @throws Error that states the expected format
 */
function validateSender(text: string): string {
  if (/^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text)) return text;
  throw new Error(
    `MAIL_FROM is not an address: ${JSON.stringify(text)}. Write "Name <name@example.org>" or "name@example.org".`,
  );
}

/**
 * Validates the bounce mailbox. It must also accept mail for `name+anything@host`.
 * @throws Error that states the expected format
 */
function validateBounceMailbox(text: string | null): string | null {
  if (text === null || /^[^<>\s@+]{1,30}@[^<>\s@]+$/.test(text)) return text;
  throw new Error(
    `MAIL_BOUNCES is not an address: ${JSON.stringify(text)}. Write "bounces@example.org", with at most 30 characters before the @ and no +.`,
  );
}

/**
 * Validates a security contact (RFC 9116, 2.5.3): a URI with its scheme; web addresses need https.
 * @throws Error that states the expected format
 */
function validateSecurityContact(text: string | null): string | null {
  if (text === null || (/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(text) && URL.canParse(text)))
    return text;
  throw new Error(
    `SECURITY_CONTACT is not a contact: ${JSON.stringify(text)}. Write mailto:name@example.org, https://… or tel:+47….`,
  );
}

/** Returns a stored secret, or generates and stores one that only its owner can read. */
function loadOrCreateSecret(folder: string, name: string): string {
  const file = path.join(folder, 'secrets', name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Returns the folder of built programs that tests of the source tree start, or null. An installation never sets it. */
export const testProgramsFolder = (env: NodeJS.ProcessEnv = process.env): string | null => env['TEST_PROGRAMS'] || null;
