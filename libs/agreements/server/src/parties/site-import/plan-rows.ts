import { OrgNumber } from '@tallgrunn/values';
import { readDay } from '../../register/agreement-import/read-values.ts';
import type { BuyerSite } from '../site-row.ts';
import {
  findParty,
  siteKey,
  type ExistingCustomerNumber,
  type ExistingSites,
  type PartyName,
  type PlannedSite,
} from './existing-sites.ts';
import { cellText, type SiteFileContent, type SiteFileRow } from './read-site-file.ts';
import type { SiteField } from './site-fields.ts';

/**
 * A finding about a cell: its location, the value found and the value expected. A row with a blocking one is excluded.
 */
export interface SiteFinding {
  readonly code: string;
  readonly blocks: boolean;
  readonly sheet: string;
  readonly row: number;
  /** 1-based; null when it concerns no single column. */
  readonly column: number | null;
  readonly found: string | null;
  readonly expected: string | null;
}

export interface PlannedRow {
  readonly row: number;
  readonly state: 'new' | 'changed' | 'same' | 'left-out';
  readonly buyer: string;
  readonly unit: string;
  readonly supplier: string;
  readonly number: string;
  readonly remarks: readonly SiteFinding[];
}

export interface SiteFilePlan {
  readonly rows: readonly PlannedRow[];
  /** Sites that are new or changed. */
  readonly units: readonly PlannedSite[];
  readonly numbers: readonly ExistingCustomerNumber[];
  /** Ids of the existing sites, by their key. */
  readonly known: ReadonlyMap<string, string>;
}

const lostPrecision = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/**
 * Plans the import of a list of sites, row by row.
 * @param party the buyer of the sites, or supplier of the customer numbers, when a row names none
 */
export function planRows({ columns, rows }: SiteFileContent, known: ExistingSites, party: PartyName): SiteFilePlan {
  const ids = new Map([...known.units.values()].flatMap(({ key, id }) => (id === null ? [] : [[key, id] as const])));
  const planner = new RowPlanner(columns, known, party);
  const taken = rows.map((row) => [planner.planRow(row), row] as const);
  const planned = taken.map(([first, row]) => planner.setParent(first, row));
  return {
    rows: planned,
    units: [...known.units.values()].filter((unit) => differs(unit, ids)),
    numbers: planner.numbers,
    known: ids,
  };
}

function differs({ id, before, next, parent }: PlannedSite, ids: ReadonlyMap<string, string>): boolean {
  const parentId = parent === null ? null : (ids.get(parent) ?? parent);
  return id === null || JSON.stringify(before) !== JSON.stringify(next) || parentId !== (before?.parentId ?? null);
}

class RowPlanner {
  readonly numbers: ExistingCustomerNumber[] = [];
  readonly #columns: SiteFileContent['columns'];
  readonly #existing: ExistingSites;
  readonly #party: PartyName;
  #remarks: SiteFinding[] = [];

  constructor(columns: SiteFileContent['columns'], known: ExistingSites, party: PartyName) {
    this.#columns = columns;
    this.#existing = known;
    this.#party = party;
  }

