import { Inject, Injectable } from '@nestjs/common';
import { EmailOrganisation } from '@tallgrunn/identity-server';
import { CONFIG, Database, Problem, notFound, type Config } from '@tallgrunn/platform';
import { onBehalfEmail } from './on-behalf-email.ts';
import { SubmitVersion, type SubmissionInput } from '../versions/submit-version.ts';
import { VersionStore } from '../store/version-store.ts';

interface OnBehalfDetails {
  readonly by: string | null;
  readonly received_from: string;
  readonly received_on: string;
  readonly reason: string;
  readonly supplier_id: string;
  readonly cooperative: string;
  readonly agreement: string;
}

/**
 * Submits a report uploaded on behalf of a supplier; another person must accept it. Notifies the supplier's users by
 * e-mail.
 */
@Injectable()
export class SubmitOnBehalf {
  constructor(
    private readonly submission: SubmitVersion,
    private readonly versions: VersionStore,
    private readonly database: Database,
    private readonly letters: EmailOrganisation,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(versionId: string, input: SubmissionInput): Promise<void> {
    if (!(await this.versions.find(versionId))) throw notFound('report-version');
    const details = await this.database.one<OnBehalfDetails>(
      `select p.name as by, k.received_from, k.received_on, k.reason, v.supplier_id, c.name as cooperative, a.title as agreement
       from reporting.on_behalf_submission k
       join reporting.report_version v on v.id = k.version_id
       join agreements.door_agreement a on a.id = v.agreement_id
       join identity.door_organisation c on c.id = platform.organisation()
       left join identity.door_person p on p.id = k.handed_in_by
       where k.version_id = $1`,
      [versionId],
    );
    if (!details) throw new Problem(409, 'not-submitted-on-behalf', { versionId });
    await this.submission.run(versionId, { ...input, isOnBehalf: true });
    const version = await this.versions.find(versionId);
    const link = `${this.config.publicUrl}/reports/versions/${versionId}`;
    await this.letters.run(details.supplier_id, (language) =>
      onBehalfEmail(language, {
        ...details,
        by: details.by ?? details.cooperative,
        number: version?.number ?? '',
        periodKey: version?.period_key ?? '',
        link,
      }),
    );
  }
}
