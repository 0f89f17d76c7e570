/** An invoice of a seller to a buyer that no posting names: amounts in øre, and its issue day as a day number. */
export interface OpenInvoice {
  readonly day: number;
  readonly net: number;
  readonly gross: number | null;
  /** Normalised invoice number. */
  readonly number?: string | null;
}

/** Postings of a voucher that name no imported invoice. */
export interface OpenVoucher {
  readonly day: number;
  readonly ore: number;
  /** Tolerance for rounding between its sum and an invoice's, in øre. */
  readonly room: number;
  /** The invoice number on its postings, if all state the same one. */
  readonly number?: string | null;
}

export interface AmountMatch<I, V> {
  readonly invoice: I;
  readonly voucher: V;
  readonly basis: 'net' | 'gross';
}

interface Edge {
  readonly invoice: number;
  readonly voucher: number;
  readonly basis: 'net' | 'gross';
  readonly isExact: boolean;
}

/**
 * Range of days from invoice to posting. A ledger's own range is learned when enough invoices have exactly one
 * candidate.
 */
const LAG = { from: -2, to: 100 } as const;
const USUAL_LAG = { from: -2, to: 60 } as const;
const LAGS_TO_LEARN = 5;
/** Maximum number of combinations. With more, nothing is matched. */
const COMBINATIONS_MAX = 1_000_000;

/**
 * Matches invoices to vouchers of the same seller and buyer by amount, excl. or incl. VAT, and by days.
 * An invoice with one candidate is matched to it. Several invoices of equal amount are matched in chronological order,
 * closest to the usual delay: the choice among them changes no total. Equally probable candidates are left unmatched.
 */
export function matchVouchersByAmount<I extends OpenInvoice, V extends OpenVoucher>(
  invoices: readonly I[],
  vouchers: readonly V[],
): AmountMatch<I, V>[] {
  const all = findCandidates(invoices, vouchers);
  const lagOf = ({ invoice, voucher }: Edge) => (vouchers[voucher]?.day ?? 0) - (invoices[invoice]?.day ?? 0);
  const certain = groupCompeting(all)
    .filter(({ edges }) => edges.length === 1)
    .flatMap(({ edges }) => edges);
  const usual = lagRange(certain.map(lagOf));
  const taken = new Set(certain);
  const uncertain = all.filter((edge) => !taken.has(edge) && lagOf(edge) >= usual.from && lagOf(edge) <= usual.to);
  const resolved = groupCompeting(uncertain).flatMap((component) =>
    component.edges.length === 1
      ? component.edges
      : matchInOrder(component, invoices, vouchers, (edge) => Math.abs(lagOf(edge) - usual.middle)),
  );
  return [...certain, ...resolved].map(({ invoice, voucher, basis }) => ({
    invoice: invoices[invoice] as I,
    voucher: vouchers[voucher] as V,
    basis,
  }));
}

/** Returns whether a voucher names another invoice: a different number with the same pattern of digits and letters. */
const namesDifferentInvoice = (voucher: OpenVoucher, invoice: OpenInvoice): boolean =>
  voucher.number != null && invoice.number != null && shapeOf(voucher.number) === shapeOf(invoice.number);
const shapeOf = (number: string): string => number.replaceAll(/\p{N}/gu, '9');

/**
 * Returns all candidate pairs by amount and days. If an invoice or voucher has a candidate to the øre, only exact ones
 * remain.
 */
function findCandidates(invoices: readonly OpenInvoice[], vouchers: readonly OpenVoucher[]): Edge[] {
  const order = vouchers.map((_, at) => at).toSorted((a, b) => (vouchers[a]?.ore ?? 0) - (vouchers[b]?.ore ?? 0));
  const room = vouchers.reduce((most, voucher) => Math.max(most, voucher.room), 0);
  const edges = invoices.flatMap((invoice, at) =>
    (['net', 'gross'] as const).flatMap((basis): Edge[] => {
      const total = invoice[basis];
      if (total === null || (basis === 'gross' && total === invoice.net)) return [];
      const found: Edge[] = [];
      for (let place = firstFrom(order, vouchers, total - room); place < order.length; place += 1) {
        const voucher = order[place] ?? 0;
        const { ore, day, room: own } = vouchers[voucher] as OpenVoucher;
        if (ore > total + room) break;
        if (
          Math.abs(ore - total) <= own &&
          day >= invoice.day + LAG.from &&
          day <= invoice.day + LAG.to &&
          !namesDifferentInvoice(vouchers[voucher] as OpenVoucher, invoice)
        )
          found.push({ invoice: at, voucher, basis, isExact: ore === total });
      }
      return found;
    }),
  );
  const exact = edges.filter(({ isExact }) => isExact);
  const [invoicesExact, vouchersExact] = [
    new Set(exact.map(({ invoice }) => invoice)),
    new Set(exact.map(({ voucher }) => voucher)),
  ];
  return edges.filter(
    ({ isExact, invoice, voucher }) => isExact || (!invoicesExact.has(invoice) && !vouchersExact.has(voucher)),
  );
}

