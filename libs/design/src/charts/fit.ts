/** Height in px of one line of a name above its bar. */
export const lineHeight = 18;

/** Estimates the width of a text in px without measuring it. The result is slightly too large. */
export function estimateTextWidth(text: string, size = 14): number {
  return (
    [...text].reduce(
      (sum, letter) =>
        sum +
        (/[iljtfr.,:;'’| ·\u00a0\u202f]/.test(letter)
          ? 0.36
          : /[mwMW%—]/.test(letter)
            ? 0.9
            : /[A-ZÆØÅ]/.test(letter)
              ? 0.7
              : 0.59),
      0,
    ) * size
  );
}

/** Wraps a text to a width, between words, and inside words longer than a line. */
export function wrapText(text: string, width: number, size = 14): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((each) => splitLongWord(each, width, size))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && estimateTextWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function splitLongWord(word: string, width: number, size: number): string[] {
  const found = [''];
  for (const letter of word) {
    if (estimateTextWidth(`${found.at(-1)}${letter}`, size) > width && found.at(-1) !== '') found.push('');
    found[found.length - 1] += letter;
  }
  return found;
}

/** Returns the space in px to the right of the bars for their longest figure; at most half of the chart. */
export function figureSpace(figures: readonly string[], width: number): number {
  return Math.min(width / 2, Math.max(72, ...figures.map((figure) => estimateTextWidth(figure) + 20)));
}

export interface AxisLabel {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Selects axis labels that do not overlap. The first and last are always shown, others if there is space. */
export function placeAxisLabels(ticks: readonly AxisTick[], width: number): readonly AxisLabel[] {
  const placed = ticks.map(({ x, text }, index) => {
    const half = estimateTextWidth(text, 13) / 2;
    const anchor =
      index === 0 && x < half ? ('start' as const) : x + half > width ? ('end' as const) : ('middle' as const);
    const at = anchor === 'end' ? width : x;
    const from = anchor === 'start' ? at : anchor === 'end' ? at - 2 * half : at - half;
    return { x: at, text, anchor, from, until: from + 2 * half };
  });
  const last = placed.at(-1);
  let until = -Infinity;
  return placed
    .filter((label) => {
      const fits =
        label === last ||
        (label.from >= until + 8 && (label.until + 8 <= (last?.from ?? Infinity) || placed.length === 1));
      if (fits) ({ until } = label);
      return fits;
    })
    .map(({ x, text, anchor }) => ({ x, text, anchor }));
}

export interface AxisTick {
  readonly x: number;
  readonly text: string;
}
