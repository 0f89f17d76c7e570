import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** The folder written by `demo generate`; `npm start` stores it in the data folder. */
const folder = path.resolve(process.env['WORLD'] ?? '.data/demo/light-1');

interface World {
  people: Person[];
}

const world = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as World;

export function personOf(id: string): Person {
  const person = world.people.find((each) => each.id === id);
  if (!person) throw new Error(`Nobody in the demo world is called ${id}`);
  return person;
}

/** Returns the path of a demo world file: worldFile('reports', 'finnskog-storkjokken', …). */
export const worldFile = (...names: string[]): string => path.join(folder, ...names);
