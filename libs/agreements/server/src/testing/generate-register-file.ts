/**
 * Generated agreement register in the form of an export from a procurement system: fictitious, deterministic, and with
 * the irregularities of such exports. The expected result comes from the plan of the register, not from the file. Sixty
 * agreements, 120 suppliers.
 */
export interface ExpectedAgreement {
  readonly caseNumber: string;
  title: string;
  startsOn: string;
  endsOn: string | null;
  readonly cpv: string;
  technique: string | null;
  maximumValue: string | null;
  readonly lots: string[];
  /** "supplier | lot | rank | share | clause". */
  readonly holdings: string[];
  buyers: string[];
  readonly options: string[];
}

export interface GeneratedRegister {
  readonly headings: readonly string[];
  readonly rows: (string | number)[][];
  readonly agreements: ExpectedAgreement[];
  /** Organisation number, or null, by the final name of a supplier. */
  readonly suppliers: Map<string, string | null>;
}

const headings = [
  'Saksnr.',
  'Avtalenavn',
  'CPV-kode',
  'Startdato',
  'Sluttdato (uten opsjon)',
  'Opsjon',
  'Maks. verdi',
  'Avropsmekanisme',
  'Delkontrakt',
  'Delkontraktnavn',
  'Leverandør',
  'Org.nr.',
  'Rangering',
  'Andel',
  'Deltakere',
  'Rapporteringsklausul',
  'Intern merknad',
];
const places = [
  'Granli',
  'Solbakken',
  'Vestby',
  'Furumo',
  'Kvernes',
  'Brattland',
  'Elvestad',
  'Haugerud',
  'Tømmerås',
  'Ytterdal',
  'Myrvold',
  'Skogheim',
];
const trades = ['Engros', 'Renhold', 'Kontor', 'Møbler', 'Drivstoff', 'Tekstil', 'Frukt', 'Bygg', 'Elektro', 'Medisin'];
const productGroups = [
  'Matvarer',
  'Renholdsartikler',
  'Kontorrekvisita',
  'Skolemøbler',
  'Drivstoff',
  'Arbeidsklær',
  'Frukt og grønt',
  'Byggevarer',
  'Elektromateriell',
  'Medisinsk forbruk',
];
const cpvs = [
  '15000000',
  '39830000',
  '30192000',
  '39160000',
  '09100000',
  '18100000',
  '15300000',
  '44100000',
  '31000000',
  '33140000',
];
const municipalities = ['Kongsvinger', 'Nord-Odal', 'Sør-Odal', 'Eidskog', 'Grue', 'Åsnes', 'Våler'];
const clauses = [
  ['Ja', 'in-contract'],
  ['Mangler', 'missing'],
  ['Sendt leverandør', 'sent'],
  ['Signert 12.01', 'signed'],
  ['Utkast', 'amendment-drafted'],
] as const;

/** Returns a number with a check digit modulus 11, calculated independently of the product. */
function orgNumber(seed: number): string {
  for (let digits = 311_300_00 + seed * 7; ; digits += 1) {
    const text = String(digits);
    const rest = [3, 2, 7, 6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11;
    if (rest !== 1) return `${text}${rest === 0 ? 0 : 11 - rest}`;
  }
}

const supplierName = (at: number) => `${places[at % 12] ?? ''} ${trades[Math.floor(at / 12)] ?? ''} AS`;
const grouped = (digits: string) => digits.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
const norwegian = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** Formats a day in one of several notations. */
function dayText(day: string, how: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const names = [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ];
  return (
    [
      norwegian(day),
      day,
      `${Number(date)}.${Number(month)}.${year.slice(2)}`,
      `${Number(date)}. ${names[Number(month) - 1] ?? ''} ${year}`,
    ][how % 4] ?? day
  );
}
const amountText = (millions: number, how: number): string | number =>
  [millions * 1_000_000, `${millions} 000 000,-`, `kr ${millions}.000.000`, `${millions} mill.`, `${millions} MNOK`][
    how % 5
  ] ?? '';

/** Returns one planned agreement, before suppliers are assigned. */
function plannedAgreement(at: number): ExpectedAgreement {
  const ware = at % 10;
  const year = 2022 + (at % 4);
  return {
    caseNumber: `${year - 2000}/${String(1000 + at * 13).padStart(5, '0')}`,
    title: `${productGroups[ware] ?? ''} ${['region', 'sør', 'nord', 'felles', 'skole', 'helse'][Math.floor(at / 10)] ?? ''}`,
    startsOn: `${year}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    endsOn: `${year + 3}-12-31`,
    cpv: cpvs[ware] ?? '',
    technique: at % 3 === 0 ? 'ranked' : at % 3 === 1 ? 'single-supplier' : 'share',
    maximumValue: String((at + 2) * 1_000_000),
    lots: at % 3 === 0 ? ['1', '2'] : [],
    holdings: [],
    buyers: at % 4 === 0 ? [...municipalities] : municipalities.slice(0, 2 + (at % 5)),
    options: at % 5 === 0 ? [`${year + 4}-12-31`, `${year + 5}-12-31`] : [],
  };
}

const ofRanked = [
  ['1', 1],
  ['1', 2],
  ['2', 1],
  ['2', 2],
] as const;
const ofShared = [
  ['', 1],
  ['', 2],
  ['', 3],
] as const;
const ofSingle = [['', 1]] as const;

/**
 * Returns lot and rank of each supplier: two in each of two lots when ranked, three when shared, otherwise one. Uses
 * 120 different suppliers in turn.
 */
function holdingsOf(at: number): readonly (readonly [lot: string, rank: number])[] {
  return [ofRanked, ofSingle, ofShared][at % 3] ?? ofSingle;
}

export function generateRegisterFile(): GeneratedRegister {
  const suppliers = new Map<string, string | null>();
  const rows: (string | number)[][] = [];
  const agreements: ExpectedAgreement[] = [];
  let next = 0;
  for (let at = 0; at < 60; at += 1) {
    const expected = plannedAgreement(at);
    agreements.push(expected);
    holdingsOf(at).forEach(([lot, rank], part) => {
      const name = supplierName(next % 120);
      const number = orgNumber(next % 120);
      const [clauseText, clause] = clauses[next % 5] ?? clauses[0];
      next += 1;
      suppliers.set(name, number);
      const share = at % 3 === 2 ? (['0.5', '0.3', '0.2'][rank - 1] ?? '') : '';
      expected.holdings.push([name, lot, at % 3 === 0 ? rank : '', share, clause].join(' | '));
      rows.push([
        expected.caseNumber,
        part % 2 === 0 ? expected.title : expected.title.toUpperCase(),
        `${expected.cpv}-5`,
        dayText(expected.startsOn, at + part),
        dayText(expected.endsOn ?? '', at + part + 1),
        expected.options.length > 0 ? (at % 2 === 0 ? '1+1 år' : '2 x 1 år') : '',
        amountText(at + 2, at + part),
        at % 3 === 0 ? 'Rangert' : at % 3 === 1 ? 'Enkeltleverandør' : 'Fordelingsnøkkel',
        lot,
        lot ? `Del ${lot}` : '',
        name,
        next % 2 === 0 ? grouped(number) : `NO${number}MVA`,
        at % 3 === 0 ? rank : '',
        share ? `${Number(share) * 100} %` : '',
        at % 4 === 0
          ? 'Alle'
          : expected.buyers.map((buyer, index) => (index % 2 === 0 ? buyer : `${buyer} kommune`)).join('; '),
        clauseText,
        'x',
      ]);
    });
  }
  return { headings, rows, agreements, suppliers };
}
