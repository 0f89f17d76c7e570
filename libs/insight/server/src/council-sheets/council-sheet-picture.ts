/** A bar: its name, its figure as text, and lengths in one unit. */
export interface PictureBar {
  readonly name: string;
  readonly figure: string;
  readonly value: number;
  /** Part of the value that is calculated from amounts only; drawn hatched. */
  readonly fromKroner: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

const WIDTH = 520;
const ROW = 25;
const BAR = 9;
const NAME_Y = 9;
const BAR_Y = 12;
/** Space to the right of the longest bar, for its figure. */
const FIGURE_SPACE = 270;
const FONT = 'font-family="Libertinus Serif" font-size="9.5"';
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const px = (value: number): string => value.toFixed(1);

/** Draws horizontal bars from zero with intervals, as SVG in black and grey. The same bars give the same text. */
export function drawBars(bars: readonly PictureBar[]): string {
  const longest = Math.max(0, ...bars.map(({ value, interval }) => Math.max(value, interval?.high ?? 0)));
  const scale = (value: number): number => (longest > 0 ? (Math.max(0, value) / longest) * (WIDTH - FIGURE_SPACE) : 0);
  const rows = bars.map((bar, at) => drawBar(bar, at * ROW, scale)).join('');
  const height = bars.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><defs><pattern id="hatched" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#e8e8e8"/><rect width="1.6" height="4" fill="#303030"/></pattern></defs>${rows}</svg>`;
}

function drawBar(
  { name, figure, value, fromKroner, interval }: PictureBar,
  y: number,
  scale: (value: number) => number,
): string {
  const [whole, hatched] = [scale(value), scale(Math.min(value, fromKroner))];
  const rect = (x: number, width: number, fill: string) =>
    width > 0
      ? `<rect x="${px(x)}" y="${px(y + BAR_Y)}" width="${px(width)}" height="${BAR}" fill="${fill}" stroke="#303030" stroke-width="0.6"/>`
      : '';
  const middle = y + BAR_Y + BAR / 2;
  const line = interval
    ? `<path d="M${px(scale(interval.low))} ${px(middle - 3)}v6m0 -3H${px(scale(interval.high))}m0 -3v6" fill="none" stroke="#ffffff" stroke-width="3"/><path d="M${px(scale(interval.low))} ${px(middle - 3)}v6m0 -3H${px(scale(interval.high))}m0 -3v6" fill="none" stroke="#000000" stroke-width="1.1"/>`
    : '';
  const end = Math.max(whole, interval ? scale(interval.high) : 0);
  return [
    `<text x="0" y="${px(y + NAME_Y)}" ${FONT}>${escape(name)}</text>`,
    rect(0, whole - hatched, '#707070'),
    rect(whole - hatched, hatched, 'url(#hatched)'),
    line,
    `<text x="${px(end + 6)}" y="${px(y + BAR_Y + BAR - 1)}" ${FONT}>${escape(figure)}</text>`,
  ].join('');
}
