import type { Row } from '@tallgrunn/tabular';
import type { Patch } from '@tallgrunn/checks';

const folded = (text: string): string => text.trim().toLowerCase();

/** What a change is about in the file: the text or the heading it names; null where it is about a whole field. */
export function textOf(patch: Patch): string | null {
  if ('text' in patch) return folded(patch.text);
  return patch.set === 'column' ? folded(patch.heading) : null;
}

/** Notes which of the texts that changes are about stand in a file, as its rows go by. */
export class TextsMet {
  readonly #wanted: ReadonlySet<string>;
  readonly #met = new Set<string>();

  constructor(patches: readonly Patch[]) {
    this.#wanted = new Set(patches.flatMap((patch) => textOf(patch) ?? []));
  }

  row({ cells }: Row): void {
    if (this.#wanted.size === this.#met.size) return;
    for (const { text } of cells) {
      const written = folded(text);
      if (this.#wanted.has(written)) this.#met.add(written);
    }
  }

  list(): readonly string[] {
    return [...this.#met];
  }
}
