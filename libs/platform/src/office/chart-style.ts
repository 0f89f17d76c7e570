import type { Language } from '@tallgrunn/values';
import type { ChartBar } from '../pdf/pdf-document.ts';

/** Languages as Office files name them. */
export const REGIONAL: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

export const KNOWN_COLOUR = '707070';
/** Marks the estimate until it is hatched, because the libraries do not know patterns. */
export const ESTIMATE_COLOUR = 'E8E8E7';

const PLAIN = /<a:solidFill>\s*<a:srgbClr val="E8E8E7"\s*\/>\s*<\/a:solidFill>/g;
const HATCHED =
  '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="303030"/></a:fgClr><a:bgClr><a:srgbClr val="E8E8E8"/></a:bgClr></a:pattFill>';

/**
 * Hatches the estimates of a chart, as everywhere else, so that they are known without colour, names every bar, however
 * long its name, and sets its language.
 */
export function styleChart(path: string, xml: string, language: string): string | null {
  if (!/\/charts\/chart\d+\.xml$/.test(path)) return null;
  return xml
    .replaceAll(PLAIN, HATCHED)
    .replaceAll('<c:noMultiLvlLbl', '<c:tickLblSkip val="1"/><c:noMultiLvlLbl')
    .replaceAll(/((?:<c:lang val|\blang)=")en-US"/g, `$1${language}"`);
}

/** Returns the end of an axis from zero that contains all values, a few digits long. */
export function axisMaximum(values: readonly number[]): number {
  const most = Math.max(0, ...values);
  if (most === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= most) ?? 10);
}

/** Returns the values of bars and of their intervals. */
export const reachOf = (bars: readonly ChartBar[]): number[] =>
  bars.map(({ value, interval }) => Math.max(value, interval?.high ?? 0));
