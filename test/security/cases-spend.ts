import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';

const ledger = 'Nr;Dag;Konto;Sum;Valuta;Mva;Faktura;Orgnr\n9001;2026-03-05;115;12.00;NOK;N;;\n';
const profile = {
  id: 'ny-profil',
  name: 'Ny',
  columns: { voucherNumber: 'Nr', voucherDate: 'Dag', account: 'Konto', amount: 'Sum' },
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'net' },
};

/** spend. */
export const spendCases: readonly RouteCase[] = [
  {
    route: 'GET /spend/batches',
    names: false,
    call: (by) => by.get('/spend/batches'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from spend.batch where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /spend/batches/:batchId',
    names: true,
    call: (by, { ledgerId }) => by.get(`/spend/batches/${ledgerId}`),
    strangers: ['otherBuyer'],
  },
  {
    route: 'GET /spend/batches/:batchId/lines',
    names: true,
    call: (by, { ledgerId }) => by.get(`/spend/batches/${ledgerId}/lines`),
    strangers: ['otherBuyer'],
    rows: rowValues('lineNo'),
    truth: ({ cooperativeId, ledgerId }) =>
      `select line_no::text as row from spend.posting where cooperative_id = '${cooperativeId}' and batch_id = '${ledgerId}'`,
  },
  {
    route: 'GET /spend/ledger-coverage',
    names: false,
    call: (by) => by.get('/spend/ledger-coverage'),
    rows: ({ body }) =>
      (body as { buyerId: string; month: string }[]).map(({ buyerId, month }) => `${buyerId} ${month}`),
    truth: (world, member) =>
      `select distinct buyer_id || ' ' || month as row from spend.ledger_coverage where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /spend/import-profiles',
    names: false,
    call: (by) => by.get('/spend/import-profiles'),
    rows: ({ body }) => (body as { id: string | null }[]).flatMap(({ id }) => id ?? []),
    truth: (world, { side, organisationId }) =>
      `select distinct on (buyer_id, key) id::text as row from spend.import_profile where cooperative_id = '${world.cooperativeId}' ${side === 'buyer' ? `and (buyer_id is null or buyer_id = '${organisationId}')` : ''} order by buyer_id, key, version desc`,
  },
  {
    route: 'POST /spend/batches',
    names: true,
    call: (by, { members }) =>
      by.upload(
        '/spend/batches',
        { name: 'bok-2.csv', content: ledger },
        { kind: 'ledger', buyerId: members.otherBuyer.organisationId },
      ),
    namedBy: ['cooperative'],
    owner: 'manager',
  },
  {
    route: 'POST /spend/batches',
    names: true,
    call: (by, { profileId }) =>
      by.upload(
        '/spend/batches',
        { name: 'bok-3.csv', content: `${ledger}9002;2026-03-06;115;1.00;NOK;N;;\n` },
        { kind: 'ledger', profileId },
      ),
    strangers: ['otherBuyer'],
    owner: 'buyer',
  },
  {
    route: 'POST /spend/batches/preview',
    names: true,
    call: (by, { profileId }) =>
      by.upload(
        '/spend/batches/preview',
        { name: 'bok-4.csv', content: `${ledger}9003;2026-03-06;115;1.00;NOK;N;;\n` },
        { kind: 'ledger', profileId },
      ),
    strangers: ['otherBuyer'],
    owner: 'buyer',
  },
  {
    route: 'POST /spend/lines',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.post(`/spend/lines?wait=0&buyerId=${members.otherBuyer.organisationId}`, [{ account: '115', amount: '1.00' }]),
    owner: 'manager',
  },
  {
    route: 'POST /spend/batches/:batchId/reverse',
    names: true,
    call: (by, { ledgerId }) => by.post(`/spend/batches/${ledgerId}/reverse`, { reason: 'Feil fil' }),
    strangers: ['otherBuyer'],
    owner: 'buyer',
  },
  {
    route: 'POST /spend/import-profiles',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) => by.post('/spend/import-profiles', { profile, buyerId: members.buyer.organisationId }),
    owner: 'manager',
  },
  {
    route: 'POST /spend/import-profiles/propose',
    names: false,
    call: (by) => by.upload('/spend/import-profiles/propose', { name: 'bok.csv', content: ledger }),
    owner: 'buyer',
  },
  {
    route: 'GET /spend/supplier-master',
    names: false,
    call: (by) => by.get('/spend/supplier-master'),
    rows: ({ body }) =>
      (body as { buyerId: string; numbers: string[] }[]).flatMap(({ buyerId, numbers }) =>
        numbers.map((number) => `${buyerId} ${number}`),
      ),
    truth: (world, member) =>
      `select buyer_id || ' ' || seller_number as row from spend.supplier_ledger_number where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'POST /spend/supplier-master',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.upload(
        '/spend/supplier-master',
        { name: 'leverandorer.csv', content: 'Leverandørnr;Orgnr\n5;311047116\n' },
        { buyerId: members.otherBuyer.organisationId },
      ),
    owner: 'manager',
  },
  {
    route: 'POST /spend/ledger-months/:month/statements',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.post('/spend/ledger-months/2026-03/statements', {
        buyerId: members.buyer.organisationId,
        isComplete: true,
        reason: 'Avsluttet.',
      }),
    owner: 'manager',
  },
  {
    route: 'GET /spend/reconciliation',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.get(`/spend/reconciliation?from=2026-01&to=2026-12&buyerId=${members.buyer.organisationId}`),
  },
  {
    route: 'GET /spend/reconciliation.xlsx',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.get(`/spend/reconciliation.xlsx?from=2026-01&to=2026-12&buyerId=${members.buyer.organisationId}`),
  },
  {
    route: 'POST /spend/ledger-totals',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.post('/spend/ledger-totals', {
        buyerId: members.buyer.organisationId,
        source: 'Saldobalanse',
        totals: [{ account: '115', from: '2026-03', to: '2026-03', amount: '3125.00' }],
      }),
    owner: 'manager',
  },
];
