import fc from 'fast-check';
import { isDufNumber, isNationalId, isNationalIdOf2032 } from './check-digits.ts';
import {
  drawFrom,
  drawPerson,
  identityOf2032,
  identitySeries,
  containsTrace,
  personalShapes,
} from './personal-shapes.ts';
import {
  containsNationalId,
  maskNationalIds,
  redactFileName,
  redactPersons,
  withoutPersonalNumbers,
  withoutPersons,
} from './redact-persons.ts';

describe('personal data in all notations', () => {
  const person = drawPerson(drawFrom(2026));

  it('covers forty-seven notations', () => expect(new Set(personalShapes.map(({ name }) => name)).size).toBe(47));

  it.each(personalShapes.map((shape) => [shape.name, shape] as const))('redacts %s', (_, shape) => {
    const written = shape.write(person);
    expect(containsTrace(written, shape.trace(person))).toBe(true);
    const { text, kinds, dropped } = redactPersons(written);
    expect([text, containsTrace(text, shape.trace(person)), dropped, kinds.includes(shape.kind)]).toEqual([
      text,
      false,
      true,
      true,
    ]);
  });

  it('redacts a thousand generated texts with all series of identity numbers', () => {
    const seed = fc.sample(fc.noBias(fc.nat()), 1)[0]!;
    const draw = drawFrom(seed);
    const series = Object.values(identitySeries);
    for (let at = 0; at < 1_000; at += 1) {
      const drawn = drawPerson(draw, series[at % series.length]);
      const shape = personalShapes[at % personalShapes.length]!;
      const written = shape.write(drawn);
      const { text } = redactPersons(written);
      expect({ seed, written, text, isBetrayed: containsTrace(text, shape.trace(drawn)) }).toEqual({
        seed,
        written,
        text,
        isBetrayed: false,
      });
    }
  });

  it('finds the identity number whatever three characters separate its groups', () => {
    const number = person.identity;
    const separator = fc
      .array(fc.constantFrom(' ', '\u00a0', '.', '-', '–', '/', '_', '\t', ',', ':', '\u200b', '\u2060', '\ufeff'), {
        maxLength: 3,
      })
      .map((signs) => signs.join(''));
    const lengths = fc.constantFrom([6, 5], [6, 3, 2], [2, 2, 2, 5], [2, 2, 2, 3, 2], [4, 2, 5]);
    fc.assert(
      fc.property(lengths, fc.array(separator, { minLength: 4, maxLength: 4 }), (groups, gaps) => {
        let at = 0;
        const written = groups
          .map((length, nth) => number.slice(at, (at += length)) + (nth < groups.length - 1 ? gaps[nth]! : ''))
          .join('');
        return containsNationalId(`nr ${written} her`) && !containsTrace(maskNationalIds(written), number);
      }),
      { numRuns: 500 },
    );
  });
});

describe('check digits', () => {
  it.each(Object.entries(identitySeries))('accepts each %s', (_, series) => {
    const draw = drawFrom(1);
    for (let at = 0; at < 20; at += 1) expect(isNationalId(series(draw))).toBe(true);
  });

  // Examples from Skatteetaten's documentation of Folkeregisteret's API.
  it.each(['02013299997', '30108299920', '30108299939', '02013299903'])('accepts %s by the rule of 2032', (number) =>
    expect(isNationalIdOf2032(number)).toBe(true),
  );

  it('accepts a number of 2032 only when it is grouped or introduced', () => {
    const number = identityOf2032(drawFrom(3));
    expect([
      containsNationalId(`Vare ${number}`),
      containsNationalId(`Vare ${number.slice(0, 6)} ${number.slice(6)}`),
      containsNationalId(`fnr ${number}`),
    ]).toEqual([false, true, true]);
  });

  it.each(['32018010035', '15138010035', '15018010034', '30028010035'])('rejects %s', (number) =>
    expect(isNationalId(number)).toBe(false),
  );
  it('rejects a DUF number with a wrong remainder', () =>
    expect([isDufNumber('201712345608'), isDufNumber('199912345600')]).toEqual([false, false]));
});

