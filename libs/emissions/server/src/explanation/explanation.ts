import {
  formatAmount,
  formatPeriod,
  isDecimal,
  normalise,
  Period,
  type DecimalText,
  type Language,
} from '@tallgrunn/values';
import { explanationTexts } from '../texts/explanation-texts.ts';

/**
 * Explanation of a figure: its calculation, its basis and its location in the source file. Sentences are in the
 * requested language.
 */
export interface Explanation {
  /** The calculation in one line, or the reason why there is no figure. */
  readonly formula: string;
  /** Steps of the calculation in order. */
  readonly steps: readonly string[];
  /** Caveats to know before using the figure. */
  readonly caveats: readonly string[];
  readonly sources: readonly { readonly label: string; readonly link?: string }[];
  readonly versions: readonly { readonly label: string; readonly value: string }[];
  readonly wayDown: SourceLocation | null;
  readonly alternatives: readonly Alternative[];
  readonly figure: Figure;
}

/** Decimals as text, with all digits. */
export interface Figure {
  readonly kg: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly multiplier: string | null;
  readonly method: string;
  readonly dataClass: number | null;
}

/** Location in the source file: a row (1-based) of a sheet. */
export interface SourceLocation {
  readonly label: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** A spend batch or a report version, and the line in it. */
  readonly batchId?: string;
  readonly versionId?: string;
  readonly lineNo?: number;
}

/** Another factor that was considered, and the line's emissions with it. */
export interface Alternative {
  readonly factor: string;
  readonly value: string;
  readonly unit: string;
  readonly kg: string;
  readonly chosen: boolean;
}

/** Formats the 95 % interval of a figure (kg CO2e) for the list of versions. */
export function formatInterval(low: string, high: string, language: Language): { label: string; value: string } {
  return {
    label: explanationTexts(language).version.interval,
    value: `${formatAmount(low, language, 1)} – ${formatAmount(high, language, 1)} kg CO₂e`,
  };
}

/** Formats a number with all its digits. */
export function formatExact(text: DecimalText, language: Language): string {
  if (!isDecimal(text)) return text;
  const normalised = normalise(text);
  return formatAmount(
    normalised,
    language,
    normalised.includes('.') ? normalised.length - normalised.indexOf('.') - 1 : 0,
  );
}

/** Formats a price level: 2026M08 as August 2026, 2022 as 2022. */
export function priceLevelName(level: string, language: Language): string {
  const period = Period.tryParse(level.replace('M', '-'));
  return period ? formatPeriod(period, language) : level;
}
