/** Every act that takes effect only with a second, independent person. The use case that lets it take effect asks FourEyes under this name. */
export const fourEyesSubjects = ['factor-assignment', 'membership-ending', 'method-policy'] as const;

export type FourEyesSubject = (typeof fourEyesSubjects)[number];
