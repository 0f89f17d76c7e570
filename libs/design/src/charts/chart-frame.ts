import { Component, inject, input, signal } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import { PrintContext } from '../print/print-context.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** A row of the table behind a chart: its label, the figure as shown, and further cells as in `heads`. */
export interface ChartRow {
  readonly label: string;
  readonly cells: readonly string[];
}

let instanceCount = 0;

/** A chart with its finding as title, its data basis below, and its figures as a table behind a button. */
@Component({
  selector: 'tg-chart-frame',
  imports: [Icon],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.css',
})
export class ChartFrame {
  /** The finding as a sentence: "Kjøtt og ost gir 41 % av utslippet i mat". */
  readonly finding = input.required<string>();
  /** Definition of the figures, below the title: measure, unit, who and when. */
  readonly subtitle = input('');
  readonly basis = input('');
  /** Unit of the figures, for print. */
  readonly unit = input('');
  readonly heads = input.required<readonly string[]>();
  readonly rows = input.required<readonly ChartRow[]>();
  protected readonly printed = inject(PrintContext);
  protected readonly asTable = signal(false);
  protected readonly t = texts(designTexts);
  protected readonly id = `tg-chart-${(instanceCount += 1)}`;
}
