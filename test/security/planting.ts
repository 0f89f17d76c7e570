import type { Test } from 'supertest';
import type { TextField } from './body-fields.ts';
import { withText } from './body-fields.ts';
import type { Caller } from './caller.ts';
import type { Planted } from './planted-persons.ts';

const PERSONS_PER_FIELD = 3;

/** Supplies persons in turn, a few per field. */
export class PersonSupply {
  readonly #all: readonly Planted[];
  #next = 0;

  constructor(all: readonly Planted[]) {
    this.#all = all;
  }

  /** Number of persons drawn. */
  get drawn(): number {
    return this.#next;
  }

  /** @param kinds the only kinds wanted; all when omitted */
  next(kinds?: readonly Planted['kind'][]): Planted {
    for (;;) {
      const person = this.#all[this.#next % this.#all.length]!;
      this.#next += 1;
      if (!kinds || kinds.includes(person.kind)) return person;
    }
  }

  /** Appends as many persons to a field's content as fit. */
  beside(before: string, charactersMax: number, kinds?: readonly Planted['kind'][]): string {
    return Array.from({ length: PERSONS_PER_FIELD }, () => this.next(kinds).written).reduce((text, each) => {
      const longer = text === '' ? each : `${text} ${each}`;
      return longer.length <= charactersMax ? longer : text;
    }, before);
  }
}

/** Fields where a contact's name is expected: only numbers are planted there. */
const statedNameFields: ReadonlySet<string> = new Set(['contacts.[].name']);

type Write = (body: unknown) => unknown;

/** Returns a client that changes its request bodies, forms and file names. */
function writingCaller(by: Caller, write: Write): Caller {
  const forms = (fields: Record<string, string>) => write(fields) as Record<string, string>;
  return {
    ...by,
    post: (path, body = {}) => by.post(path, write(body) as object),
    put: (path, body = {}) => by.put(path, write(body) as object),
    patch: (path, body = {}) => by.patch(path, write(body) as object),
    upload: (path, file, fields = {}) => by.upload(path, file, forms(fields)),
  };
}

/** Results for the fields of one route: accepted by the server, or rejected. */
export interface PlantedRoute {
  readonly taken: readonly string[];
  readonly refused: readonly string[];
  readonly answers: readonly string[];
  /** Fields that caused a server error. */
  readonly fell: readonly string[];
}

/**
 * Calls a route with persons in all its fields, then without each one, then in one after the other. Stops when the
 * server has accepted or rejected each field separately. An action that can run once accepts its fields together.
 */
export async function plantInRoute(
  by: Caller,
  call: (by: Caller) => Test,
  fields: readonly TextField[],
  persons: PersonSupply,
): Promise<PlantedRoute> {
  const answers: string[] = [];
  const taken = new Set<string>();
  const fell = new Set<string>();
  const nameOf = ({ path }: TextField): string => path.join('.');
  const attempt = async (some: readonly TextField[]): Promise<boolean> => {
    const write: Write = (body) =>
      some.reduce(
        (next, { path, charactersMax }) =>
          withText(next, path, (before) =>
            persons.beside(before, charactersMax, statedNameFields.has(path.join('.')) ? ['number'] : undefined),
          ),
        body,
      );
    const { status, text } = await call(writingCaller(by, write));
    answers.push(text);
    if (status >= 500) fell.add(some.map(nameOf).join(' '));
    if (status >= 300) return false;
    for (const field of some) taken.add(nameOf(field));
    return true;
  };
  const groups = [
    fields,
    ...fields.map((left) => fields.filter((field) => field !== left)),
    ...fields.map((field) => [field]),
  ];
  for (const group of groups) if (group.some((field) => !taken.has(nameOf(field)))) await attempt(group);
  return {
    taken: [...taken].sort(),
    refused: fields
      .map(nameOf)
      .filter((name) => !taken.has(name))
      .sort(),
    answers,
    fell: [...fell],
  };
}
