import { Inject, Injectable } from '@nestjs/common';
import {
  roleHasPermission,
  CONFIG,
  Instance,
  permissions,
  programVersion,
  type AuthenticatedRequest,
  type Config,
  type PermissionName,
} from '@tallgrunn/platform';
import { Factors, type PersonFactors } from './factors/factors.ts';
import { SecondFactorPolicy } from './factors/second-factor-policy.ts';
import { ListMemberships } from './list-memberships.ts';
import { People } from './store/people.ts';
import type { AwaitedFactor, SessionDto } from './session.dto.ts';
import { VisitorToken } from './sessions/visitor-token.ts';
import './session-data.ts';

const VERSION = programVersion();

/**
 * Returns what every page needs first: the person, their memberships, the active one, and the installation. If the
 * person has only one membership, it becomes active.
 */
@Injectable()
export class DescribeSession {
  constructor(
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly instance: Instance,
    private readonly visitorToken: VisitorToken,
    private readonly factors: Factors,
    private readonly policy: SecondFactorPolicy,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(request: AuthenticatedRequest): Promise<SessionDto> {
    const { session } = request;
    const person = session.personId ? await this.people.byId(session.personId) : null;
    const pending = session.pending && session.pending.until > Date.now() ? session.pending : null;
    const memberships = person ? await this.memberships.run(person.id) : [];
    const activeMembership =
      memberships.find(({ id }) => id === session.membershipId) ??
      (memberships.length === 1 ? memberships[0] : undefined);
    if (person) session.membershipId = activeMembership?.id;
    const state = await this.instance.state();
    return {
      person: person && { id: person.id, name: person.name, email: person.email, language: person.language },
      memberships,
      acting: activeMembership?.id ?? null,
      permissions: activeMembership
        ? (Object.keys(permissions) as PermissionName[]).filter((name) =>
            roleHasPermission(activeMembership.role, name),
          )
        : [],
      csrfToken: this.visitorToken.issue(request),
      awaitedFactors: pending ? awaitedFactorsOf(await this.factors.of(pending.personId)) : [],
      requiresSecondFactor:
        !session.hasSecondFactor &&
        activeMembership !== undefined &&
        (await this.policy.isRequiredFor(activeMembership.role)),
      instance: {
        demo: state.demo,
        mail: this.config.smtpUrl === null ? 'stored' : 'sent',
        asOf: state.asOf?.toISOString() ?? null,
        loading: state.loading,
        version: VERSION,
      },
    };
  }
}

function awaitedFactorsOf({ passkeys, totpAddedAt, recoveryCodesLeft }: PersonFactors): AwaitedFactor[] {
  return [
    ...(passkeys.length > 0 ? ['passkey' as const] : []),
    ...(totpAddedAt ? ['totp' as const] : []),
    ...(recoveryCodesLeft > 0 ? ['recovery-code' as const] : []),
  ];
}