describe('a text that is needed complete', () => {
  const person = '13097248022';
  it.each([
    ['Dagmamma v/ Ola Hansen, Storgata 3', 'Dagmamma v/ •••, •••'],
    ['Kurs v/ Xyla Qwert, uke 12', 'Kurs v/ •••, uke 12'],
    ['Vikar Ola Xylander', 'Vikar •••'],
    ['Vikartime Kari Anne Xylander uke 12', 'Vikartime ••• uke 12'],
    ['VIKARTIME KARI NORDMANN', 'VIKARTIME •••'],
    ['Kjørt mai skoglund', 'Kjørt •••'],
    ['Skyss til K. Nordmann', 'Skyss til •••'],
    ['Skyss til Nordmann, Kari', 'Skyss til •••'],
    ['Matpakke elev: Xyla Qwert 2 stk', 'Matpakke elev: ••• 2 stk'],
    ['Ny elev KN fra mandag', 'Ny elev ••• fra mandag'],
    ['Karis bleier', '••• bleier'],
    ['Tor Egil Rustadmo', '•••'],
    ['Levert Karl Johans gate 12, 0154 Oslo', '•••'],
    ['Nybakken 4, 2030 Nannestad', '•••'],
    [`Vikartime ${person}`, 'Vikartime •••••••••••'],
    ['kari@example.no hos oss', '••• hos oss'],
    ['KariNordmann12', '•••12'],
    ['Ka\u200bri Nord\u00admann', '•••'],
    ['fnr 150180 12345', 'fnr •••••••••••'],
    ['+46 70 123 45 67', '•••'],
  ])('redacts %s', (text, redacted) => {
    expect(redactPersons(text)).toMatchObject({ text: redacted, dropped: true });
    expect(withoutPersons(redacted)).toBe(redacted);
  });

  it.each([
    'Kjøttdeig storfe 2,5 kg',
    'Synnøve Finden Gulost skivet',
    'Nora Bringebærsyltetøy',
    'Potet Beate 10 kg',
    'Tom Yum suppe',
    'Magnolia 12 stk',
    'Sykkelvei 2 m',
    'Parkeringsplass 12',
    'Mai 2026',
    'JAN 2026',
    'Olav Thon Hotell',
    'Helly Hansen regnjakke',
    'Finn Crisp original',
    'Kongsvinger kommune',
    'Per kilo',
    'Stein Bjørn granitt',
    'Agresso_Kongsvinger_mars_2026.csv',
    'SAF-T Financial_944117784_20260401.xml',
    '4010 Rådhuset',
    'Kongsvinger kommune v/ Elvebakken skole',
    'Eidskog kommune v/ Eidskog teknisk drift',
    'Kongsvinger kommune v/ Vingersol Sykehjem',
    'Omlegging vassleidning v/Quam',
    'VIKAR V/SYKEFRAVÆR M/REF',
    'Forsvaret v/Forsvarets logistikkorganisasjon',
    'Vernesko str 40 42 44 46',
    'GTIN 7038010001239',
    'Org.nr 944117784',
    'Faktura 90012345',
    'Ordre 4500123456',
    'NS-EN 13501',
    'AB12345',
    'Bleier til Solvang sykehjem',
    'Bleier til voksne',
    'Insulin for kjøleskap',
    'Konto 11150 Inventar',
    'HR Consultancy',
    'Prosjekt 2026 12 34',
    '12 345 678,90',
    'Temperatur -18 / +4',
    'Deponi 100 200 300',
    'm² µm Ω ½',
    'Hjemmeavlastning',
    'NY HJEMMESIDE KOMMUNIKASJON',
    '01.02.2026 12345',
    '•••',
    '•••••••••••',
  ])('retains goods, places and companies: %s', (text) => expect(withoutPersons(text)).toBe(text));

  it('retains the name in a field that names a person, and redacts the number', () =>
    expect(withoutPersonalNumbers('Kari Nordmann (privat 912 34 567)')).toBe('Kari Nordmann (privat •••)'));
});

