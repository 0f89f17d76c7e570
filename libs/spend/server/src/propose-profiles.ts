import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { proposeProfile, type Proposal } from '@tallgrunn/formats';
import { openFile, Problem, type SpooledFile } from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { ListProfiles } from './list-profiles.ts';

/** Which profiles fit a ledger's headings, best first. The file is looked at and not kept. */
@Injectable()
export class ProposeProfiles {
  constructor(private readonly profiles: ListProfiles) {}

  async run(spooled: SpooledFile): Promise<Proposal[]> {
    const file = await openFile(spooled.path);
    try {
      const known = await this.profiles.run();
      return await proposeProfile(await openTable(file, spooled.name, { limits: limits.spend }), known.map(({ profile }) => profile));
    } catch (error) {
      if (error instanceof ReadProblem) throw new Problem(422, error.code, error.params);
      throw error;
    } finally {
      await file.close();
      await rm(spooled.path, { force: true });
    }
  }
}
