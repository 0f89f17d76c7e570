import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Proposal } from '@tallgrunn/formats';
import { Database, programPath, ReadInSubprocess, UnitOfWork, type SpooledFile } from '@tallgrunn/platform';
import { ListImportProfiles } from './list-import-profiles.ts';
import type { ProposalRequest } from './propose-import-profiles.program.ts';

/** Returns the profiles that match a ledger's headings, best first. The file is read and then deleted. */
@Injectable()
export class ProposeImportProfiles {
  constructor(
    private readonly profiles: ListImportProfiles,
    private readonly reader: ReadInSubprocess,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  async run(file: SpooledFile): Promise<Omit<Proposal, 'candidate'>[]> {
    try {
      const profileRows = await this.units.run({ ...this.database.actor() }, () => this.profiles.run()); // own transaction, so that none is open while the file is read
      const request: ProposalRequest = {
        path: file.path,
        name: file.name,
        candidates: profileRows.map(({ profile }) => profile),
      };
      return await this.reader.one<Omit<Proposal, 'candidate'>[]>({
        program: programPath(import.meta.url, 'propose-import-profiles.program'),
        request,
        sizeBytes: file.sizeBytes,
      });
    } finally {
      await rm(file.path, { force: true });
    }
  }
}