describe('the name of a file', () => {
  it.each([
    ['faktura_kari_nordmann_05068912345.xml', 'L-1.xml'],
    ['Bokføring Kongsvinger 2026-03.xlsx', 'Bokføring Kongsvinger 2026-03.xlsx'],
    ['faktura 99999912345.xml', 'faktura 99999912345.xml'],
    ['Faktura Tiril Eckhoff 150180.10035.xml', 'L-1.xml'],
    ['Kari Nordmann', 'L-1'],
    ['Dagmamma v zeynep cabdi.pdf', 'L-1.pdf'],
    ['dagmamma_v_Ola Hansen.csv', 'L-1.csv'],
    ['Prisliste v mai 2026.xlsx', 'Prisliste v mai 2026.xlsx'],
    ['Leveranser v Solvang sykehjem.xlsx', 'Leveranser v Solvang sykehjem.xlsx'],
  ])('%s is shown as %s', (name, shown) => expect(redactFileName(name, 'L-1')).toBe(shown));
});

describe('the cost of redaction', () => {
  const pieces = [
    'a',
    'A',
    '1',
    '12 ',
    '@',
    'a@',
    '.',
    '-',
    '_',
    ' ',
    'Kari ',
    'kari_',
    'v/ ',
    'elev ',
    '912 34 567 ',
    '15.01.80 ',
    'Gran',
    'lia 1',
    'gata',
    'x1',
    '•',
    '\u200b',
    '１',
    'é',
    'И',
    "'",
    'gnr ',
    '+4',
    'bor i ',
  ];
  /**
   * Returns the processor milliseconds, as the minimum of several runs, so that other load on the machine does not
   * count.
   */
  const costOf = (text: string, times = 2): number => {
    const costs = Array.from({ length: times }, () => {
      const begun = process.cpuUsage();
      redactPersons(text);
      maskNationalIds(text);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    });
    return Math.min(...costs);
  };

  /** Sixteen times the text may take sixteen times as long; a quadratic pattern would take 256 times as long. */
  it('grows linearly with the length of the text, whatever its content', () => {
    redactPersons('warm '.repeat(2_000));
    const units = fc
      .sample(
        fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 4 }).map((few) => few.join('')),
        { numRuns: 15, seed: 20_260_810 },
      )
      .concat(pieces);
    const growthOf = (unit: string, times?: number) => {
      const text = (characters: number) => unit.repeat(Math.ceil(characters / unit.length));
      return costOf(text(32_000), times) / Math.max(costOf(text(2_000), times), 0.3);
    };
    const suspected = units.filter((unit) => growthOf(unit) > 100);
    expect(suspected.map((unit) => ({ unit, growth: growthOf(unit, 5) })).filter(({ growth }) => growth > 100)).toEqual(
      [],
    );
  });
});

describe('dates with a time of day', () => {
  it('are never account or identity numbers, in any form that systems export', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        (date) => {
          const [day, month, year] = [two(date.getUTCDate()), two(date.getUTCMonth() + 1), date.getUTCFullYear()];
          const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
          for (const text of [
            `${year}-${month}-${day} ${time}`,
            `${year}-${month}-${day}T${time}.000+01:00`,
            `${day}.${month}.${year} ${time.slice(0, 5)}`,
            `${year}/${month}/${day} ${time}`,
          ])
            expect([redactPersons(text).text, containsNationalId(text)]).toEqual([text, false]);
        },
      ),
    );
  });

  it('do not hide a number next to one', () => {
    expect(containsNationalId('2026-03-05 00:00:00 13097248022')).toBe(true);
  });
});
