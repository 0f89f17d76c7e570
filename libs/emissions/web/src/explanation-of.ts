import type { ExplanationShape } from '@tallgrunn/api-client/shapes';
import type { Explanation } from '@tallgrunn/design';

/** The server's explanation as the panel tells it. The way down to the file is the page's own to show. */
export function explanationOf({ formula, steps, caveats, sources, versions }: ExplanationShape): Explanation {
  return { formula, steps, caveats, sources, versions };
}
