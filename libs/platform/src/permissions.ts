import type { Role, ActorKind } from './actor.ts';

/** Permissions and the roles that have them. The role × route matrix is reviewed from this table. */
export const permissions = {
  'api.describe': ['administrator', 'contract-manager', 'buyer-administrator', 'supplier-administrator'],
  'health.read': ['administrator', 'contract-manager'],
  /** State of the installation and its failed jobs. */
  'operations.read': ['administrator'],
  'operations.manage': ['administrator'],
  'session.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
    'auditor',
  ],
  'colleague.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
  'colleague.invite': ['administrator', 'buyer-administrator', 'supplier-administrator'],
  /** For invitations sent by the actor's organisation or into it. */
  'invitation.withdraw': ['contract-manager', 'administrator', 'buyer-administrator', 'supplier-administrator'],
  /** Approval by a second person when an organisation's last administrator is ended. */
  'membership.end-any': ['administrator'],
  'colleague.vouch': ['administrator', 'buyer-administrator', 'supplier-administrator'],
  /**
   * An API key acts as the person who created it. A role that may not set up agreements cannot create a key that may.
   */
  'api-key.manage': ['contract-manager', 'buyer-administrator', 'supplier-administrator'],
  'organisation.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
  /** Changes the name or number of a buyer or supplier. */
  'organisation.correct': ['contract-manager', 'administrator'],
  'audit.read': ['contract-manager', 'administrator', 'buyer-administrator', 'supplier-administrator'],
  'agreement.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
  'agreement.write': ['contract-manager'],
  'price-adjustment.request': ['contract-manager', 'supplier-clerk', 'supplier-administrator'],
  'party.read': ['contract-manager', 'administrator'],
  'agreement.monitor': ['contract-manager', 'administrator'],
  'supplier.invite': ['contract-manager', 'administrator'],
  'buyer.invite': ['contract-manager', 'administrator'],
  /** One's own notification settings and calendar feeds. */
  'notification.choose': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
  /** E-mails sent to people of the organisation, and their delivery state. */
  'message.read': ['contract-manager', 'administrator', 'supplier-clerk', 'supplier-administrator'],
  'message.send': ['contract-manager', 'administrator'],
  'email-template.write': ['contract-manager', 'administrator'],
  'obligation.read': ['contract-manager', 'administrator', 'supplier-clerk', 'supplier-administrator', 'invited'],
  'report.read': ['contract-manager', 'administrator', 'supplier-clerk', 'supplier-administrator'],
  'report.check': ['supplier-clerk', 'supplier-administrator'],
  'report.submit': ['supplier-clerk', 'supplier-administrator'],
  'report.review': ['contract-manager'],
  'report.submit-on-behalf': ['contract-manager'],
  /** Calculated penalties and the decisions on them. */
  'penalty.read': ['contract-manager', 'administrator'],
  'penalty.decide': ['contract-manager'],
  /** A supplier reads the warnings and penalties that are decided about it. */
  'penalty.receive': ['supplier-clerk', 'supplier-administrator'],
  'price-deviation.read': ['contract-manager', 'administrator'],
  /** A supplier reads the claims that were sent to it. */
  'claim.read': ['contract-manager', 'administrator', 'supplier-clerk', 'supplier-administrator'],
  'claim.manage': ['contract-manager'],
  'claim.respond': ['supplier-clerk', 'supplier-administrator'],
  /** A supplier reads the performance statements that are decided about it. */
  'statement.read': ['contract-manager', 'administrator', 'supplier-clerk', 'supplier-administrator'],
  'statement.decide': ['contract-manager'],
  'statement.comment': ['supplier-clerk', 'supplier-administrator'],
  /** A supplier reads its own level. */
  'data-quality.read': ['contract-manager', 'administrator', 'supplier-clerk', 'supplier-administrator'],
  'spend.read': ['contract-manager', 'administrator', 'reader', 'buyer', 'buyer-administrator'],
  'spend.import': ['contract-manager', 'buyer', 'buyer-administrator'],
  'declaration.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
  'declaration.submit': ['contract-manager', 'supplier-clerk', 'supplier-administrator'],
  'declaration.review': ['contract-manager'],
  'category.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
    'auditor',
  ],
  'item.read': ['contract-manager', 'administrator', 'reader', 'buyer', 'buyer-administrator'],
  'item.classify': ['contract-manager', 'administrator'],
  'factor.read': ['contract-manager', 'administrator', 'reader', 'buyer', 'buyer-administrator', 'auditor'],
  'factor-assignment.manage': ['contract-manager', 'administrator'],
  'matching.read': ['contract-manager', 'administrator', 'reader', 'buyer', 'buyer-administrator'],
  'matching.resolve': ['contract-manager', 'buyer', 'buyer-administrator'],
  'matching.rules': ['contract-manager'],
  /** Tolerance limits of variances; everyone who reads matching sees them. */
  'matching.tolerances': ['contract-manager', 'administrator'],
  'matching.run': ['contract-manager'],
  'emissions.read': ['contract-manager', 'administrator', 'reader', 'buyer', 'buyer-administrator', 'auditor'],
  'method-policy.manage': ['contract-manager', 'administrator'],
  'emissions.audit': ['contract-manager', 'administrator', 'auditor'],
  'emissions.export-evidence': ['contract-manager', 'administrator', 'auditor'],
  'emissions.publish': ['contract-manager', 'administrator'],
  'population.state': ['contract-manager', 'administrator'],
  /** Sets and ends targets, and proposes and decides on measures. */
  'target.write': ['contract-manager', 'administrator'],
  'case.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
  'case.write': ['contract-manager', 'buyer', 'buyer-administrator', 'supplier-clerk', 'supplier-administrator'],
  'case.manage': ['contract-manager'],
  'case.request': ['supplier-clerk', 'supplier-administrator'],
  'case.challenge': ['contract-manager', 'buyer', 'buyer-administrator'],
  'responsibility.hand-over': ['contract-manager', 'administrator'],
  'combined.read': ['contract-manager', 'administrator', 'reader', 'buyer', 'buyer-administrator'],
  /** The data feed; each table also requires its own permission. */
  'data.read': [
    'contract-manager',
    'administrator',
    'reader',
    'buyer',
    'buyer-administrator',
    'supplier-clerk',
    'supplier-administrator',
  ],
} as const satisfies Record<string, readonly Role[]>;

