import fs from 'node:fs';
import path from 'node:path';
import { OrgNumber } from '@tallgrunn/values';
import { messageOf } from '../messages/message-of.ts';
import type { Read, Reading } from '../reading.ts';
import { thirdPartyData, fileChunks, filesBelow } from '../testing/borrowed-data.ts';
import type { NoticeDocument } from './notice.ts';
import { readEformsNotice } from './read-eforms-notice.ts';

const folder = thirdPartyData('7-procurement');
const maybe = folder ? describe : describe.skip;

interface Extract {
  buyers: (string | undefined)[];
  lots: { id: string; cpv: string; technique: string; maximum: string; duration: string }[];
  results: { lot: string; code: string }[];
  winners: string[];
  contracts: string[];
  concluded: string[];
  values: string[];
  orgNumbers: string[];
}

const blocks = (text: string, name: string): string[] =>
  text.match(new RegExp(`<${name}(?:\\s[^>]*)?>[\\s\\S]*?</${name}>`, 'g')) ?? [];
const inner = (text: string, name: string): string =>
  decode(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1] ?? '');
const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
const cut = (text: string, name: string): string =>
  text.replace(new RegExp(`<${name}(?:\\s[^>]*)?>[\\s\\S]*?</${name}>`, 'g'), '');
const unique = (list: string[]): string[] => [...new Set(list)].sort();

/** Extracts the expected values by regular expressions, independently of the reader under test. */
function extract(source: string): Extract {
  const text = source.replace(/<!--[\s\S]*?-->/g, '').replace(/<(\/?)\w+:/g, '<$1');
  const organisations = new Map<string, { name: string; number: string; country: string }>();
  for (const one of blocks(blocks(text, 'Organizations')[0] ?? '', 'Organization')) {
    const company = blocks(one, 'Company')[0] ?? '';
    const own = new RegExp(`<Name languageID="${inner(text, 'NoticeLanguageCode')}">[^<]*<`).exec(company)?.[0];
    const about = {
      name: inner(own ?? company, 'Name'),
      number: inner(company, 'CompanyID'),
      country: inner(company, 'IdentificationCode'),
    };
    for (const id of blocks(one, 'PartyIdentification')) organisations.set(inner(id, 'ID'), about);
  }
  const buyers = blocks(text, 'ContractingParty').map((one) =>
    organisations.get(inner(blocks(one, 'PartyIdentification')[0] ?? '', 'ID')),
  );
  const lots = blocks(text, 'ProcurementProjectLot')
    .filter((one) => !/<ID schemeName="LotsGroup"/.test(one))
    .map(extractLot);
  const norwegian = [...organisations.values()].filter(({ country }) => country === 'NOR');
  return {
    buyers: buyers.map((one) => one?.name),
    lots,
    ...extractResults(blocks(text, 'NoticeResult')[0] ?? '', organisations),
    orgNumbers: norwegian.map(({ number }) => number),
  };
}

function extractLot(text: string): Extract['lots'][number] {
  const period = blocks(text, 'PlannedPeriod')[0] ?? '';
  return {
    id: inner(text, 'ID'),
    cpv: inner(blocks(text, 'MainCommodityClassification')[0] ?? '', 'ItemClassificationCode'),
    technique: /listName="framework-agreement">([^<]*)</.exec(text)?.[1] ?? '',
    maximum: inner(text, 'FrameworkMaximumAmount'),
    duration: [
      inner(period, 'StartDate').slice(0, 10),
      inner(period, 'EndDate').slice(0, 10),
      inner(period, 'DurationMeasure'),
    ].join(' '),
  };
}

function extractResults(
  text: string,
  organisations: Map<string, { name: string }>,
): Pick<Extract, 'results' | 'winners' | 'contracts' | 'concluded' | 'values'> {
  const results = blocks(text, 'LotResult');
  const rest = cut(text, 'LotResult');
  const contracts = blocks(rest, 'SettledContract');
  const tenders = blocks(cut(rest, 'SettledContract'), 'LotTender');
  const parties = blocks(cut(cut(rest, 'SettledContract'), 'LotTender'), 'TenderingParty');
  const won = results
    .filter((one) => !/-nw</.test(one))
    .flatMap((one) => blocks(one, 'SettledContract').map((ref) => inner(ref, 'ID')));
  const of = <T extends string>(list: T[], id: string): string => list.find((one) => inner(one, 'ID') === id) ?? '';
  const wonTenders = unique(won.flatMap((id) => blocks(of(contracts, id), 'LotTender').map((ref) => inner(ref, 'ID'))));
  const winners = wonTenders.flatMap((id) =>
    blocks(of(parties, inner(blocks(of(tenders, id), 'TenderingParty')[0] ?? '', 'ID')), 'Tenderer').map(
      (ref) => organisations.get(inner(ref, 'ID'))?.name ?? '',
    ),
  );
  return {
    results: results.map((one) => ({
      lot: inner(blocks(one, 'TenderLot')[0] ?? '', 'ID'),
      code: inner(one, 'TenderResultCode') || (one.includes('<SettledContract>') ? 'selec-w' : ''),
    })),
    winners: unique(winners),
    contracts: unique(won.flatMap((id) => inner(blocks(of(contracts, id), 'ContractReference')[0] ?? '', 'ID') || [])),
    concluded: unique(won.flatMap((id) => inner(of(contracts, id), 'IssueDate').slice(0, 10) || [])),
    values: unique(
      wonTenders.flatMap((id) => inner(blocks(of(tenders, id), 'LegalMonetaryTotal')[0] ?? '', 'PayableAmount') || []),
    ),
  };
}

