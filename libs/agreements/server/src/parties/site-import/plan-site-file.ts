import { Injectable } from '@nestjs/common';
import { notFound, openFile, Problem, type SpooledFile } from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { rm } from 'node:fs/promises';
import { LoadExistingSites } from './load-existing-sites.ts';
import { planRows, type SiteFilePlan } from './plan-rows.ts';
import { readSiteFile } from './read-site-file.ts';

/** Reads a list of sites and customer numbers and plans its import. Nothing is stored, not even the file. */
@Injectable()
export class PlanSiteFile {
  constructor(private readonly known: LoadExistingSites) {}

  async run(partyId: string, spooled: SpooledFile): Promise<SiteFilePlan> {
    const file = await openFile(spooled.path);
    try {
      const known = await this.known.run();
      const party = known.parties.find(({ id }) => id === partyId);
      if (!party) throw notFound('party');
      return planRows(
        await readSiteFile(await openTable(file, spooled.name, { limits: limits.assortment })),
        known,
        party,
      );
    } catch (error) {
      if (error instanceof ReadProblem) throw new Problem(422, error.code, error.params);
      throw error;
    } finally {
      await file.close();
      await rm(spooled.path, { force: true });
    }
  }
}
