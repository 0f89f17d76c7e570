/** How call-offs are shared among parallel suppliers: one supplier, by rank, by share, by a new round, or differently per lot. */
export const techniques = ['single-supplier', 'ranked', 'share', 'reopening', 'mixed'] as const;
export type Technique = (typeof techniques)[number];

/** How far a supplier is bound to report: from the contract itself, or by an amendment on its way. */
export const clauseStatuses = ['in-contract', 'amendment-drafted', 'sent', 'signed', 'missing'] as const;
export type ClauseStatus = (typeof clauseStatuses)[number];

export const contactRoles = ['contract', 'reporting', 'invoice'] as const;
export type ContactRole = (typeof contactRoles)[number];
