import { startAllRooms } from '@tallgrunn/app-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import { tablesWithoutTenant } from '../../boundaries.mjs';

let stand: TestApp;
beforeAll(async () => {
  stand = await startAllRooms();
});
afterAll(() => stand.close());

/** Our schemas. The queue has its own schema, which only contains ids. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'pgboss') and n.nspname not like 'pg\\_%'`;
const names = async (sql: string, params: unknown[] = []) =>
  (await stand.asOwner<{ name: string }>(sql, params)).map(({ name }) => name);

describe('tenant tables in the database catalogue', () => {
  it('are all tables except those listed in the plan', async () => {
    const bare = await names(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${OURS} and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'cooperative_id' and a.attnotnull) order by 1`,
    );
    expect(bare.filter((name) => !tablesWithoutTenant.includes(name))).toEqual([]);
  });

  const ofTenants = `from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid and t.attname = 'cooperative_id' where c.relkind in ('r', 'p') and ${OURS}`;

  it('have row-level security, also for their owner', async () => {
    expect(
      await names(
        `select c.oid::regclass::text as name ${ofTenants} and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    ).toEqual([]);
    expect((await names(`select c.oid::regclass::text as name ${ofTenants}`)).length).toBeGreaterThan(35);
  });

  it('are read and written within one cooperative only', async () => {
    // A restrictive policy only removes access. Some rows are visible before a person acts for an organisation: a
    // person's own memberships, the invitation of a link's holder, the organisation and keys of an API key. Without any
    // actor, only published templates and their terms are visible. After a password change, a person sees their own
    // keys and may only revoke them.
    const beforeActing = [
      'identity.membership own',
      'identity.organisation own',
      'identity.invitation holder',
      'identity.organisation holder',
      'identity.api_key bearer',
      'identity.api_key own_rows',
      'identity.api_key own_rows_revoked',
      'agreements.open_template anybody',
      // the holder of a calendar's secret address sees the feed it opens
      'follow_up.calendar_feed bearer',
      'agreements.terms_version anybody',
      'platform.security_event adds_outside',
      // events of a cooperative that is being moved belong to the installation
      'platform.security_event adds_while_moving',
    ];
    const unprotected = await names(
      `select p.schemaname || '.' || p.tablename || ' ' || p.policyname as name from pg_policies p
       where (coalesce(p.qual, p.with_check) not like '%cooperative_id = platform.cooperative()%' and p.permissive = 'PERMISSIVE' and p.roles = '{public}') or p.roles <> '{public}' and not (p.policyname = 'backup_reads' and p.roles = '{tallgrunn_backup}' and p.cmd = 'SELECT') order by 1`,
    );
    expect(unprotected).toEqual(beforeActing.sort());
  });

  it('start their primary, unique and foreign keys with the cooperative', async () => {
    const unprotected = await names(
      `select k.conrelid::regclass || ' ' || k.conname as name ${ofTenants.replace('where', 'join pg_constraint k on k.conrelid = c.oid left join pg_class f on f.oid = k.confrelid where')}
       and k.contype in ('p', 'u', 'f') and k.conkey[1] <> t.attnum
       and not (k.contype = 'f' and (f.oid::regclass::text = any ($1)))`,
      [tablesWithoutTenant],
    );
    expect(unprotected).toEqual([]);
  });

  it('refer from cooperative to cooperative', async () => {
    const crossed = await names(
      `select k.conrelid::regclass || ' ' || k.conname as name ${ofTenants.replace('where', `join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' join pg_attribute o on o.attrelid = k.confrelid and o.attname = 'cooperative_id' where`)}
       and k.confkey[1] <> o.attnum`,
    );
    expect(crossed).toEqual([]);
  });
});

describe('an auditor', () => {
  it('writes to no tenant table except the audit log: each has the restrictive policy', async () => {
    const open =
      await names(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid and t.attname = 'cooperative_id' where c.relkind in ('r', 'p') and ${OURS}
       and (select count(*) from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polname in ('auditors_add_nothing', 'auditors_change_nothing', 'auditors_remove_nothing')) < 3 order by 1`);
    expect(open).toEqual(['platform.audit_entry', 'platform.audit_text', 'platform.security_event']);
  });
});

describe('views', () => {
  it('use the rights of the caller', async () => {
    expect(
      await names(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${OURS} and not coalesce(c.reloptions @> '{security_invoker=true}' or c.reloptions @> '{security_invoker=on}', false)`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and ${OURS}`,
      ),
    ).toEqual([]);
  });

  it('and functions: none runs with the rights of its owner', async () => {
    expect(
      await names(
        `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS}`,
      ),
    ).toEqual([]);
  });
});

describe('the backup role', () => {
  it('reads every table, writes none, cannot sign in, and cannot be assumed by the server', async () => {
    expect(
      await names(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS}
         and (not has_table_privilege('tallgrunn_backup', c.oid, 'select') or has_table_privilege('tallgrunn_backup', c.oid, 'insert, update, delete, truncate, trigger, maintain')
           or c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads'))`,
      ),
    ).toEqual([]);
    expect(
      await stand.asOwner(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin, pg_has_role('tallgrunn_app', oid, 'member') as app, pg_has_role('tallgrunn_owner', oid, 'member') as owner from pg_roles where rolname = 'tallgrunn_backup'`,
      ),
    ).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false, app: false, owner: false },
    ]);
  });
});

describe("the server's login role", () => {
  it('owns nothing, bypasses no policy, and has no unnecessary rights', async () => {
    expect(
      await names(
        `select c.oid::regclass::text as name from pg_class c where pg_get_userbyid(c.relowner) = 'tallgrunn_app' and c.relnamespace::regnamespace::text not like 'pg\\_%'`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `select nspname as name from pg_namespace where pg_get_userbyid(nspowner) = 'tallgrunn_app' and nspname not like 'pg\\_%'`,
      ),
    ).toEqual([]);
    const [role] = await stand.asOwner(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'tallgrunn_app'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    const members = await stand.asOwner(
      `select roleid::regrole::text as role, inherit_option as inherits, admin_option as grants from pg_auth_members where member = 'tallgrunn_app'::regrole`,
    );
    expect(members).toEqual([{ role: 'tallgrunn_loader', inherits: false, grants: false }]);
  });

  it('cannot truncate, reference or add triggers, and deletes only from the listed tables', async () => {
    const may = (right: string) =>
      names(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS} and has_table_privilege('tallgrunn_app', c.oid, $1) order by 1`,
        [right],
      );
    expect([...(await may('truncate')), ...(await may('references')), ...(await may('trigger'))]).toEqual([]);
    expect(await may('delete')).toEqual([
      'agreements.agreement_contact',
      'agreements.agreement_option',
      // duplicates of a merged organisation: a policy only allows the product itself to delete them, after a merge into
      // another organisation
      'agreements.agreement_supplier',
      'agreements.buyer_owner',
      'agreements.buyer_type',
      'agreements.participation',
      'agreements.price_draft',
      'agreements.price_draft_line',
      'agreements.price_model',
      'agreements.related_entity',
      // sums without any remaining line
      'emissions.result_sum',
      // results of a price comparison are recreated when prices or lines change
      'follow_up.compared_batch',
      'follow_up.compared_prices',
      'follow_up.compared_version',
      // a customised e-mail text can be deleted; the standard text then applies
      'follow_up.email_template',
      'follow_up.price_comparison_month',
      'follow_up.price_deviation',
      // credentials: deleted by their owner, used up or expired
      ...[
        'identity.attempt',
        'identity.invitation_template',
        'identity.passkey',
        'identity.password_reset',
        'identity.recovery_code',
        'identity.session',
        'identity.totp_secret',
      ],
      'insight.combined_line',
      'insight.combined_sum',
      // a match run's stored lines and learned rules are recreated by the next run
      'matching.agreement_account',
      'matching.amount_scale',
      'matching.day_shift',
      'matching.matching_total',
      'matching.number_form',
      'matching.run_change',
      'matching.standalone_report_line',
      'matching.standalone_spend_line',
      'matching.usual_account',
      'matching.usual_cost_centre',
      // resolved alerts, ended processes and old measurements belong to the installation, not to a tenant
      'platform.alert',
      // events past their retention period; a policy allows only that job to delete them
      'platform.security_event',
      'platform.service_process',
      'platform.storage_measurement',
      // unsubmitted drafts, sums of replaced reports, responses to programs, duplicate answers of a merged supplier,
      // and files without a row: policies allow only the product itself to delete them
      ...[
        'platform.stored_file',
        'reporting.api_submission',
        'reporting.check_result',
        'reporting.correction',
        'reporting.file_redaction',
        'reporting.finding',
        'reporting.finding_response',
        'reporting.manual_entry_draft',
        'reporting.manual_entry_row',
        'reporting.on_behalf_submission',
        'reporting.overflow_finding',
        'reporting.quarantined_row',
        'reporting.remembered_answer',
        'reporting.report_line',
        'reporting.report_line_sum',
        'reporting.report_version',
      ],
      // derived data that a reversal batch removes besides the lines, which remain: ledger coverage, invoice counts,
      // known deliveries and sellers, and matches of invoices and postings
      'spend.invoice_line_delivery',
      'spend.invoice_match',
      'spend.invoice_month',
      'spend.ledger_coverage',
      'spend.matched_invoice_line',
      'spend.matched_posting',
      'spend.supplier_ledger_number',
    ]);
  });

  it('sees no tenant rows before it acts for an actor', async () => {
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    try {
      const tables = await names(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid and t.attname = 'cooperative_id' where c.relkind = 'r' and ${OURS}`,
      );
      for (const table of tables)
        expect([table, (await client.query(`select 1 from ${table} limit 1`)).rowCount]).toEqual([table, 0]);
    } finally {
      await client.end();
    }
  });
});

describe('the loader', () => {
  it('cannot log in, own, read, change or delete', async () => {
    const [role] = await stand.asOwner(
      `select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = 'tallgrunn_loader'`,
    );
    expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolcreaterole: false, rolcreatedb: false });
    const more = await names(
      `select c.oid::regclass || ' ' || r.name as name from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join unnest('{select,update,delete,truncate,references,trigger}'::text[]) as r (name)
       where c.relkind in ('r', 'p', 'v') and ${OURS} and (has_table_privilege('tallgrunn_loader', c.oid, r.name) or (r.name in ('select', 'update') and has_any_column_privilege('tallgrunn_loader', c.oid, r.name)))`,
    );
    expect(more).toEqual([]);
    expect(
      await names(
        `select c.oid::regclass::text as name from pg_class c where pg_get_userbyid(c.relowner) = 'tallgrunn_loader'`,
      ),
    ).toEqual([]);
  });

  it('inserts into line tables only, by listed columns, and never names a tenant', async () => {
    const columns = await stand.asOwner<{ name: string; column: string }>(
      `select a.attrelid::regclass::text as name, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${OURS} and has_column_privilege('tallgrunn_loader', c.oid, a.attnum, 'insert')`,
    );
    expect([...new Set(columns.map(({ name }) => name))].sort()).toEqual([
      'agreements.price_draft_line',
      'reporting.finding',
      'reporting.quarantined_row',
      'reporting.report_line',
      'spend.invoice',
      'spend.invoice_line',
      'spend.posting',
    ]);
    expect(columns.filter(({ column }) => column === 'cooperative_id')).toEqual([]);
    expect(
      await names(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS} and has_table_privilege('tallgrunn_loader', c.oid, 'insert')`,
      ),
    ).toEqual([]);
  });

  it('is rejected when it tries anything else', async () => {
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    const attempt = async (sql: string) => {
      await client.query('begin');
      await client.query('set local role tallgrunn_loader');
      const actual = await client.query(sql).then(
        () => 'done',
        (error: Error) => error.message,
      );
      await client.query('rollback');
      return actual;
    };
    try {
      for (const table of [
        'reporting.report_line',
        'spend.posting',
        'identity.person',
        'agreements.reporting_obligation',
      ])
        expect(await attempt(`select * from ${table}`)).toMatch(/permission denied/);
      expect(await attempt(`insert into reporting.report_line (cooperative_id) values (gen_random_uuid())`)).toMatch(
        /permission denied/,
      );
      expect(await attempt(`update spend.posting set amount = 0`)).toMatch(/permission denied/);
      expect(await attempt(`delete from spend.posting`)).toMatch(/permission denied/);
    } finally {
      await client.end();
    }
  });
});