/** Returns the index of the first voucher, ordered by amount, with at least the given øre. */
function firstFrom(order: readonly number[], vouchers: readonly OpenVoucher[], ore: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vouchers[order[middle] ?? 0]?.ore ?? 0) < ore) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Component {
  readonly edges: readonly Edge[];
}

/** Groups candidate pairs that compete with each other, directly or through others. */
function groupCompeting(edges: readonly Edge[]): Component[] {
  const root = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    root.set(name, at);
    return at;
  };
  for (const { invoice, voucher } of edges) root.set(find(`i${invoice}`), find(`v${voucher}`));
  return [...Map.groupBy(edges, ({ invoice }) => find(`i${invoice}`)).values()].map((own) => ({ edges: own }));
}

function lagRange(lags: readonly number[]): { readonly from: number; readonly to: number; readonly middle: number } {
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  if (sorted.length < LAGS_TO_LEARN) return { ...USUAL_LAG, middle: sorted.length > 0 ? at(0.5) : 14 };
  return { from: Math.max(LAG.from, at(0.02) - 3), to: Math.min(LAG.to, at(0.98) + 3), middle: at(0.5) };
}

/**
 * Matches invoices of equal amount to vouchers in chronological order, with the lowest total distance. Empty when
 * amounts differ.
 */
function matchInOrder(
  { edges }: Component,
  invoices: readonly OpenInvoice[],
  vouchers: readonly OpenVoucher[],
  cost: (edge: Edge) => number,
): Edge[] {
  const rows = [...new Set(edges.map(({ invoice }) => invoice))].toSorted(
    (a, b) => (invoices[a]?.day ?? 0) - (invoices[b]?.day ?? 0) || a - b,
  );
  const columns = [...new Set(edges.map(({ voucher }) => voucher))].toSorted(
    (a, b) => (vouchers[a]?.day ?? 0) - (vouchers[b]?.day ?? 0) || a - b,
  );
  const sameAmount =
    rows.every((row) => invoices[row]?.net === invoices[rows[0] ?? 0]?.net) &&
    new Set(edges.map(({ basis }) => basis)).size === 1;
  if (!sameAmount || rows.length * columns.length > COMBINATIONS_MAX) return [];
  const edgeAt = new Map(edges.map((edge) => [`${edge.invoice} ${edge.voucher}`, edge]));
  // best[r][c]: the highest number of pairs, and among those the lowest distance, of the first r invoices and c
  // vouchers
  const best: { pairs: number; cost: number }[][] = [
    Array.from({ length: columns.length + 1 }, () => ({ pairs: 0, cost: 0 })),
  ];
  const better = (a: { pairs: number; cost: number }, b: { pairs: number; cost: number }) =>
    a.pairs !== b.pairs ? a.pairs > b.pairs : a.cost < b.cost;
  const through = (r: number, c: number) => {
    const edge = edgeAt.get(`${rows[r - 1]} ${columns[c - 1]}`);
    const before = best[r - 1]?.[c - 1];
    return edge && before ? { edge, pairs: before.pairs + 1, cost: before.cost + cost(edge) } : null;
  };
  for (let r = 1; r <= rows.length; r += 1) {
    const line = [{ pairs: 0, cost: 0 }];
    best.push(line);
    for (let c = 1; c <= columns.length; c += 1) {
      let most = best[r - 1]?.[c] ?? { pairs: 0, cost: 0 };
      const left = line[c - 1] ?? { pairs: 0, cost: 0 };
      if (better(left, most)) most = left;
      const withPair = through(r, c);
      if (withPair && better(withPair, most)) most = { pairs: withPair.pairs, cost: withPair.cost };
      line.push(most);
    }
  }
  const chosen: Edge[] = [];
  for (let [r, c] = [rows.length, columns.length]; r > 0 && c > 0;) {
    const here = best[r]?.[c];
    const same = (other: { pairs: number; cost: number } | undefined) =>
      other?.pairs === here?.pairs && other?.cost === here?.cost;
    const withPair = through(r, c);
    if (withPair && same(withPair) && !same(best[r - 1]?.[c]) && !same(best[r]?.[c - 1])) {
      chosen.push(withPair.edge);
      [r, c] = [r - 1, c - 1];
    } else if (same(best[r - 1]?.[c])) r -= 1;
    else c -= 1;
  }
  return chosen;
}
