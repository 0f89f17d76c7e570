import { Injectable } from '@nestjs/common';
import { diffTerms, describeChange } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import { ShowTerms } from './show-terms.ts';
import type { TermsChangeDto } from './terms.dto.ts';

export interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly report?: string;
  readonly language: Language;
}

/** Compares two versions of the terms for one report and describes each change. */
@Injectable()
export class CompareTerms {
  constructor(private readonly show: ShowTerms) {}

  async run(agreementId: string, { from, to, report, language }: Comparison): Promise<TermsChangeDto[]> {
    const [before, after] = [
      await this.show.run(agreementId, from, report),
      await this.show.run(agreementId, to, report),
    ];
    return diffTerms(before, after).map((change) => ({
      path: change.path,
      kind: change.kind,
      before: change.before ?? null,
      after: change.after ?? null,
      ...describeChange(change, before, after, language),
    }));
  }
}
