import type { ResolutionCause } from '../resolve-line.ts';

/** Kinds of supplier responses to unreported spend. */
export const supplierResponseKinds = [
  'next-report',
  'in-report',
  'left-out',
  'other-agreement',
  'other-seller',
  'other',
] as const;
export type SupplierResponseKind = (typeof supplierResponseKinds)[number];

/**
 * Cause of the answer when a reviewer accepts the response; null where a pair must be chosen, or there is only a text.
 */
export const causeOfResponse: Readonly<Record<SupplierResponseKind, ResolutionCause | null>> = {
  'next-report': 'timing',
  'left-out': 'not-reported',
  'other-agreement': 'off-agreement',
  'other-seller': 'other-seller',
  'in-report': null,
  other: null,
};

/** Kinds that a reviewer can only follow up with a reason. */
export const kindsWithReason: readonly SupplierResponseKind[] = [
  'in-report',
  'other-agreement',
  'other-seller',
  'other',
];
