import type { Finding } from '@tallgrunn/checks';
import type { GroupName } from '../checking/check-messages.ts';

/** Where the findings of a group are fetched from, a hundred at a time: the worker, or the server. */
export abstract class FindingSource {
  /** `from` counts those fetched before, `last` is the number of the last of them where findings are numbered. */
  abstract findings(
    group: GroupName,
    from: number,
    last: number,
  ): Promise<readonly (Finding & { readonly no?: number })[]>;
}
