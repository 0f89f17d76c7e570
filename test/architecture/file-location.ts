import { apps, foundation, plumbing, rooms, standalone } from '../../boundaries.mjs';

/** The architectural place of a file: package folder, room or app, and side. */
export interface Place {
  folder: string;
  name: string;
  kind: 'foundation' | 'plumbing' | 'standalone' | 'room' | 'app';
  side: 'pure' | 'server' | 'web';
}

function inLibs([name = '', side = '']: string[]): Place | null {
  const whole = { folder: `libs/${name}`, name };
  const ground = plumbing[name];
  if (foundation.includes(name)) return { ...whole, kind: 'foundation', side: 'pure' };
  if (standalone.includes(name)) return { ...whole, kind: 'standalone', side: 'pure' };
  if (ground) return { ...whole, kind: 'plumbing', side: ground.side };
  if (rooms.includes(name) && (side === 'server' || side === 'web'))
    return { folder: `libs/${name}/${side}`, name, kind: 'room', side };
  return null;
}

/** Returns the place of a file below apps/ or libs/; null outside them or unknown to the plan. */
export function placeOf(file: string): Place | null {
  const [top, ...rest] = file.split('/');
  if (top === 'libs') return inLibs(rest);
  const app = top === 'apps' && rest[0] ? apps[rest[0]] : undefined;
  return app ? { folder: `apps/${rest[0]}`, name: rest[0] ?? '', kind: 'app', side: app.side } : null;
}

/** Returns the place of a package name: `@tallgrunn/spend-server` is libs/spend/server. */
export function placeOfPackage(name: string): Place | null {
  const short = name.replace('@tallgrunn/', '');
  const side = /^(.+)-(server|web)$/.exec(short);
  if (short.startsWith('app-')) return placeOf(`apps/${short.slice(4)}/`);
  return inLibs([short]) ?? (side ? inLibs([side[1] ?? '', side[2] ?? '']) : null);
}

const isLeftOf = (list: string[], left: string, right: string) => list.indexOf(left) < list.indexOf(right);
const sidesSeen = { pure: ['pure'], server: ['pure', 'server'], web: ['pure', 'web'] };

/** Returns true if the plan allows `from` to import `to`. */
export function mayImport(from: Place, to: Place): boolean {
  if (to.kind === 'app') return from.kind === 'app' && (apps[from.name]?.ontoApps ?? []).includes(to.name);
  if (!sidesSeen[from.side].includes(to.side)) return false;
  if (from.kind === 'app') return true;
  if (from.kind === 'standalone') return false;
  if (from.kind === 'foundation') return to.kind === 'foundation' && isLeftOf(foundation, to.name, from.name);
  if (from.kind === 'plumbing') return plumbing[from.name]?.onto.includes(to.name) ?? false;
  if (to.kind === 'room') return isLeftOf(rooms, to.name, from.name);
  return to.kind !== 'standalone';
}
