import { Component, resource, signal } from '@angular/core';
import {
  BarChart,
  Cell,
  CoverageBar,
  DataTable,
  Denied,
  Empty,
  ErrorSummary,
  Field,
  FileDrop,
  FindingList,
  Loaded,
  PageHeader,
  Progress,
  Skeleton,
  StatusTag,
  WhyPanel,
} from '@tallgrunn/design';
import { bars, columns, explanation, findings, parts, rows } from './examples.ts';
import type { Row } from './examples.ts';

/** Page with every component once, with realistic figures, for review and for developers of pages. */
@Component({
  selector: 'tg-shell',
  imports: [
    BarChart,
    Cell,
    CoverageBar,
    DataTable,
    Denied,
    Empty,
    ErrorSummary,
    Field,
    FileDrop,
    FindingList,
    Loaded,
    PageHeader,
    Progress,
    Skeleton,
    StatusTag,
    WhyPanel,
  ],
  templateUrl: './showcase.html',
  styles: `
    :host {
      display: block;
      margin: auto;
      max-width: var(--tg-page-width);
      padding: var(--tg-gap-lg) var(--tg-edge);
    }
  `,
})
export class Showcase {
  protected readonly rows = rows;
  protected readonly columns = columns;
  protected readonly findings = findings;
  protected readonly parts = parts;
  protected readonly bars = bars;
  protected readonly explanation = explanation;
  protected readonly sort = signal('');
  protected readonly choice = signal('');
  protected readonly selection = signal<readonly Row[]>([]);
  protected readonly nameRow = (row: Row) => row.supplier;
  protected readonly faults = [{ field: 'name', sentence: 'Skriv navnet på virksomheten' }];
  protected readonly broken = resource({ loader: () => Promise.reject<readonly Row[]>(new Error('x')) });
  protected readonly crumbs = [
    { label: 'Rapporter', link: '/reports' },
    { label: 'Mat og drikke', link: '/reports' },
  ];
  protected readonly barHeads = ['Kategori', 'Utslipp', 'Andel fra kroner'];
  protected readonly legend = [
    { label: 'Regnet fra mengde', pattern: 'solid' as const },
    { label: 'Regnet fra kroner', pattern: 'hatched' as const },
  ];
}
