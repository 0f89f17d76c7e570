import { indexBuyers } from './buyer-index.ts';

const buyers = indexBuyers({
  buyers: {
    key: ['k', 's', 'a', 'v', 'e'],
    name: ['Kongsvinger', 'Sør-Odal', 'Åsnes', 'Våler', 'Eidskog'],
    orgNumber: ['944117784', null, null, null, null],
    municipalityNumber: ['3401', '3415', '3418', '3419', '3416'],
  },
  sites: { name: ['Grende skole'], orgNumber: ['311047116'], buyer: [1] },
  aliases: { text: ['RIIK kontor'], buyer: [0] },
});

describe('buyers', () => {
  it.each([
    ['Kongsvinger kommune', { buyer: 0, how: 'exact' }],
    ['KONGSVINGER', { buyer: 0, how: 'exact' }],
    ['3401', { buyer: 0, how: 'exact' }],
    ['0402', { buyer: 0, how: 'former-number' }],
    ['402', { buyer: 0, how: 'former-number' }],
    ['944 117 784', { buyer: 0, how: 'exact' }],
    ['311047116', { buyer: 1, how: 'site' }],
    ['Sør Odal', { buyer: 1, how: 'spelling' }],
    ['Asnes', { buyer: 2, how: 'spelling' }],
    ['Aasnes kommune', { buyer: 2, how: 'spelling' }],
    ['Kongvsinger', { buyer: 0, how: 'spelling' }],
    ['Våler', { buyer: 3, how: 'homonym' }],
    ['Våler (Innlandet)', { buyer: 3, how: 'exact' }],
    ['Våler i Østfold', null],
    ['3419 Våler', { buyer: 3, how: 'exact' }],
    ['Eidskog Sykehjem', { buyer: 4, how: 'site' }],
    ['Grende skole', { buyer: 1, how: 'site' }],
    ['riik kontor', { buyer: 0, how: 'exact' }],
    ['Elverum kommune', null],
    ['10423 - Eidskog kommune', { buyer: 4, how: 'exact' }],
    ['K10423 Eidskog', { buyer: 4, how: 'exact' }],
    ['Åsnes kommune (88123)', { buyer: 2, how: 'exact' }],
    ['10423/Asnes', { buyer: 2, how: 'spelling' }],
    ['EIDSKOG KOMM.', { buyer: 4, how: 'spelling' }],
    ['Sør-Odal kom', { buyer: 1, how: 'spelling' }],
    ['10423 Elverum kommune', null],
    ['2120 Eidskog', null],
    ['Lia skole, Eidskog kommune', { buyer: 4, how: 'site' }],
    ['Kjøpesenteret, Eidskog', null],
    ['Våler kommune (Østfold)', null],
    ['10423 Våler kommune (Østfold)', null],
    ['Eidskog kommune, Åsnes kommune', { buyer: 4, how: 'site' }],
  ])('%s', (text, found) => expect(buyers.find(text)).toEqual(found));
});

describe('names that a system has cut', () => {
  const names = [
    'Fjordane Interkommunale Renovasjon IKS',
    'Fjordane Interkommunale Brannvesen',
    'Lyngdal kirkelige fellesråd',
  ];
  const cut = indexBuyers({ buyers: { key: ['r', 'b', 'l'], name: names } });

  it.each([
    ['Fjordane Interkommunale Renovas', { buyer: 0, how: 'spelling' }],
    ['LYNGDAL KIRKELIGE F', { buyer: 2, how: 'spelling' }],
    ['Fjordane Interkommunale', null],
    ['Lyngdal kirke', null],
  ])('%s', (text, found) => expect(cut.find(text)).toEqual(found));
});

describe('learned names and numbers', () => {
  const known = indexBuyers({
    buyers: {
      key: ['k', 's', 'n'],
      name: ['Kongsvinger', 'Sør-Odal', 'Ny kommune'],
      orgNumber: ['944117784', null, null],
      municipalityNumber: ['3401', '3415', null],
    },
    sites: {
      name: ['Sør Odal Skule', 'Sentralkjøkken', 'Sentralkjøkken', 'Grende skole'],
      orgNumber: [null, null, null, '311047116'],
      buyer: [1, 0, 1, 1],
    },
    customerNumbers: { number: ['10423', '00077', '3415', '0402', 'K-12'], buyer: [0, 1, 0, 1, 0] },
    formerNames: { text: ['Vinger herred'], buyer: [0], until: ['2020-01-01'] },
    successions: { buyer: [1], by: [2], on: ['2026-03-10'] },
  });

  it.each([
    ['Sør Odal skule', { buyer: 1, how: 'site' }],
    ['sentralkjøkken', null],
    ['311047116', { buyer: 1, how: 'site' }],
    ['10423', { buyer: 0, how: 'exact' }],
    ['77', { buyer: 1, how: 'exact' }],
    ['K-12', { buyer: 0, how: 'exact' }],
    ['10424', null],
    ['10423 Kongsvinger', { buyer: 0, how: 'exact' }],
    ['10423 Sør-Odal', null],
    ['3415', { buyer: 1, how: 'exact' }],
    ['0402', { buyer: 1, how: 'exact' }],
    ['Vinger herred', { buyer: 0, how: 'former-name', since: '2020-01-01' }],
  ])('%s', (text, found) => expect(known.find(text)).toEqual(found));

  it.each([
    ['2026-03-09', { buyer: 1, how: 'exact' }],
    ['2026-03-10', { buyer: 2, how: 'succeeded', since: '2026-03-10' }],
    ['', { buyer: 1, how: 'exact' }],
  ])('Sør-Odal on %j', (date, found) => expect(known.onDay(known.find('Sør-Odal')!, date)).toEqual(found));
});
