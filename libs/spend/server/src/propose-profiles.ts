import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Proposal } from '@tallgrunn/formats';
import { Database, programBeside, ReadApart, UnitOfWork, type SpooledFile } from '@tallgrunn/platform';
import { ListProfiles } from './list-profiles.ts';
import type { ProposalRequest } from './propose-apart.ts';

/** Returns the profiles that match a ledger's headings, best first. The file is read and then deleted. */
@Injectable()
export class ProposeProfiles {
  constructor(
    private readonly profiles: ListProfiles,
    private readonly reader: ReadApart,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  async run(file: SpooledFile): Promise<Omit<Proposal, 'candidate'>[]> {
    try {
      const known = await this.units.run({ ...this.database.actor() }, () => this.profiles.run()); // own transaction, so that none is open while the file is read
      const request: ProposalRequest = {
        path: file.path,
        name: file.name,
        candidates: known.map(({ profile }) => profile),
      };
      return await this.reader.one<Omit<Proposal, 'candidate'>[]>({
        program: programBeside(import.meta.url, 'propose-apart'),
        request,
        sizeBytes: file.sizeBytes,
      });
    } finally {
      await rm(file.path, { force: true });
    }
  }
}
