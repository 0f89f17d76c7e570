import { wrapText } from '@tallgrunn/design';

/** Texts that go with a picture when it leaves the page. */
export interface PictureTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly description: string;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const LINE = 20;
const TITLE_SIZE = 16;
const TEXT_SIZE = 12;
/** Rules of the page for the classes of a chart, with the colours of its theme. */
const STYLE = `text{font-family:Inter,Arial,sans-serif}.grid{stroke:var(--ds-color-neutral-surface-active)}.tick{fill:var(--ds-color-neutral-text-subtle);font-size:13px}.name,.figure{fill:var(--ds-color-neutral-text-default);font-size:14px}.title{fill:var(--ds-color-neutral-text-default);font-size:${TITLE_SIZE}px;font-weight:600}.note{fill:var(--ds-color-neutral-text-subtle);font-size:${TEXT_SIZE}px}`;

/**
 * Returns a chart as a standalone SVG, with its title above, and its definition and source below.
 * @param valueOf value of a CSS variable of the page, such as `--tg-chart-strong`
 */
export function standaloneSvg(
  svg: SVGSVGElement,
  { title, subtitle, source, description }: PictureTexts,
  valueOf: (variable: string) => string,
): { readonly text: string; readonly width: number; readonly height: number } {
  const [, , chartWidth = 0, chartHeight = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const width = chartWidth + 2 * MARGIN;
  const head = wrapText(title, chartWidth, TITLE_SIZE);
  const notes = [subtitle, source].flatMap((note) => wrapText(note, chartWidth, TEXT_SIZE));
  const top = MARGIN + head.length * LINE + MARGIN / 2;
  const height = top + chartHeight + MARGIN + notes.length * LINE + MARGIN;
  const chart = svg.cloneNode(true) as SVGSVGElement;
  for (const [name, value] of Object.entries({ x: MARGIN, y: top, width: chartWidth, height: chartHeight }))
    chart.setAttribute(name, String(value));
  chart.removeAttribute('aria-label');
  chart.removeAttribute('role');
  const line = (text: string, kind: string, y: number) =>
    `<text class="${kind}" x="${MARGIN}" y="${y}">${escapeXml(text)}</text>`;
  const parts = [
    `<svg xmlns="${NAMESPACE}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc><style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--ds-color-neutral-background-default)"/>`,
    ...head.map((text, at) => line(text, 'title', MARGIN + (at + 1) * LINE - 4)),
    new XMLSerializer().serializeToString(chart).replaceAll(/<!--[\s\S]*?-->|\s_ng\w+-[\w-]+=""/g, ''),
    ...notes.map((text, at) => line(text, 'note', top + chartHeight + MARGIN + (at + 1) * LINE - 4)),
    '</svg>',
  ];
  const text = parts.join('').replaceAll(/var\((--[\w-]+)\)/g, (whole, variable: string) => valueOf(variable) || whole);
  return { text, width, height };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const PIXELS_PER_UNIT = 2;

/** Draws a standalone SVG as PNG, with two pixels for each of its units. */
export async function pngOf(
  picture: { text: string; width: number; height: number },
  document: Document,
): Promise<Blob> {
  const image = document.createElement('img');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * PIXELS_PER_UNIT;
  canvas.height = picture.height * PIXELS_PER_UNIT;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture was not drawn.'))), 'image/png'),
  );
}
