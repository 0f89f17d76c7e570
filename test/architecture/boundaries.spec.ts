import {
  apps,
  depConstraints,
  foundation,
  plumbing,
  rooms,
  standalone,
  tablesWithoutTenant,
} from '../../boundaries.mjs';
import { mayImport, placeOf, placeOfPackage, type Place } from './file-location.ts';

const at = (file: string): Place => {
  const place = placeOf(file);
  if (!place) throw new Error(`no place for ${file}`);
  return place;
};
const server = (room: string) => at(`libs/${room}/server/src/x.ts`);

describe('the house plan', () => {
  const constraints = depConstraints();
  const names = [...foundation, ...rooms, ...Object.keys(plumbing), ...standalone];

  it('gives every name one place, and lint one constraint', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names)
      expect(constraints.filter(({ sourceTag }) => sourceTag === `room:${name}`)).toHaveLength(1);
  });

  it('lists only names that exist', () => {
    const onto = Object.values(plumbing).flatMap((each) => each.onto);
    expect(onto.filter((name) => !names.includes(name))).toEqual([]);
    expect(
      Object.values(apps)
        .flatMap(({ ontoApps = [] }) => ontoApps)
        .filter((name) => !(name in apps)),
    ).toEqual([]);
  });

  it('makes lint and the architecture test agree on every two rooms', () => {
    for (const from of rooms) {
      const allowed = constraints.find(({ sourceTag }) => sourceTag === `room:${from}`)?.onlyDependOnLibsWithTags ?? [];
      for (const to of rooms.filter((room) => room !== from))
        expect([from, to, mayImport(server(from), server(to))]).toEqual([from, to, allowed.includes(`room:${to}`)]);
    }
  });

  it('lets data go right only', () => {
    expect(mayImport(server('matching'), server('spend'))).toBe(true);
    expect(mayImport(server('spend'), server('matching'))).toBe(false);
    expect(mayImport(server('spend'), at('libs/spend/web/src/x.ts'))).toBe(false);
    expect(mayImport(at('libs/spend/web/src/x.ts'), at('libs/values/src/x.ts'))).toBe(true);
    expect(mayImport(at('libs/demo-world/src/x.ts'), at('libs/values/src/x.ts'))).toBe(false);
    expect(mayImport(server('spend'), at('apps/server/src/x.ts'))).toBe(false);
  });

  it('maps package names to places', () => {
    expect(placeOfPackage('@tallgrunn/factor-book-server')?.folder).toBe('libs/factor-book/server');
    expect(placeOfPackage('@tallgrunn/demo-world')?.folder).toBe('libs/demo-world');
    expect(placeOfPackage('@tallgrunn/app-server')?.folder).toBe('apps/server');
    expect(placeOfPackage('@tallgrunn/elsewhere')).toBeNull();
  });

  it('lists tables without a tenant by schema and name', () => {
    expect(tablesWithoutTenant.filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([]);
    expect(new Set(tablesWithoutTenant).size).toBe(tablesWithoutTenant.length);
  });
});
