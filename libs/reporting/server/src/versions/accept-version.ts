import { Injectable } from '@nestjs/common';
import { AuditTrail, Problem } from '@tallgrunn/platform';
import { BringIntoForce } from './bring-into-force.ts';
import { stateAfter } from './submission.ts';
import { VersionStore } from '../store/version-store.ts';

/** The contract manager accepts a submitted version: its lines count from now on. */
@Injectable()
export class AcceptVersion {
  constructor(
    private readonly versions: VersionStore,
    private readonly force: BringIntoForce,
    private readonly audit: AuditTrail,
  ) {}

  async run(versionId: string): Promise<void> {
    const version = await this.versions.hold(versionId);
    if (!stateAfter(version.state, 'accept')) throw new Problem(409, 'version-not-submitted', { state: version.state });
    await this.force.run(version);
    await this.audit.record({ act: 'report.accepted', subject: { kind: 'report-version', id: versionId }, details: { number: version.number } });
  }
}
