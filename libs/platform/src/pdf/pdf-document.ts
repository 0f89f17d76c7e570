import type { Language } from '@tallgrunn/values';

/** A column of a table; figures are set to the right. */
export interface PdfColumn {
  readonly head: string;
  readonly isFigure?: boolean;
}

/** A horizontal bar from zero, in the chart's unit. */
export interface ChartBar {
  /** Its name and figure, as text. */
  readonly label: string;
  readonly value: number;
  /** Part of the value that is an estimate. */
  readonly estimate: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Data of a picture of bars, largest first, for formats with charts that can be edited. */
export interface ChartData {
  /** Name of the part of a bar that is not an estimate. */
  readonly known: string;
  /** Name of the estimate. */
  readonly estimate: string;
  /** What the axis shows, with its unit. */
  readonly axis: string;
  readonly bars: readonly ChartBar[];
}

/** One part of a document, in reading order. All texts are plain: nothing in them is read as markup. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isSubtle?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'picture';
      readonly caption: string;
      /** SVG with its size in the viewBox. Its texts use the font of the document. */
      readonly svg: string;
      /** Text for readers that do not see the picture, with the same figures. */
      readonly description: string;
      /** The same figures, for slides and word processing. */
      readonly data?: ChartData;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly PdfColumn[];
      /** Cells by row, as many as there are columns. */
      readonly rows: readonly (readonly string[])[];
    };

/**
 * A document that is written as PDF/UA-1: tagged, with a title, a language and a reading order. It can also be written for
 * word processing.
 */
export interface PdfDocument {
  readonly title: string;
  readonly language: Language;
  /** Who it is from, such as the cooperative. */
  readonly author: string;
  /** One line below the title: of whom, which period, as of when. */
  readonly subtitle: string;
  /** Date and time that the file carries, so that the same document is the same bytes. */
  readonly writtenAt: Date;
  /** Smaller text and margins, for documents of one page. */
  readonly isCompact?: boolean;
  /** Text at the foot of each page, before the page number. */
  readonly footer: string;
  readonly blocks: readonly PdfBlock[];
}
