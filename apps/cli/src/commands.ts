import type { Command } from './command.ts';

interface ListedCommand {
  readonly summary: string;
  /** Loads the command's code on demand, so that a quick command does not load the code of others. */
  readonly load: () => Promise<Command>;
}

/** All commands by name. */
export const commands: Readonly<Record<string, ListedCommand>> = {
  check: { summary: 'check report files against their terms', load: async () => (await import('./check.ts')).check },
  read: { summary: 'read files and print what is in them', load: async () => (await import('./read.ts')).read },
  schema: { summary: 'print the JSON Schema of a document', load: async () => (await import('./schema.ts')).schema },
  'demo generate': {
    summary: 'write the files of the demo world and their truth',
    load: async () => (await import('./demo-generate.ts')).demoGenerate,
  },
  'demo load': {
    summary: 'load the demo world into the database',
    load: async () => (await import('./demo-load.ts')).demoLoad,
  },
  'import report': {
    summary: 'import and check report files',
    load: async () => (await import('./import/import-report.ts')).importReport,
  },
  'import spend': {
    summary: 'import ledgers and e-invoices',
    load: async () => (await import('./import/import-spend.ts')).importSpend,
  },
  'import declaration': {
    summary: "import suppliers' EPDs and product footprints",
    load: async () => (await import('./import/import-declaration.ts')).importDeclaration,
  },
  'import factors': {
    summary: 'import a release of emission factors',
    load: async () => (await import('./import/import-factor-set.ts')).importFactors,
  },
  'import series': {
    summary: 'import a price index or exchange rates, in force at once',
    load: async () => (await import('./import/import-series.ts')).importSeriesCommand,
  },
  'import price-shares': {
    summary: 'import the shares of taxes and trade in prices',
    load: async () => (await import('./import/import-price-margins.ts')).importPriceMarginsCommand,
  },
  export: {
    summary: 'print stored data as JSON or CSV',
    load: async () => (await import('./export/export-command.ts')).exportCommand,
  },
  'export parquet': {
    summary: 'write the tables of the data feed to a folder as Parquet',
    load: async () => (await import('./export/export-parquet.ts')).exportParquet,
  },
  evidence: {
    summary: 'write the evidence pack of an emission run',
    load: async () => (await import('./evidence/write-evidence.ts')).writeEvidence,
  },
  'council-sheet': {
    summary: 'write the one page about a publication for those who decide',
    load: async () => (await import('./evidence/write-council-sheet.ts')).writeCouncilSheet,
  },
  remake: {
    summary: 'recalculate a run from its evidence pack',
    load: async () => (await import('./evidence/reproduce.ts')).reproduce,
  },
  'import prices': {
    summary: "import a supplier's items and prices",
    load: async () => (await import('./import/import-prices.ts')).importPrices,
  },
  'import table': {
    summary: 'import parties, predecessors, hosts or names',
    load: async () => (await import('./import/import-table.ts')).importTable,
  },
  'agreement set-up': {
    summary: 'set up an agreement with its lots and parties',
    load: async () => (await import('./acts/set-up-agreement.ts')).agreementSetUp,
  },
  'terms publish': {
    summary: "publish what an agreement's suppliers must report",
    load: async () => (await import('./acts/publish-terms.ts')).termsPublish,
  },
  'terms package': {
    summary: 'print a clause package as a start for terms',
    load: async () => (await import('./acts/publish-terms.ts')).termsPackage,
  },
  'profile save': {
    summary: 'save an import profile for a ledger',
    load: async () => (await import('./acts/save-profile.ts')).profileSave,
  },
  'key make': {
    summary: 'create an API key that acts as a person',
    load: async () => (await import('./acts/make-key.ts')).keyCreate,
  },
  'report accept': {
    summary: 'accept a submitted report',
    load: async () => (await import('./acts/decide-report.ts')).reportAccept,
  },
  'report return': {
    summary: 'return a submitted report',
    load: async () => (await import('./acts/decide-report.ts')).reportReturn,
  },
  'spend reverse': {
    summary: 'reverse a batch of spend',
    load: async () => (await import('./acts/reverse-spend.ts')).spendReverse,
  },
  'match run': {
    summary: 'match reports with ledgers now, and print the result',
    load: async () => (await import('./acts/match-run.ts')).matchRun,
  },
  'set-up': {
    summary: 'add a cooperative, a buyer or a supplier',
    load: async () => (await import('./create.ts')).setUp,
  },
  'audit verify': {
    summary: 'verify the hash chains of audit log and security log',
    load: async () => (await import('./audit/verify-audit.ts')).verifyAuditCommand,
  },
  'audit export-heads': {
    summary: 'write the heads of the hash chains to a file',
    load: async () => (await import('./audit/export-audit-heads.ts')).exportAuditHeadsCommand,
  },
  'audit events': {
    summary: 'print the security events of the installation',
    load: async () => (await import('./audit/list-security-events.ts')).listSecurityEvents,
  },
  jobs: {
    summary: 'list failed jobs, or the lengths of the queues',
    load: async () => (await import('./jobs/job-commands.ts')).jobs,
  },
  'jobs retry': {
    summary: 'retry a failed job',
    load: async () => (await import('./jobs/job-commands.ts')).jobsRetry,
  },
  'jobs discard': {
    summary: 'discard a failed job',
    load: async () => (await import('./jobs/job-commands.ts')).jobsDiscard,
  },
  vouch: {
    summary: 'vouch for a person whom an administrator invited',
    load: async () => (await import('./vouch.ts')).vouch,
  },
  'person erase': {
    summary: 'erase a person and the texts that name them',
    load: async () => (await import('./person/person-commands.ts')).personErase,
  },
  'person data': {
    summary: 'print everything that is stored about a person',
    load: async () => (await import('./person/person-commands.ts')).personData,
  },
  retention: {
    summary: 'list, set and apply retention periods',
    load: async () => (await import('./person/person-commands.ts')).retention,
  },
  'cooperative export': {
    summary: 'write all data of a cooperative to a folder',
    load: async () => (await import('./cooperative/cooperative-commands.ts')).cooperativeExport,
  },
  'cooperative delete': {
    summary: 'delete a cooperative completely',
    load: async () => (await import('./cooperative/cooperative-commands.ts')).cooperativeDelete,
  },
  'move-cooperative': {
    summary: 'move a cooperative to another database while others write',
    load: async () => (await import('./cooperative/move-command.ts')).moveCooperativeCommand,
  },
  'reset-factors': {
    summary: 'remove the second factors of a person who has lost them',
    load: async () => (await import('./reset-factors.ts')).resetFactors,
  },
  backup: {
    summary: 'write database, files and secrets to a folder',
    load: async () => (await import('./backup/back-up.ts')).backUp,
  },
  'backup list': {
    summary: 'print the backups of a folder',
    load: async () => (await import('./backup/list-backups.ts')).backupList,
  },
  'backup verify': {
    summary: 'verify a backup by a trial restore',
    load: async () => (await import('./backup/verify.ts')).backupVerify,
  },
  restore: {
    summary: 'restore a backup into an empty database',
    load: async () => (await import('./backup/restore.ts')).restore,
  },
  'upgrade rehearse': {
    summary: 'restore the newest backup as a trial and migrate it',
    load: async () => (await import('./backup/rehearse.ts')).upgradeRehearse,
  },
  migrate: { summary: 'bring the database up to date', load: async () => (await import('./migrate.ts')).migrate },
};

const width = Math.max(...Object.keys(commands).map((name) => name.length), 'point-in-time'.length) + 3;
const rows = [
  ['start', 'start everything, as npm start does'],
  ['point-in-time', 'copy the database for its archived log, and restore it to a minute'],
  ...Object.entries(commands).map(([name, { summary }]) => [name, summary]),
];

export const overview = `Usage: npm run -s tallgrunn -- COMMAND [--help]

${rows.map(([name = '', summary = '']) => `  ${name.padEnd(width)}${summary}`).join('\n')}

Results are JSON on stdout, one object a line; the log is on stderr.
Exit codes: 0 fine, 1 findings that block, 2 wrong usage, 3 our fault.
`;

/** Returns the command named by the first words, and the remaining words; null when there is none. */
export function findCommand(argv: string[]): { listed: ListedCommand; rest: string[] } | null {
  for (const count of [2, 1]) {
    const listed = commands[argv.slice(0, count).join(' ')];
    if (listed && argv.length >= count) return { listed, rest: argv.slice(count) };
  }
  return null;
}
