import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../project.mts';

/**
 * Returns the password of the application's role: the operator's own, otherwise one generated once and stored. Only its
 * owner can read the file.
 */
function appPassword(): string {
  const given = process.env.TALLGRUNN_APP_PASSWORD;
  if (given) return given;
  const file = path.join(dataFolder, 'secrets', 'app-database-password');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Returns the database addresses of serve and work, with a role that owns nothing. They never have the administrator's
 * password.
 */
export function appAccess(databaseUrl: string): { DATABASE_URL: string; APP_DATABASE_URL: string } {
  const given = process.env.APP_DATABASE_URL;
  const url = new URL(databaseUrl);
  url.username = 'tallgrunn_app';
  url.password = appPassword();
  const address = given ?? url.toString();
  return { DATABASE_URL: address, APP_DATABASE_URL: address };
}
