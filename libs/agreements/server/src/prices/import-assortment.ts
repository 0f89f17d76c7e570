import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts, FileStore, notFound, openFile, Problem, type SpooledFile } from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { addDays, uuidv7 } from '@tallgrunn/values';
import { readAssortment, type AssortmentFinding, type AssortmentLine, type AssortmentReading } from './read-assortment.ts';

export interface AssortmentReceived {
  readonly priceVersionId: string;
  readonly number: number;
  readonly items: number;
  readonly remarks: readonly AssortmentFinding[];
}

const ROWS_AT_ONCE = 1000;

/** Reads a supplier's price list into the next numbered price version. A list with anything wrong in it is refused whole, and all that is wrong is said. */
@Injectable()
export class ImportAssortment {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, supplierId: string, file: SpooledFile): Promise<AssortmentReceived> {
    const agreement = await this.database.one<{ starts_on: string }>(
      `select a.starts_on from agreements.agreement a where a.id = $1
       and exists (select 1 from agreements.agreement_supplier s where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id and s.supplier_id = $2) for update of a`,
      [agreementId, supplierId],
    );
    if (!agreement) throw notFound('agreement');
    const { lines, findings, remarks } = await this.#read(file);
    const lots = await this.database.query<{ id: string; key: string }>('select id, key from agreements.lot where agreement_id = $1', [agreementId]);
    const known = new Map(lots.map(({ key, id }) => [key.toLowerCase(), id]));
    refuse([...findings, ...lotFindings(lines, known), ...overlaps(lines)], file.name);
    const version = await this.#publish(agreementId, supplierId, file, lines.length);
    const items = await this.#items(agreementId, supplierId, lines);
    await this.#store(version.id, supplierId, agreement.starts_on, endOpenPrices(lines), items, known);
    await this.files.keep(file);
    await this.audit.record({ act: 'prices.published', subject: { kind: 'price-version', id: version.id }, details: { agreementId, supplierId, number: version.number, lines: lines.length } });
    await this.facts.announce({ name: 'agreements.prices-published', subjectId: version.id, payload: { agreementId, supplierId, number: version.number } });
    return { priceVersionId: version.id, number: version.number, items: items.size, remarks };
  }

  async #read(file: SpooledFile): Promise<AssortmentReading> {
    const source = await openFile(file.path);
    try {
      return await readAssortment(await openTable(source, file.name));
    } catch (error) {
      if (error instanceof ReadProblem) throw new Problem(422, 'assortment-refused', { name: file.name }, [{ code: error.code, params: { ...error.params } }]);
      throw error;
    } finally {
      await source.close();
    }
  }

  async #publish(agreementId: string, supplierId: string, file: SpooledFile, lines: number): Promise<{ id: string; number: number }> {
    const id = uuidv7(this.clock.now());
    const row = await this.database.one<{ number: number }>(
      `insert into agreements.price_version (id, agreement_id, supplier_id, number, file_name, file_sha256, item_count, published_at)
       select $1, $2, $3, coalesce(max(v.number), 0) + 1, $4, $5, $6, $7
       from agreements.price_version v where v.agreement_id = $2 and v.supplier_id = $3
       returning number`,
      [id, agreementId, supplierId, file.name, file.sha256, lines, this.clock.now()],
    );
    return { id, number: row?.number ?? 1 };
  }

  /** Ids by item number; an item that was there before keeps its id. */
  async #items(agreementId: string, supplierId: string, lines: readonly AssortmentLine[]): Promise<Map<string, string>> {
    const numbers = [...new Set(lines.map((line) => line.number))];
    for (let at = 0; at < numbers.length; at += ROWS_AT_ONCE) {
      const some = numbers.slice(at, at + ROWS_AT_ONCE);
      await this.database.query(
        `insert into agreements.item (id, agreement_id, supplier_id, number)
         select u.id, $1, $2, u.number from unnest($3::uuid[], $4::text[]) as u (id, number)
         on conflict (cooperative_id, agreement_id, supplier_id, number) do nothing`,
        [agreementId, supplierId, some.map(() => uuidv7(this.clock.now())), some],
      );
    }
    const rows = await this.database.query<{ id: string; number: string }>('select id, number from agreements.item where agreement_id = $1 and supplier_id = $2 and number = any ($3)', [agreementId, supplierId, numbers]);
    return new Map(rows.map(({ number, id }) => [number, id]));
  }

  async #store(versionId: string, supplierId: string, startsOn: string, lines: readonly AssortmentLine[], items: ReadonlyMap<string, string>, lots: ReadonlyMap<string, string>): Promise<void> {
    for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
      const rows = lines.slice(at, at + ROWS_AT_ONCE).map((line, index) => ({
        ...line,
        line_no: at + index + 1,
        item_id: items.get(line.number),
        lot_id: line.lot === null ? null : (lots.get(line.lot.toLowerCase()) ?? null),
        currency: line.currency?.toUpperCase() ?? 'NOK',
        validFrom: line.validFrom ?? startsOn,
      }));
      await this.database.query(
        `insert into agreements.price_line (price_version_id, supplier_id, line_no, item_id, lot_id, gtin, name, category, former_number, unit,
           content_quantity, content_unit, pack_quantity, pack_unit, net_weight_kg, price, currency, valid_from, valid_to)
         select $1, $2, r.line_no, r.item_id, r.lot_id, r.gtin, r.name, r.category, r."formerNumber", r.unit,
           r."contentQuantity", r."contentUnit", r."packQuantity", r."packUnit", r."netWeightKg", r.price, r.currency, r."validFrom", r."validTo"
         from jsonb_to_recordset($3::jsonb) as r (line_no int, item_id uuid, lot_id uuid, gtin text, name text, category text, "formerNumber" text, unit text,
           "contentQuantity" numeric, "contentUnit" text, "packQuantity" numeric, "packUnit" text, "netWeightKg" numeric, price numeric, currency text, "validFrom" date, "validTo" date)`,
        [versionId, supplierId, JSON.stringify(rows)],
      );
    }
  }
}

