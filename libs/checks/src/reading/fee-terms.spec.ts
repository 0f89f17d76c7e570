import { feeKind } from './fee-terms.ts';

describe('fees and deposits', () => {
  it.each([
    'Frakt',
    'FRAKT uke 12',
    'Miljøgebyr',
    'Ekspedisjonsgebyr',
    'Porto',
    'Fraktgebyr Grue',
    'Drivstofftillegg',
    'Transporttillegg',
    'Frakttillegg uke 12',
    'Småordretillegg',
    'Bompengetillegg',
    'Utkjøringstillegg',
  ])('%s is a fee', (name) => expect(feeKind(name)).toBe('fee'));
  it.each(['Pant 2 kr', 'Flaskepant', 'pant boks'])('%s is a deposit', (name) => expect(feeKind(name)).toBe('deposit'));
  it.each([
    'Kopipapir A4',
    'Pantene sjampo',
    'Transportbånd',
    'Emballasje takeaway',
    'Panteautomat',
    'Transportkasse',
    'Rapsolje 10 l',
    'Energibar',
    'Tilleggsmodul',
  ])('%s is goods', (name) => expect(feeKind(name)).toBeNull());
});
