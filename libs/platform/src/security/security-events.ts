/** Properties of a kind of event: its category, its outcome, and how often it is recorded. */
interface EventKind {
  readonly category: 'authentication' | 'session' | 'iam' | 'access' | 'data' | 'configuration';
  readonly outcome: 'success' | 'failure';
  /** `minute`: only the first event of an address and account in a minute is recorded; the others are counted. */
  readonly each: 'time' | 'minute';
}

/** All events of the security log. The names are stable, because other systems search for them. */
export const securityEvents = {
  'sign-in-succeeded': { category: 'authentication', outcome: 'success', each: 'time' },
  'sign-in-failed': { category: 'authentication', outcome: 'failure', each: 'minute' },
  'sign-in-throttled': { category: 'authentication', outcome: 'failure', each: 'minute' },
  'sign-out': { category: 'session', outcome: 'success', each: 'time' },
  'session-ended': { category: 'session', outcome: 'success', each: 'time' },
  'reauthentication-succeeded': { category: 'authentication', outcome: 'success', each: 'time' },
  'reauthentication-failed': { category: 'authentication', outcome: 'failure', each: 'minute' },
  'acting-for-switched': { category: 'session', outcome: 'success', each: 'minute' },
  'password-reset-requested': { category: 'iam', outcome: 'success', each: 'minute' },
  'password-reset-completed': { category: 'iam', outcome: 'success', each: 'time' },
  'password-reset-failed': { category: 'iam', outcome: 'failure', each: 'minute' },
  'password-changed': { category: 'iam', outcome: 'success', each: 'time' },
  'second-factor-added': { category: 'iam', outcome: 'success', each: 'time' },
  'second-factor-removed': { category: 'iam', outcome: 'success', each: 'time' },
  'second-factor-used': { category: 'authentication', outcome: 'success', each: 'time' },
  'second-factor-failed': { category: 'authentication', outcome: 'failure', each: 'minute' },
  'recovery-codes-created': { category: 'iam', outcome: 'success', each: 'time' },
  'recovery-code-used': { category: 'authentication', outcome: 'success', each: 'time' },
  'api-key-created': { category: 'iam', outcome: 'success', each: 'time' },
  'api-key-used': { category: 'authentication', outcome: 'success', each: 'minute' },
  'api-key-revoked': { category: 'iam', outcome: 'success', each: 'time' },
  'api-key-rejected': { category: 'authentication', outcome: 'failure', each: 'minute' },
  'invitation-created': { category: 'iam', outcome: 'success', each: 'time' },
  'invitation-already-accepted': { category: 'iam', outcome: 'success', each: 'time' },
  'invitation-approved': { category: 'iam', outcome: 'success', each: 'time' },
  'invitation-withdrawn': { category: 'iam', outcome: 'success', each: 'time' },
  'membership-ended': { category: 'iam', outcome: 'success', each: 'time' },
  'membership-role-changed': { category: 'iam', outcome: 'success', each: 'time' },
  'permission-refused': { category: 'access', outcome: 'failure', each: 'minute' },
  'csrf-refused': { category: 'access', outcome: 'failure', each: 'minute' },
  'request-throttled': { category: 'access', outcome: 'failure', each: 'minute' },
  'data-exported': { category: 'data', outcome: 'success', each: 'time' },
  'data-read-in-bulk': { category: 'data', outcome: 'success', each: 'minute' },
  'audit-log-read': { category: 'data', outcome: 'success', each: 'minute' },
  'personal-data-exported': { category: 'data', outcome: 'success', each: 'time' },
  'person-corrected': { category: 'data', outcome: 'success', each: 'time' },
  'person-erased': { category: 'data', outcome: 'success', each: 'time' },
  'retention-applied': { category: 'data', outcome: 'success', each: 'time' },
  'cooperative-exported': { category: 'data', outcome: 'success', each: 'time' },
  'cooperative-deleted': { category: 'data', outcome: 'success', each: 'time' },
  'audit-log-altered': { category: 'data', outcome: 'failure', each: 'minute' },
} as const satisfies Record<string, EventKind>;

export type SecurityEventName = keyof typeof securityEvents;

export const securityEventNames = Object.keys(securityEvents) as readonly SecurityEventName[];

/** Returns the properties of a kind of event. */
export const securityEventKind = (event: SecurityEventName): EventKind => securityEvents[event];