function refuse(findings: readonly AssortmentFinding[], name: string): void {
  if (findings.length === 0) return;
  throw new Problem(422, 'assortment-refused', { name, count: findings.length }, findings.map(({ code, ...params }) => ({ code, path: params.row === null ? undefined : `row ${params.row}`, params })));
}

function lotFindings(lines: readonly AssortmentLine[], lots: ReadonlyMap<string, string>): AssortmentFinding[] {
  const strangers = lines.filter(({ lot }) => lot !== null && !lots.has(lot.toLowerCase()));
  return strangers.map(({ row, lot }) => ({ code: 'lot-unknown', row, column: 'lot', found: lot, expected: [...lots.keys()].join(', ') }));
}

/** An item may stand several times, each with a price of its own time; two prices for one day are one too many. */
function overlaps(lines: readonly AssortmentLine[]): AssortmentFinding[] {
  const byNumber = Map.groupBy(lines, (line) => line.number);
  return [...byNumber.values()].flatMap((group) => {
    const sorted = inTime(group);
    return sorted.slice(1).flatMap((line, at) => {
      const before = sorted[at];
      const clash = before && (begin(before) === begin(line) || (before.validTo !== null && before.validTo >= begin(line)));
      return clash ? [{ code: 'item-repeated', row: line.row, column: 'number', found: line.number, expected: String(before.row) }] : [];
    });
  });
}

/** A price without an end holds until the day before the item's next price. */
function endOpenPrices(lines: readonly AssortmentLine[]): AssortmentLine[] {
  const ended = new Map<AssortmentLine, string>();
  for (const group of Map.groupBy(lines, (line) => line.number).values()) {
    const sorted = inTime(group);
    sorted.slice(1).forEach((line, at) => {
      const before = sorted[at];
      if (before && before.validTo === null && line.validFrom) ended.set(before, addDays(line.validFrom, -1));
    });
  }
  return lines.map((line) => ({ ...line, validTo: ended.get(line) ?? line.validTo }));
}

const begin = (line: AssortmentLine) => line.validFrom ?? '';
const inTime = (group: readonly AssortmentLine[]) => group.toSorted((a, b) => begin(a).localeCompare(begin(b)));
