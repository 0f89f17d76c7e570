import { Service } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { reportVersionsAnnotatedRows, reportVersionsListFindings } from '@tallgrunn/api-client/calls';
import type { Finding, Patch } from '@tallgrunn/checks';
import type { GroupName } from '../checking/check-messages.ts';
import type { Language } from '@tallgrunn/values';
import { distinctPatches } from '../checking/distinct-patches.ts';

const pageSize = 100;
const pagesMax = 100;

/** A finding with its number in the version, used as cursor for the next page. */
export type NumberedFinding = Finding & { readonly no: number };

/** The findings of a version, read from the server. */
@Service({ autoProvided: false })
export class ServerFindings {
  readonly #send = sender();
  versionId = '';

  async findings({ code, cause, severity }: GroupName, after: number): Promise<readonly NumberedFinding[]> {
    const wanted = { versionId: this.versionId, code, cause, after, limit: pageSize };
    const page = await this.#send(reportVersionsListFindings, {
      ...wanted,
      severity: severity as NumberedFinding['severity'],
    });
    return page.findings as unknown as NumberedFinding[];
  }

  /** Returns the changes that resolve a group, from at most the first ten thousand findings. */
  async patches(group: GroupName): Promise<readonly Patch[]> {
    const patches: Patch[] = [];
    let after = 0;
    for (let page = 0; page < pagesMax; page += 1) {
      const findings = await this.findings(group, after);
      patches.push(...findings.flatMap(({ fix }) => fix?.patches ?? []));
      after = findings.at(-1)?.no ?? 0;
      if (findings.length < pageSize) break;
    }
    return distinctPatches(patches);
  }

  /** Returns the file with its findings, written by the server. */
  annotated(language: Language): Promise<Blob> {
    return this.#send(reportVersionsAnnotatedRows, { versionId: this.versionId, language });
  }
}
