import { Injectable } from '@nestjs/common';
import { Clock, Database, FileStore, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';

const DAY_MS = 24 * 3600_000;

/**
 * Removes API submissions older than the promised number of days; versions and receipts remain. Returns the number
 * removed.
 * @param system the system actor of one cooperative
 */
@Injectable()
export class CleanUpApiSubmissions {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(system: Actor): Promise<number> {
    const before = new Date(this.clock.now().getTime() - limits.sending.answerDays * DAY_MS);
    return this.units.run({ ...system }, async () => {
      const removed = await this.database.query<{ spool_name: string | null }>(
        'delete from reporting.api_submission where begun_at < $1 returning spool_name',
        [before],
      );
      const left = removed.flatMap(({ spool_name }) => spool_name ?? []);
      this.database.afterCommit(() => Promise.all(left.map((name) => this.files.deleteUpload(name))));
      return removed.length;
    });
  }
}