export type PermissionName = keyof typeof permissions;

/** Returns whether a role has a permission. */
export function roleHasPermission(role: Role, permission: PermissionName): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/**
 * Scopes of API keys: the kinds of actor that can use them, and the permissions they grant. A key has at most these
 * permissions, and at most those of its creator's role.
 */
export const keyScopes = {
  'report:check': { sides: ['supplier'], permissions: ['obligation.read', 'report.check'] },
  'report:submit': { sides: ['supplier'], permissions: ['obligation.read', 'report.read', 'report.submit'] },
  'spend:import': { sides: ['buyer', 'cooperative'], permissions: ['spend.read', 'spend.import'] },
  'spend:reverse': { sides: ['buyer', 'cooperative'], permissions: ['spend.read', 'spend.import'] },
  'agreement:set-up': { sides: ['cooperative'], permissions: ['agreement.read', 'agreement.write', 'party.read'] },
  'report:decide': { sides: ['cooperative'], permissions: ['obligation.read', 'report.read', 'report.review'] },
  'matching:run': { sides: ['cooperative'], permissions: ['matching.read', 'matching.run'] },
  'data:read': { sides: ['supplier', 'buyer', 'cooperative'], permissions: ['data.read'] },
  'figures:read': { sides: ['buyer', 'cooperative'], permissions: ['combined.read'] },
} as const satisfies Record<string, { sides: readonly ActorKind[]; permissions: readonly PermissionName[] }>;

export type KeyScope = keyof typeof keyScopes;

export const scopeNames = Object.keys(keyScopes) as readonly KeyScope[];

/** Returns whether a scope grants a permission. */
export function scopeGrantsPermission(scope: KeyScope, permission: PermissionName): boolean {
  return (keyScopes[scope].permissions as readonly PermissionName[]).includes(permission);
}

/** Returns the scopes available to a kind of actor. */
export function scopesForActorKind(side: ActorKind): readonly KeyScope[] {
  return scopeNames.filter((scope) => (keyScopes[scope].sides as readonly ActorKind[]).includes(side));
}
