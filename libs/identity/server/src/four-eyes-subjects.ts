/** Every act that takes effect only with a second, independent person. The use case that lets it take effect asks FourEyes under this name. */
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
