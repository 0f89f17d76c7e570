import { Component, input } from '@angular/core';

/**
 * Data basis of a part of a chart, shown by pattern and colour. solid: known per item; soft: known by quantity;
 * hatched: spend-based; dotted: account only; empty (outlined): unknown. incomplete: thin lines for data that is still
 * missing.
 */
export type Pattern = 'solid' | 'soft' | 'hatched' | 'dotted' | 'empty' | 'incomplete';

export const patterns: readonly Pattern[] = ['solid', 'soft', 'hatched', 'dotted', 'empty', 'incomplete'];

let instanceCount = 0;

/** Returns a unique prefix for pattern ids, because two charts on a page must not share them. */
export function patternPrefix(): string {
  return `tg-pattern-${(instanceCount += 1)}`;
}

/** The fills of one chart: `<svg:defs tgPatterns [prefix]="prefix" />`, then fill="url(#prefix-hatched)". */
@Component({
  selector: 'defs[tgPatterns]',
  template: `
    <svg:pattern [attr.id]="prefix() + '-solid'" width="8" height="8" patternUnits="userSpaceOnUse">
      <svg:rect width="8" height="8" fill="var(--tg-chart-strong)" />
    </svg:pattern>
    <svg:pattern [attr.id]="prefix() + '-soft'" width="8" height="8" patternUnits="userSpaceOnUse">
      <svg:rect width="8" height="8" fill="var(--tg-chart-soft)" />
    </svg:pattern>
    <svg:pattern
      [attr.id]="prefix() + '-hatched'"
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <svg:rect width="7" height="7" fill="var(--tg-chart-pale)" />
      <svg:rect width="3" height="7" fill="var(--tg-chart-strong)" />
    </svg:pattern>
    <svg:pattern [attr.id]="prefix() + '-dotted'" width="7" height="7" patternUnits="userSpaceOnUse">
      <svg:rect width="7" height="7" fill="var(--tg-chart-pale)" />
      <svg:circle cx="3.5" cy="3.5" r="1.3" fill="var(--tg-chart-line)" />
    </svg:pattern>
    <svg:pattern [attr.id]="prefix() + '-empty'" width="8" height="8" patternUnits="userSpaceOnUse">
      <svg:rect width="8" height="8" fill="var(--tg-chart-none)" />
    </svg:pattern>
    <svg:pattern
      [attr.id]="prefix() + '-incomplete'"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(-45)"
    >
      <svg:rect width="1" height="6" fill="var(--tg-chart-line)" />
    </svg:pattern>
  `,
})
export class Patterns {
  readonly prefix = input.required<string>();
}
