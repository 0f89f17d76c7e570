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

describe('who buys', () => {
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
  ])('%s', (text, found) => expect(buyers.find(text)).toEqual(found));
});
