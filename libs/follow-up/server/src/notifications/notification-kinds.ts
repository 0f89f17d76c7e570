import type { ActorKind } from '@tallgrunn/platform';

/** How often a member is notified of a kind. `never` only where `mayTurnOff`. */
export const cadences = ['at-once', 'daily', 'weekly', 'never'] as const;
export type Cadence = (typeof cadences)[number];

export type Audience = Exclude<ActorKind, 'system'>;

interface KindRule {
  /** Sides that may be notified. */
  readonly audiences: readonly Audience[];
  /** Default until the member chooses. */
  readonly cadence: Exclude<Cadence, 'never'>;
  /** False for notifications that the contract requires: they are sent at once, regardless of the member's choice. */
  readonly mayTurnOff: boolean;
  /** Template variables of the kind, in addition to the common ones. */
  readonly variables: readonly TemplateVariable[];
}

/** Variables of every template: recipient, sender, agreement, and contact. */
export const commonVariables = [
  'recipient',
  'cooperative',
  'agreement',
  'agreementNumber',
  'supplier',
  'contactName',
  'contactPhone',
  'contactEmail',
] as const;

const OBLIGATION = ['period', 'dueDate', 'report'] as const;

export type TemplateVariable =
  | (typeof commonVariables)[number]
  | (typeof OBLIGATION)[number]
  | 'daysLeft'
  | 'daysLate'
  | 'reportNumber'
  | 'lineCount'
  | 'rows'
  | 'reason'
  | 'date'
  | 'share'
  | 'amount'
  | 'maximum'
  | 'decision'
  | 'product'
  | 'person'
  | 'claimNumber'
  | 'count'
  | 'month'
  | 'level'
  | 'checks'
  | 'statementNumber'
  | 'year'
  | 'rating';

/** All kinds of notification, in the order of the preferences page. */
export const notificationKinds = {
  'obligation-opened': rule(['supplier'], 'daily', true, OBLIGATION),
  'obligation-due': rule(['supplier'], 'at-once', false, [...OBLIGATION, 'daysLeft']),
  'obligation-late': rule(['supplier'], 'at-once', false, [...OBLIGATION, 'daysLate']),
  'check-not-submitted': rule(['supplier'], 'daily', true, [...OBLIGATION, 'date']),
  'report-received': rule(['supplier'], 'at-once', true, [...OBLIGATION, 'reportNumber', 'lineCount']),
  'report-returned': rule(['supplier'], 'at-once', false, [...OBLIGATION, 'reportNumber', 'reason', 'rows']),
  'report-accepted': rule(['supplier'], 'daily', true, [...OBLIGATION, 'reportNumber', 'lineCount']),
  'correction-requested': rule(['supplier'], 'at-once', false, [...OBLIGATION, 'reportNumber', 'reason']),
  'declaration-requested': rule(['supplier'], 'at-once', true, ['date', 'reason']),
  'declaration-expiring': rule(['supplier'], 'weekly', true, ['product', 'date']),
  'price-adjustment-decided': rule(['supplier', 'cooperative', 'buyer'], 'daily', true, ['decision', 'reason', 'date']),
  'quality-letter': rule(['supplier'], 'at-once', true, ['month', 'level', 'lineCount', 'count', 'checks']),
  'statement-decided': rule(['supplier'], 'at-once', true, ['statementNumber', 'year', 'rating']),
  'agreement-ending': rule(['cooperative', 'supplier', 'buyer'], 'weekly', true, ['date']),
  'supplier-late': rule(['cooperative'], 'daily', true, [...OBLIGATION, 'daysLate']),
  'report-awaiting-approval': rule(['cooperative'], 'daily', true, [...OBLIGATION, 'reportNumber', 'lineCount']),
  'booked-not-reported': rule(['cooperative'], 'weekly', true, [...OBLIGATION, 'amount', 'lineCount']),
  'claim-answered': rule(['cooperative'], 'at-once', true, ['claimNumber', 'amount', 'decision', 'reason']),
  'statement-commented': rule(['cooperative'], 'daily', true, ['statementNumber', 'year', 'reason']),
  'option-notice': rule(['cooperative'], 'daily', true, ['date', 'count']),
  'maximum-value-near': rule(['cooperative', 'buyer'], 'daily', true, ['share', 'amount', 'maximum']),
  'delegate-needed': rule(['cooperative', 'supplier', 'buyer'], 'daily', true, ['person', 'date']),
  'supplier-unreachable': rule(['cooperative'], 'daily', true, ['reason', 'count']),
} as const satisfies Record<string, KindRule>;

export type NotificationKind = keyof typeof notificationKinds;

export const kindNames = Object.keys(notificationKinds) as readonly NotificationKind[];

export const kindRule = (kind: NotificationKind): KindRule => notificationKinds[kind];

export const isNotificationKind = (text: string): text is NotificationKind => text in notificationKinds;

/** Returns the kinds of which members of a side may be notified. */
export const kindsOf = (side: string): readonly NotificationKind[] =>
  kindNames.filter((kind) => kindRule(kind).audiences.some((audience) => audience === side));

/** Returns the variables that a template of the kind may use. */
export const variablesOf = (kind: NotificationKind): readonly TemplateVariable[] => [
  ...commonVariables,
  ...kindRule(kind).variables,
];

function rule(
  audiences: readonly Audience[],
  cadence: Exclude<Cadence, 'never'>,
  mayTurnOff: boolean,
  variables: readonly TemplateVariable[],
): KindRule {
  return { audiences, cadence, mayTurnOff, variables };
}
