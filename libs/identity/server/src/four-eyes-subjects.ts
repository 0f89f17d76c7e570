/**
 * All acts that need a second, independent person. The use case that completes the act calls FourEyes with this name.
 */
export const fourEyesSubjects = [
  'factor-assignment',
  'method-policy',
  'matching-decision',
  'declaration',
  'report-on-behalf',
  'official-figures',
  'membership-ending',
  'penalty-claim',
  'supplier-claim',
] as const;

export type FourEyesSubject = (typeof fourEyesSubjects)[number];
