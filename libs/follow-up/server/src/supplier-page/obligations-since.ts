import type { ListObligations, ObligationView } from '@tallgrunn/reporting-server';

const PAGES_MAX = 20;

/** Returns obligations of a supplier, latest due date first, until those due before `from`. */
export async function obligationsSince(
  obligations: ListObligations,
  filter: { readonly supplierId: string; readonly agreementId?: string },
  from: string,
): Promise<ObligationView[]> {
  const list: ObligationView[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const after = list.at(-1)?.id;
    const next = await obligations.run({ ...filter, ...(after && { after }) });
    list.push(...next);
    if (next.length === 0 || (next.at(-1)?.dueOn ?? from) < from) break;
  }
  return list;
}