const techniques = { none: 'none', 'without-reopening': 'fa-wo-rc', 'with-reopening': 'fa-w-rc', mixed: 'fa-mix' };

/** Converts the reader's result to the same shape. */
function retold({ document }: Read<NoticeDocument>): Omit<Extract, 'orgNumbers'> {
  const codes = { awarded: 'selec-w', 'not-awarded': 'clos-nw', open: 'open-nw' };
  const won = document.results.filter(({ status }) => status === 'awarded');
  const winners = won.flatMap((result) => result.winners);
  return {
    buyers: document.buyers.map(({ name }) => name ?? undefined),
    lots: document.lots.map(({ id, cpv, frameworkTechnique, frameworkMaximumValue, duration }) => ({
      ...{
        id: id ?? '',
        cpv: cpv.main ?? '',
        technique: frameworkTechnique === null ? '' : techniques[frameworkTechnique],
        maximum: frameworkMaximumValue?.amount ?? '',
      },
      duration: [duration?.start, duration?.end, duration?.length].map((text) => text ?? '').join(' '),
    })),
    results: document.results.map(({ lot, status }) => ({
      lot: lot ?? '',
      code: status === null ? '' : codes[status],
    })),
    winners: unique(winners.map(({ name }) => name ?? '')),
    contracts: unique(won.flatMap(({ contracts }) => contracts.flatMap(({ contractId }) => contractId ?? []))),
    concluded: unique(won.flatMap(({ contracts }) => contracts.flatMap(({ concludedOn }) => concludedOn ?? []))),
    values: unique(winners.flatMap(({ tenderValue }) => tenderValue?.amount ?? [])),
  };
}

const incomplete = ['OPT-002-notice', 'BT-701-notice'];
const name = (rule: string): string => `EFORMS-NOR-NATIONAL-${rule}`;

/**
 * All files that their publisher declares invalid, with the rules they break; of the unfinished ones the first two
 * rules.
 */
const invalid: Record<string, string[]> = {
  can_24_empty: incomplete,
  'can_24_stage-1': incomplete,
  'can_24_stage-2': ['BT-701-notice', 'BT-04-notice'],
  'change-cn_24_FRA_comments': ['BT-33-Procedure'],
  cn_24_empty: incomplete,
  cn_24_multiple: ['OPT-200-Organization-Company', 'BT-500-Organization-Company', 'BT-743-Lot', 'BT-764-Lot'],
  'cn_24_stage-1': incomplete,
  'cn_24_stage-2': ['BT-701-notice', 'BT-04-notice'],
  'pin-buyer_24_stage-1': incomplete,
  'pin-only_24_empty': incomplete,
  'pin-only_24_minimal': incomplete,
  'pin-only_24_stage-1': incomplete,
  'e2-nor-not-a-selected-language': [name('LG-R001B')],
  'e2-two-parts-different-start-and-end-dates': [name('DV-R003A'), name('DV-R003B')],
  'e2-with-deviant-sum-of-parts-value': [name('VA-R001B')],
  'e2-with-estimated-part-value-and-not-estimated-notice-value': [name('VA-R001B')],
  'e2-with-wrong-part-currency': [name('CR-R002B')],
  'e2-with-wrong-procedure-currency': [name('CR-R001B')],
  'e2-wrong-legal-basis-id-description': [name('LB-R012B')],
  'e2-wrong-legal-basis-noid-description': [name('LB-R005B')],
  'e3-foa-part-2-with-award-criteria-but-no-climate-considerations': [name('EC-R001C')],
  'e3-foa-part-2-with-climate-considerations-but-no-strategic-procurement': [name('SP-R004')],
  'e3-health-social-services-foa-parts-1-and-2-disallowed': [name('TH-R008I')],
  'e3-r001c-no-env-code': [name('EC-R001C')],
  'e3-with-disallowed-buyer-legal-type-code': [name('LT-R002B')],
  'e3-with-two-award-criteria-and-no-climate-considerations': [name('EC-R001C')],
  'e3-without-buyer-legal-type': [name('LT-R001B')],
};
const invalidName = (file: string): string | undefined => /\/INVALID[-_](?:national-)?(.*)\.xml$/.exec(file)?.[1];

