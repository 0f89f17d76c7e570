import {
  formatAmount,
  formatPeriod,
  isDecimal,
  normalise,
  Period,
  type DecimalText,
  type Language,
} from '@tallgrunn/values';
import { words } from './words/words.ts';

/** Why a number is what it is: the reckoning, what it rests on, and the way down to the file. Sentences are in the asked language. */
export interface Explanation {
  /** The reckoning in one line; what stands instead of a number when there is none. */
  readonly formula: string;
  /** How it came about, in order. */
  readonly steps: readonly string[];
  /** What one should know before using it. */
  readonly caveats: readonly string[];
  readonly sources: readonly { readonly label: string; readonly link?: string }[];
  readonly versions: readonly { readonly label: string; readonly value: string }[];
  readonly wayDown: WayDown | null;
  readonly alternatives: readonly Alternative[];
  readonly figure: Figure;
}

/** Decimals as text, to the last digit. */
export interface Figure {
  readonly kg: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly multiplier: string | null;
  readonly method: string;
  readonly dataClass: number | null;
}

/** Where it stands: a row (1-based) of a sheet of a file. */
export interface WayDown {
  readonly label: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** A spend batch or a report version, and the line in it. */
  readonly batchId?: string;
  readonly versionId?: string;
  readonly lineNo?: number;
}

/** Another factor that was weighed, and what the line would be with it. */
export interface Alternative {
  readonly factor: string;
  readonly value: string;
  readonly unit: string;
  readonly kg: string;
  readonly chosen: boolean;
}

/** The 95 % interval of a figure, among the versions; kg CO2e. */
export function intervalOf(low: string, high: string, language: Language): { label: string; value: string } {
  return {
    label: words(language).version.interval,
    value: `${formatAmount(low, language, 1)} – ${formatAmount(high, language, 1)} kg CO₂e`,
  };
}

/** All the digits a number has, written for the language. */
export function exact(text: DecimalText, language: Language): string {
  if (!isDecimal(text)) return text;
  const plain = normalise(text);
  return formatAmount(plain, language, plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0);
}

/** A price level as people write it: 2026M08 is August 2026, 2022 is 2022. */
export function priceLevelName(level: string, language: Language): string {
  const period = Period.tryParse(level.replace('M', '-'));
  return period ? formatPeriod(period, language) : level;
}
