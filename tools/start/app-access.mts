import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../project.mts';

/** The password of the app's role: the operator's own, else one made once and kept, readable by its owner only. */
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

/** How serve and work reach the database: as the role that owns nothing. They never hold the administrator's password. */
export function appAccess(databaseUrl: string): { DATABASE_URL: string; APP_DATABASE_URL: string } {
  const given = process.env.APP_DATABASE_URL;
  const url = new URL(databaseUrl);
  url.username = 'tallgrunn_app';
  url.password = appPassword();
  const address = given ?? url.toString();
  return { DATABASE_URL: address, APP_DATABASE_URL: address };
}