maybe('third-party notices', () => {
  const files = folder ? filesBelow(folder, '.xml') : [];
  const readings = new Map<string, Reading<NoticeDocument>>();
  const read = (): [string, Read<NoticeDocument>][] =>
    [...readings].flatMap(([file, reading]): [string, Read<NoticeDocument>][] => (reading.ok ? [[file, reading]] : []));
  const sourceOf = (file: string): string => fs.readFileSync(path.join(folder!, file), 'utf8');
  beforeAll(async () => {
    for (const file of files)
      readings.set(file, await readEformsNotice(fileChunks(path.join(folder!, file)), { name: file }));
  });

  it('are all read, except those named invalid, rule tests, registrations and snippets without a namespace', () => {
    const refused = [...readings].flatMap(([file, reading]) =>
      reading.ok || invalidName(file) !== undefined ? [] : [`${path.basename(file)} ${reading.code}`],
    );
    expect([files.length, read().length, refused.length]).toEqual([173, 136, 10]);
    const registrations = [
      'X01_EEIG.xml document-type-not-supported',
      'X02_registration.xml document-type-not-supported',
    ];
    const others = [
      'BR-BT-00024-0210',
      'EFORMS-NOR-R004',
      'EFORMS-NOR-R006',
      'EFORMS-NOR-R008',
      'invalid_xml',
      'no_lots_xml',
      'test_notice',
      'valid_xml',
    ];
    expect(refused.sort()).toEqual([...others.map((one) => `${one}.xml not-a-notice`), ...registrations].sort());
  });

  it('named invalid are refused by the broken rule, with its text', () => {
    const marked = [...readings].filter(([file]) => invalidName(file) !== undefined);
    expect(marked.map(([file]) => invalidName(file)).sort()).toEqual(Object.keys(invalid).sort());
    for (const [file, reading] of marked) {
      const expected = invalid[invalidName(file)!]!;
      const rules = reading.findings.map((f) => f.params['rule']);
      expect([
        file,
        reading.ok,
        expected[0] === 'OPT-002-notice' || expected[1] === 'BT-04-notice' ? rules.slice(0, 2) : rules,
      ]).toEqual([file, false, expected]);
      for (const finding of reading.findings) {
        expect(finding.place?.path).toMatch(/^\/\w+Notice\//);
        for (const language of ['nb', 'nn', 'en'] as const)
          expect(messageOf(finding, language)).toContain(String(finding.params['rule']));
      }
    }
  });

  it('refuses a change notice named invalid that changes what the first notice fixed', async () => {
    const at = (named: string): string => files.find((file) => file.endsWith(`/${named}.xml`))!;
    const first = readings.get(at('cn_24_FRA_comments'));
    const changed = await readEformsNotice(fileChunks(path.join(folder!, at('INVALID_change-cn_24_FRA_comments'))), {
      ...(first?.ok ? { earlier: first.document } : {}),
    });
    const rules = changed.findings.filter((f) => f.code === 'notice-change-forbidden').map((f) => f.params['rule']);
    expect(rules).toEqual(['BT-04-notice', 'BT-105-Procedure', 'BT-262-Procedure', 'BT-11-Procedure-Buyer']);
  });

  it('have the same buyers, lots, codes, winners, contracts and values as a plain extraction', () => {
    const counts = { buyers: 0, lots: 0, results: 0, winners: 0, contracts: 0 };
    for (const [file, reading] of read()) {
      const { orgNumbers: _, ...expected } = extract(sourceOf(file));
      expect([file, retold(reading)]).toEqual([file, expected]);
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += expected[key].length;
    }
    expect(counts).toEqual({ buyers: 157, lots: 266, results: 74, winners: 69, contracts: 50 });
  });

  it('have valid organisation numbers, or a reason why not; none is invented', () => {
    const outcome: Record<string, number> = {};
    for (const [file, { document }] of read()) {
      const { orgNumbers } = extract(sourceOf(file));
      const written = orgNumbers.map((text) => text.replace(/\D/g, ''));
      const parties = [...document.buyers, ...document.results.flatMap(({ winners }) => winners)].filter(
        ({ country }) => country === 'NOR',
      );
      for (const { orgNumber, orgNumberProblem } of parties) {
        outcome[orgNumberProblem ?? 'right'] = (outcome[orgNumberProblem ?? 'right'] ?? 0) + 1;
        if (orgNumber !== null) expect([file, written]).toEqual([file, expect.arrayContaining([orgNumber])]);
        if (orgNumber !== null && orgNumberProblem === null)
          expect([file, OrgNumber.hasCheckDigit(orgNumber)]).toEqual([file, true]);
      }
    }
    expect(outcome).toEqual({ right: 74, empty: 21, length: 2, 'check-digit': 2 });
  });
});
