/** Runs a query as the system actor. */
export type Query = <R>(sql: string) => Promise<R[]>;

/** A reported line after the last run. */
export interface ProductRow {
  readonly key: string;
  /** Location: supplier’s name, file and row. */
  readonly supplier: string;
  readonly file: string;
  readonly row: number;
  /** All its cells that a reader sees. */
  readonly cells: string;
  readonly amount: number;
  readonly state: string;
  readonly cause: string | null;
}

/** A booked line after the last run. */
export interface ProductBookedLine {
  readonly key: string;
  readonly buyer: string;
  readonly file: string;
  readonly row: number;
  readonly invoiceLine: string | null;
  readonly source: string;
  readonly supplied: boolean;
  readonly amount: number;
  readonly state: string;
  readonly cause: string | null;
}

export interface ProductResults {
  readonly rows: readonly ProductRow[];
  readonly places: readonly ProductBookedLine[];
  readonly links: readonly {
    readonly row: string;
    readonly place: string;
    readonly step: string;
    readonly score: number;
  }[];
  /** Questions and blocking findings of the checks on honest reports. */
  readonly findings: readonly {
    readonly supplier: string;
    readonly file: string;
    readonly row: number | null;
    readonly code: string;
    readonly severity: string;
  }[];
}

const ROWS = `select r.version_id || ':' || r.line_no as key, s.name as supplier, r.file_name as file, r.row_no as row, concat_ws('|', r.buyer_id, r.site_as_written, r.delivered_on, r.invoice_number, r.invoice_line, r.order_number, r.item_number, r.item_name, r.quantity, r.amount) as cells,
    r.amount::float8 as amount, r.state, r.cause
  from matching.door_report_state r join identity.door_organisation s on s.id = r.supplier_id`;

const PLACES = `select s.batch_id || ':' || s.line_no as key, b.name as buyer, s.file_name as file, s.row_no as row, s.invoice_line as "invoiceLine", s.source, s.supplier_id is not null as supplied, coalesce(s.net_amount, s.compared_amount)::float8 as amount, s.state, s.cause
  from matching.door_spend_state s join identity.door_organisation b on b.id = s.buyer_id`;

const LINKS = `select version_id || ':' || report_line_no as row, batch_id || ':' || spend_line_no as place, step, score::float8 as score from matching.door_link`;

const FINDINGS = `select s.name as supplier, f.file_name as file, f.row_no as row, f.code, f.severity from reporting.door_finding f join identity.door_organisation s on s.id = f.supplier_id where f.severity <> 'info'`;

/** Reads the product's results after its last run. */
export async function readProductResults(query: Query): Promise<ProductResults> {
  return {
    rows: await query<ProductRow>(ROWS),
    places: await query<ProductBookedLine>(PLACES),
    links: await query<ProductResults['links'][number]>(LINKS),
    findings: await query<ProductResults['findings'][number]>(FINDINGS),
  };
}
