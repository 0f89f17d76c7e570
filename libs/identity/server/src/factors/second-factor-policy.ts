import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Instance, type Config, type Role } from '@tallgrunn/platform';

/** Roles that invite, approve or publish. */
const REQUIRED_ROLES: readonly Role[] = [
  'administrator',
  'contract-manager',
  'buyer-administrator',
  'supplier-administrator',
];

/**
 * Decides who needs a second factor: administrators and contract managers, unless the installation makes it optional.
 */
@Injectable()
export class SecondFactorPolicy {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly instance: Instance,
  ) {}

  /** Returns whether this installation requires second factors at all. */
  async isInForce(): Promise<boolean> {
    const { secondFactor } = this.config.signIn;
    if (secondFactor !== 'required-unless-demo') return secondFactor === 'required';
    return !(await this.instance.state()).demo;
  }

  async isRequiredFor(role: Role): Promise<boolean> {
    return REQUIRED_ROLES.includes(role) && (await this.isInForce());
  }
}
