import { Component, inject, input, signal } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import { PrintContext } from '../print/print-context.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** A line of the table behind a chart: what it is, its figure as shown, and further cells as `heads` name them. */
export interface ChartRow {
  readonly label: string;
  readonly cells: readonly string[];
}

let made = 0;

/** A chart with its finding as title, its basis below, and the numbers as a table one key away. */
@Component({
  selector: 'tg-chart-frame',
  imports: [Icon],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.css',
})
export class ChartFrame {
  /** What the picture shows, as a sentence: "Kjøtt og ost gir 41 % av utslippet i mat". */
  readonly finding = input.required<string>();
  readonly basis = input('');
  /** Unit of the figures, for print. */
  readonly unit = input('');
  readonly heads = input.required<readonly string[]>();
  readonly rows = input.required<readonly ChartRow[]>();
  protected readonly printed = inject(PrintContext);
  protected readonly asTable = signal(false);
  protected readonly t = texts(designTexts);
  protected readonly id = `tg-chart-${(made += 1)}`;
}
