import { formatCount, formatInstant, formatQuantity, type Language } from '@tallgrunn/values';
import { formatExact } from '../../explanation/explanation.ts';
import { en } from './en.ts';
import { nb, type StatementTexts } from './nb.ts';
import { nn } from './nn.ts';

/** The run of a pack. Decimals are text, kg CO2e. */
export interface PackedRun {
  readonly number: number;
  readonly engine: string;
  readonly factorSet: string;
  readonly ruleSet: string;
  readonly currency: string;
  readonly cause: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Ids of the immutable inputs of the run. */
  readonly read: Readonly<Record<string, unknown>>;
  /** The pack covers only part of the run: its published scope. */
  readonly part: boolean;
  readonly kg: string;
  readonly lines: number;
  readonly licences: readonly string[];
  /** Case number and scope of each publication. */
  readonly publications: readonly string[];
  /** 95 % interval. */
  readonly interval: { readonly low: string; readonly high: string };
}

const readmeTexts: Record<Language, StatementTexts> = { nb, nn, en };

/**
 * Describes how the figures of a run were calculated and how to recalculate them, for a reader who has only the pack.
 */
export function packReadme(run: PackedRun, language: Language): string {
  const t = readmeTexts[language];
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  const tonnes = (kg: string): string => formatQuantity((Number(kg) / 1000).toFixed(1), language);
  const sections: readonly (readonly [string, string])[] = [
    [
      t.about,
      (run.part ? t.aboutPart : t.aboutText)({
        run: formatCount(run.number, language),
        finished: formatInstant(run.finishedAt, language),
        lines: formatCount(run.lines, language),
        kg: formatExact(run.kg, language),
      }),
    ],
    [t.sure, t.sureText({ low: tonnes(run.interval.low), high: tonnes(run.interval.high) })],
    [t.published, run.publications.length > 0 ? list(run.publications) : t.notPublished],
    [t.line, t.lineText],
    [t.multiplier, list(t.multiplierTexts)],
    [t.method, list(t.methodTexts)],
    [t.spreadsheet, list(t.spreadsheetTexts)],
    [t.again, list(t.againTexts)],
    [t.outside, list(t.outsideTexts)],
    [t.files, list(t.fileTexts)],
    [
      t.basis,
      list([
        t.engine({ engine: run.engine }),
        t.factorSet({ set: run.factorSet }),
        t.ruleSet({ set: run.ruleSet }),
        t.licences({ licences: run.licences.join(', ') }),
      ]),
    ],
  ];
  return `# ${t.title({ run: formatCount(run.number, language) })}\n\n${sections.map(([heading, body]) => `## ${heading}\n\n${body}\n`).join('\n')}`;
}
