/** The size of a composed world: parties, quarters and lines. */
export interface Size {
  readonly suppliers: number;
  readonly municipalities: number;
  /** Whole quarters from 1 January 2025. */
  readonly quarters: number;
  readonly deliveries: number;
  /** Items per supplier. */
  readonly items: number;
  readonly linesPerOrder: number;
  /** True if quantities are drawn from a few values, so that the same amount occurs often. */
  readonly repeats: boolean;
}

/**
 * `sparse`: many items, few lines of each. `dense`: few items, many lines of each. `small`: for tests that always run.
 */
export const sizes = {
  small: { suppliers: 6, municipalities: 4, quarters: 2, deliveries: 700, items: 40, linesPerOrder: 4, repeats: false },
  sparse: {
    suppliers: 16,
    municipalities: 7,
    quarters: 4,
    deliveries: 4000,
    items: 120,
    linesPerOrder: 5,
    repeats: false,
  },
  dense: {
    suppliers: 16,
    municipalities: 7,
    quarters: 4,
    deliveries: 40_000,
    items: 8,
    linesPerOrder: 3,
    repeats: true,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
