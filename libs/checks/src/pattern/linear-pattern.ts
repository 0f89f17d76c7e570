import { parsePattern, UnsupportedPattern, type PatternNode } from './parse-pattern.ts';

/** Why a pattern is unusable: not a regular expression, only matchable by backtracking, or too many parts. */
export type PatternProblem = 'invalid' | 'unsupported' | 'too-large';

const CHARACTERS_MAX = 500;
const STATES_MAX = 400;
/** Maximum number of cached state sets; beyond it they are recalculated. */
const CACHED_STATES_MAX = 1000;

type Step =
  | { readonly kind: 'atom'; readonly matches: RegExp; readonly next: number }
  | { readonly kind: 'split'; readonly next: number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'accept' };

/** A state set: the atoms that may come next, and the set each character leads to. */
interface StateSet {
  readonly atoms: readonly number[];
  readonly accepts: boolean;
  readonly next: Map<string, StateSet>;
}

/**
 * A regular expression that matches whole texts in time proportional to their length, whatever the pattern. It follows
 * all alternatives at once (Thompson 1968) instead of one after the other.
 * The syntax is that of JavaScript with the flag `u`, without look-around, back-references, word boundaries and
 * modifiers.
 */
export class LinearPattern {
  readonly source: string;
  /** Number of atoms tried against a character so far, not counting cache hits. */
  tried = 0;
  readonly #steps: readonly Step[];
  readonly #first: StateSet;
  #places = new Map<string, StateSet>();

  private constructor(source: string, steps: readonly Step[], first: number) {
    this.source = source;
    this.#steps = steps;
    this.#first = this.#placeOf([first], true);
  }

  static compile(source: string): LinearPattern | PatternProblem {
    if (source.length > CHARACTERS_MAX) return 'too-large';
    try {
      new RegExp(source, 'u'); // syntax check: compiling runs nothing
    } catch {
      return 'invalid';
    }
    try {
      const steps: Step[] = [{ kind: 'accept' }];
      const first = addSteps(parsePattern(source), 0, steps);
      return first === null ? 'too-large' : new LinearPattern(source, steps, first);
    } catch (error) {
      if (error instanceof UnsupportedPattern) return 'unsupported';
      throw error;
    }
  }

  /** Returns whether the whole text matches. */
  test(text: string): boolean {
    let place = this.#first;
    for (const character of text) {
      if (place.atoms.length === 0) return false;
      place = place.next.get(character) ?? this.#follow(place, character);
    }
    return place.accepts;
  }

  #follow(place: StateSet, character: string): StateSet {
    const reached: number[] = [];
    for (const index of place.atoms) {
      const step = this.#steps[index]!;
      this.tried += 1;
      if (step.kind === 'atom' && step.matches.test(character)) reached.push(step.next);
    }
    const next = this.#placeOf(reached, false);
    place.next.set(character, next);
    return next;
  }

  #placeOf(from: readonly number[], atStart: boolean): StateSet {
    const atoms = this.#reach(from, { atStart, atEnd: false })
      .filter((index) => this.#steps[index]!.kind === 'atom')
      .toSorted((a, b) => a - b);
    const accepts = this.#reach(from, { atStart, atEnd: true }).includes(0);
    const key = `${accepts}${atoms.join()}`;
    const known = this.#places.get(key);
    if (known) return known;
    if (this.#places.size >= CACHED_STATES_MAX) {
      for (const { next } of this.#places.values()) next.clear();
      this.#places = new Map();
    }
    const place: StateSet = { atoms, accepts, next: new Map() };
    this.#places.set(key, place);
    return place;
  }

  /** Returns all steps reachable without consuming a character. */
  #reach(from: readonly number[], { atStart, atEnd }: { atStart: boolean; atEnd: boolean }): number[] {
    const seen = new Set<number>(from);
    for (const index of seen) {
      const step = this.#steps[index]!;
      if (step.kind === 'split') for (const next of step.next) seen.add(next);
      else if ((step.kind === 'start' && atStart) || (step.kind === 'end' && atEnd)) seen.add(step.next);
    }
    return [...seen];
  }
}

/** Adds the steps of a node that continue at `next`. Returns the first of them; null when there are too many. */
function addSteps(node: PatternNode, next: number, steps: Step[]): number | null {
  if (steps.length > STATES_MAX) return null;
  const add = (step: Step): number => steps.push(step) - 1;
  if (node.kind === 'atom') return add({ kind: 'atom', matches: new RegExp(`^${node.source}$`, 'u'), next });
  if (node.kind === 'start' || node.kind === 'end') return add({ kind: node.kind, next });
  if (node.kind === 'sequence')
    return node.parts.reduceRight<number | null>(
      (after, part) => (after === null ? null : addSteps(part, after, steps)),
      next,
    );
  if (node.kind === 'choice') {
    const firsts = node.parts.map((part) => addSteps(part, next, steps));
    return firsts.includes(null) ? null : add({ kind: 'split', next: firsts as number[] });
  }
  return addRepeat(node, next, steps);
}

function addRepeat(
  { part, least, most }: Extract<PatternNode, { kind: 'repeat' }>,
  next: number,
  steps: Step[],
): number | null {
  if (least > STATES_MAX || (most !== Infinity && most > STATES_MAX)) return null;
  let first: number | null = next;
  if (most === Infinity) {
    const loop: number[] = [next];
    first = steps.push({ kind: 'split', next: loop }) - 1;
    const body = addSteps(part, first, steps);
    if (body === null) return null;
    loop.push(body);
  } else {
    for (let n = least; n < most && first !== null; n += 1) {
      const body: number | null = addSteps(part, first, steps);
      first = body === null ? null : steps.push({ kind: 'split', next: [next, body] }) - 1;
    }
  }
  for (let n = 0; n < least && first !== null; n += 1) first = addSteps(part, first, steps);
  return first;
}
