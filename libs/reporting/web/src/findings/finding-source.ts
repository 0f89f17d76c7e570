import type { Finding } from '@tallgrunn/checks';
import type { GroupName } from '../checking/check-messages.ts';

/** Source of the findings of a group, a hundred at a time: the worker or the server. */
export abstract class FindingSource {
  /**
   * @param from number of findings already fetched
   * @param last number of the last fetched finding, when findings are numbered
   */
  abstract findings(
    group: GroupName,
    from: number,
    last: number,
  ): Promise<readonly (Finding & { readonly no?: number })[]>;
}
