/** One supplier's purchases within a measure, before and after: amounts in NOK, emissions in kg CO2e. */
export interface SupplierData {
  readonly supplierId: string | null;
  readonly name: string | null;
  /** The goods of the measure, and the part of them with a known mass. */
  readonly goodsBefore: number;
  readonly goodsAfter: number;
  readonly massKnownBefore: number;
  readonly massKnownAfter: number;
  readonly kgBefore: number;
  readonly kgAfter: number;
  /** All purchases from the supplier, and the part of them known by item or quantity. */
  readonly bookedBefore: number;
  readonly bookedAfter: number;
  readonly knownBefore: number;
  readonly knownAfter: number;
}

/** Change of the known share of a supplier's purchases beyond which a change of its quantities may be one of data. */
const KNOWN_SHARE_CHANGE_MAX = 0.1;
/** Least known share of purchases from a supplier that sold in one of the periods only. */
const KNOWN_SHARE_MIN = 0.5;
/** Least share of the goods' spend with a known mass, in either period. */
export const MASS_KNOWN_MIN = 0.5;

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const total = (rows: readonly SupplierData[], of: (row: SupplierData) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** What the data of two periods allow a measure to be calculated from. */
export interface SupplierAssessment {
  /** Suppliers with purchases known alike in both periods. */
  readonly included: readonly SupplierData[];
  /** Suppliers of which more or less is known than before; their change counts as data. */
  readonly excluded: readonly SupplierData[];
  /** Share of the goods' spend with a known mass. */
  readonly massKnownBefore: number;
  readonly massKnownAfter: number;
  /** How much the mix may have changed only because more or less is known, 0 to 1. */
  readonly shareError: number;
}

/**
 * Returns whether a supplier's quantities may differ because of data: a missing report, or another form of it. Of
 * sellers that are no suppliers of the cooperative this cannot be tested.
 */
function isKnownDifferently({ supplierId, bookedBefore, bookedAfter, knownBefore, knownAfter }: SupplierData): boolean {
  if (supplierId === null) return true;
  if (bookedBefore > 0 && bookedAfter > 0)
    return Math.abs(share(knownBefore, bookedBefore) - share(knownAfter, bookedAfter)) > KNOWN_SHARE_CHANGE_MAX;
  return share(knownBefore + knownAfter, Math.max(0, bookedBefore) + Math.max(0, bookedAfter)) < KNOWN_SHARE_MIN;
}

/** Separates suppliers whose data can be compared from those whose data changed. */
export function assessSuppliers(rows: readonly SupplierData[]): SupplierAssessment {
  const [excluded, included] = [rows.filter(isKnownDifferently), rows.filter((row) => !isKnownDifferently(row))];
  const of = (part: (row: SupplierData) => number, whole: (row: SupplierData) => number) =>
    share(total(included, part), total(included, whole));
  const massKnownBefore = of(
    (row) => row.massKnownBefore,
    (row) => row.goodsBefore,
  );
  const massKnownAfter = of(
    (row) => row.massKnownAfter,
    (row) => row.goodsAfter,
  );
  const knownShares = [
    of(
      (row) => row.knownBefore,
      (row) => row.bookedBefore,
    ),
    of(
      (row) => row.knownAfter,
      (row) => row.bookedAfter,
    ),
  ] as const;
  return {
    included,
    excluded,
    massKnownBefore,
    massKnownAfter,
    shareError: Math.abs(knownShares[1] - knownShares[0]) + Math.abs(massKnownAfter - massKnownBefore),
  };
}
