import { hidePersons, nameOfFile, withoutPersons } from './possible-persons.ts';
import { reduceNumber } from './reduce-codes.ts';

const person = '13097248022';

describe('a text that is needed whole', () => {
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
    ['Tor Egil Rustadmo', '•••'],
    ['Levert Karl Johans gate 12, 0154 Oslo', '•••'],
    ['Nybakken 4, 2030 Nannestad', '•••'],
    [`Vikartime ${person}`, 'Vikartime •••••••••••'],
    ['kari@example.no hos oss', '••• hos oss'],
    ['KariNordmann12', '•••12'],
  ])('is without persons: %s', (text, kept) => expect(hidePersons(text)).toEqual({ text: kept, dropped: true }));

  it.each([
    'Kjøttdeig storfe 2,5 kg', 'Synnøve Finden Gulost skivet', 'Nora Bringebærsyltetøy', 'Potet Beate 10 kg', 'Tom Yum suppe', 'Magnolia 12 stk', 'Sykkelvei 2 m', 'Parkeringsplass 12', 'Mai 2026', 'JAN 2026', 'Olav Thon Hotell',
    'Helly Hansen regnjakke', 'Finn Crisp original', 'Kongsvinger kommune', 'Per kilo', 'Stein Bjørn granitt', 'Agresso_Kongsvinger_mars_2026.csv', 'SAF-T Financial_944117784_20260401.xml', '4010 Rådhuset',
    'Kongsvinger kommune v/ Elvebakken skole', 'Eidskog kommune v/ Eidskog teknisk drift', 'Kongsvinger kommune v/ Vingersol Sykehjem', 'Omlegging vassleidning v/Quam', 'VIKAR V/SYKEFRAVÆR M/REF', 'Forsvaret v/Forsvarets logistikkorganisasjon',
  ])('keeps goods, places and companies: %s', (text) => expect(withoutPersons(text)).toBe(text));
});

describe('the name of a file', () => {
  it.each([
    ['faktura_kari_nordmann_05068912345.xml', 'faktura_•••_•••.xml'],
    ['Bokføring Kongsvinger 2026-03.xlsx', 'Bokføring Kongsvinger 2026-03.xlsx'],
    ['faktura 99999912345.xml', 'faktura 99999912345.xml'],
  ])('%s', (name, kept) => expect(nameOfFile(name)).toBe(kept));
});

describe('the number of an invoice', () => {
  it.each([
    ['Faktura Kari Nordmann 12', '12'],
    ['Kari_Nordmann_2026-17', '2026-17'],
    ['Xyla Qwert 4711', '4711'],
    ['Kari Nordmann, Storgata 3', null],
    [person, null],
    ['INV 2025 001', 'INV 2025 001'],
    ['Faktura 12', 'Faktura 12'],
    ['AB-2026/17', 'AB-2026/17'],
  ])('%s', (text, kept) => expect(reduceNumber(text).text).toBe(kept));
});
