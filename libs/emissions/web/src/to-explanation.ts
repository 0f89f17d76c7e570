import type { ExplanationDto } from '@tallgrunn/api-client/shapes';
import type { Explanation } from '@tallgrunn/design';

/** Converts the server's explanation for the panel. The page shows the source location itself. */
export function toExplanation({ formula, steps, caveats, sources, versions }: ExplanationDto): Explanation {
  return { formula, steps, caveats, sources, versions };
}
