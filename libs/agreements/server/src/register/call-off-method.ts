/**
 * Call-off methods: how orders are placed among parallel suppliers. One supplier, by rank, by share, by reopened
 * competition, or different per lot.
 */
export const callOffMethods = ['single-supplier', 'ranked', 'share', 'reopening', 'mixed'] as const;
export type CallOffMethod = (typeof callOffMethods)[number];

/** Reporting clause statuses: not stated by anyone, in the contract itself, or the stage of an amendment. */
export const clauseStatuses = ['not-stated', 'in-contract', 'amendment-drafted', 'sent', 'signed', 'missing'] as const;
export type ClauseStatus = (typeof clauseStatuses)[number];

export const contactRoles = ['contract', 'reporting', 'invoice'] as const;
export type ContactRole = (typeof contactRoles)[number];