  planRow(row: SiteFileRow): PlannedRow {
    this.#remarks = [];
    const buyer = this.#partyOf(row, 'buyer');
    const number = cellText(row, 'customerNumber').replace(/^(\d+)[.,]0+$/, '$1');
    const supplier = number === '' ? null : this.#partyOf(row, 'supplier');
    const name = cellText(row, 'unit');
    if (name === '' && number === '') this.#report(row, null, 'row-says-nothing');
    if (lostPrecision.test(number)) this.#report(row, 'customerNumber', 'customer-number-lost-precision', number);
    const unit = buyer && name !== '' ? this.#unitOf(row, buyer, name) : null;
    const candidate =
      buyer && supplier
        ? this.#numberOf(row, {
            supplierId: supplier.id,
            number,
            buyerId: buyer.id,
            unit: unit?.key ?? null,
            fromOn: unit?.next.fromOn ?? null,
            untilOn: unit?.next.untilOn ?? null,
          })
        : null;
    const out = this.#remarks.some(({ blocks }) => blocks);
    const before = unit ? this.#existing.units.get(unit.key) : undefined;
    if (!out && unit) this.#existing.units.set(unit.key, unit);
    if (!out && candidate) {
      this.numbers.push(candidate);
      this.#existing.numbers.push(candidate);
    }
    return {
      row: row.row,
      state: out ? 'left-out' : stateOf(before, unit, candidate),
      buyer: buyer?.name ?? cellText(row, 'buyer'),
      unit: unit?.next.name ?? name,
      supplier: supplier?.name ?? cellText(row, 'supplier'),
      number,
      remarks: this.#remarks,
    };
  }

  /** Sets the parent of a row's site; runs after all rows are read, because a parent may occur further down. */
  setParent(planned: PlannedRow, row: SiteFileRow): PlannedRow {
    const parent = cellText(row, 'parent');
    const buyer = this.#named(row, 'buyer');
    if (!buyer || parent === '' || planned.state === 'left-out') return planned;
    const key = siteKey(buyer.id, planned.unit);
    const above = siteKey(buyer.id, parent);
    const unit = this.#existing.units.get(key);
    this.#remarks = [...planned.remarks];
    if (!this.#existing.units.has(above)) this.#report(row, 'parent', 'parent-unknown', parent, null, false);
    else if (this.#isExisting(above, key)) this.#report(row, 'parent', 'unit-above-itself', parent, null, false);
    else if (unit && unit.parent !== above) {
      this.#existing.units.set(key, { ...unit, parent: above });
      return { ...planned, state: planned.state === 'same' ? 'changed' : planned.state };
    }
    return { ...planned, remarks: this.#remarks };
  }

  /** Returns whether `key` is `above` or one of its ancestors. */
  #isExisting(above: string, key: string): boolean {
    for (let at: string | null = above, steps = 0; at !== null && steps < 100; steps += 1) {
      if (at === key) return true;
      at = this.#existing.units.get(at)?.parent ?? null;
    }
    return false;
  }

  #partyOf(row: SiteFileRow, kind: PartyName['kind']): PartyName | null {
    const text = cellText(row, kind);
    const party = this.#named(row, kind);
    if (!party) this.#report(row, kind, text === '' ? `${kind}-missing` : `${kind}-unknown`, text === '' ? null : text);
    return party;
  }

  #named(row: SiteFileRow, kind: PartyName['kind']): PartyName | null {
    const text = cellText(row, kind);
    if (text !== '') return findParty(this.#existing.parties, kind, text);
    return this.#party.kind === kind ? this.#party : null;
  }

  #unitOf(row: SiteFileRow, buyer: PartyName, name: string): PlannedSite {
    const orgNumber = this.#orgNumber(row, buyer);
    const byNumber = orgNumber
      ? [...this.#existing.units.values()].find(({ next }) => next.orgNumber === orgNumber)
      : undefined;
    const key = byNumber?.buyerId === buyer.id ? byNumber.key : siteKey(buyer.id, name);
    const known = this.#existing.units.get(key);
    if (byNumber && byNumber.buyerId !== buyer.id)
      this.#report(row, 'orgNumber', 'org-number-of-unit', orgNumber, byNumber.next.name);
    if (known?.next.orgNumber && orgNumber && known.next.orgNumber !== orgNumber)
      this.#report(row, 'orgNumber', 'org-number-differs', orgNumber, known.next.orgNumber);
    if (known && key !== siteKey(buyer.id, name))
      this.#report(row, 'unit', 'known-by-number', name, known.next.name, false);
    return {
      key,
      buyerId: buyer.id,
      id: known?.id ?? null,
      before: known?.before ?? null,
      parent: known?.parent ?? null,
      next: this.#planned(row, known?.next ?? null, { name, orgNumber }),
    };
  }

  /** Merges a row into the existing site; a different name is added as a delivery name. */
  #planned(
    row: SiteFileRow,
    known: BuyerSite | null,
    { name, orgNumber }: { name: string; orgNumber: string | null },
  ): BuyerSite {
    const names = cellText(row, 'deliveryNames')
      .split(/[;|\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const alias = known && siteKey('', known.name) !== siteKey('', name) ? [name] : [];
    return {
      parentId: known?.parentId ?? null,
      kind: /avd|depart|tjeneste/i.test(cellText(row, 'kind')) ? 'department' : (known?.kind ?? 'site'),
      name: known?.name ?? name,
      orgNumber: orgNumber ?? known?.orgNumber ?? null,
      costCentre: cellText(row, 'costCentre').replace(/[.,]0+$/, '') || (known?.costCentre ?? null),
      deliveryNames: [...new Set([...(known?.deliveryNames ?? []), ...alias, ...names])],
      fromOn: this.#day(row, 'fromOn') ?? known?.fromOn ?? null,
      untilOn: this.#day(row, 'untilOn') ?? known?.untilOn ?? null,
    };
  }

  #orgNumber(row: SiteFileRow, buyer: PartyName): string | null {
    const text = cellText(row, 'orgNumber');
    if (text === '') return null;
    const reading = OrgNumber.parse(text, { testNumbers: this.#existing.testNumbers });
    if (!reading.ok) this.#report(row, 'orgNumber', `org-number-${reading.problem}`, text);
    const main = this.#existing.parties.find(({ orgNumber }) => orgNumber !== null && orgNumber === reading.value);
    if (main)
      this.#report(row, 'orgNumber', 'org-number-of-organisation', text, main.id === buyer.id ? buyer.name : main.name);
    return reading.ok && !main ? reading.value : null;
  }

  #day(row: SiteFileRow, field: 'fromOn' | 'untilOn'): string | null {
    const cell = row.cells[field];
    if (!cell) return null;
    const reading = readDay(cell);
    if ('value' in reading) return reading.value;
    this.#report(row, field, 'day-unclear', cell.text, reading.maybe.join(', ') || null);
    return null;
  }

  /**
   * Returns the customer number of a row; null when it exists already. On one day a number belongs to one customer; a
   * conflict is reported as a finding.
   */
  #numberOf(row: SiteFileRow, candidate: ExistingCustomerNumber): ExistingCustomerNumber | null {
    const existing = this.#existing.numbers.find(
      (each) =>
        each.supplierId === candidate.supplierId && each.number === candidate.number && overlaps(each, candidate),
    );
    if (existing && existing.buyerId === candidate.buyerId && existing.unit === candidate.unit) return null;
    if (existing) this.#report(row, 'customerNumber', 'customer-number-held', candidate.number, this.#holder(existing));
    return candidate;
  }

  #holder({ buyerId, unit }: ExistingCustomerNumber): string {
    const buyer = this.#existing.parties.find(({ id }) => id === buyerId)?.name ?? '';
    const place = unit && this.#existing.units.get(unit)?.next.name;
    return place ? `${buyer}, ${place}` : buyer;
  }

  #report(
    { sheet, row }: SiteFileRow,
    field: SiteField | null,
    code: string,
    found: string | null = null,
    expected: string | null = null,
    blocks = true,
  ): void {
    const column = field === null ? undefined : this.#columns[field];
    this.#remarks.push({ code, blocks, sheet, row, column: column === undefined ? null : column + 1, found, expected });
  }
}

type Span = { readonly fromOn: string | null; readonly untilOn: string | null };
const overlaps = (one: Span, other: Span): boolean =>
  (one.fromOn ?? '') <= (other.untilOn ?? '9999') && (other.fromOn ?? '') <= (one.untilOn ?? '9999');

function stateOf(
  before: PlannedSite | undefined,
  unit: PlannedSite | null,
  candidate: ExistingCustomerNumber | null,
): PlannedRow['state'] {
  if (unit && !before) return 'new';
  if (unit && JSON.stringify(before?.next) !== JSON.stringify(unit.next)) return 'changed';
  return candidate ? 'new' : 'same';
}
