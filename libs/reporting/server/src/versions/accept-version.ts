import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Database, Problem } from '@tallgrunn/platform';
import { ActivateVersion } from './activate-version.ts';
import { stateAfter } from './submission.ts';
import { VersionStore } from '../store/version-store.ts';

/**
 * Accepts a submitted version: its lines count from now on. A version uploaded on behalf of the supplier must be
 * accepted by another, independent person.
 */
@Injectable()
export class AcceptVersion {
  constructor(
    private readonly versions: VersionStore,
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly force: ActivateVersion,
    private readonly audit: AuditLog,
  ) {}

  async run(versionId: string): Promise<void> {
    const version = await this.versions.lockForUpdate(versionId);
    if (!stateAfter(version.state, 'accept')) throw new Problem(409, 'version-not-submitted', { state: version.state });
    await this.#requireIndependent(versionId);
    await this.force.run(version);
    await this.database.query('update reporting.report_version set decided_by = platform.person() where id = $1', [
      versionId,
    ]);
    await this.audit.record({
      act: 'report.accepted',
      subject: { kind: 'report-version', id: versionId },
      details: { number: version.number },
    });
  }

  /** Requires a second person for a report that the cooperative uploaded on behalf of the supplier. */
  async #requireIndependent(versionId: string): Promise<void> {
    const handedIn = await this.database.one<{ handed_in_by: string }>(
      'select handed_in_by from reporting.on_behalf_submission where version_id = $1',
      [versionId],
    );
    if (handedIn) await this.fourEyes.requireIndependent('report-on-behalf', [handedIn.handed_in_by]);
  }
}
