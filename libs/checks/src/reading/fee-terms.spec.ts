import fc from 'fast-check';
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
    'Sukker uten avgift',
    'Fôrtillegg 10 kg',
    'Avgiftsfri rapport',
    'Leveringskasse',
    'Delivery bag',
    'Gebührenmarken',
  ])('%s is goods', (name) => expect(feeKind(name)).toBeNull());

  it('are known by the word for a charge, whatever it is for', () => {
    const letters = fc.constantFrom(
      'Småordre',
      'Minsteordre',
      'EE-',
      'Kleinmengen',
      'Kjøle',
      'Plast',
      'Umwelt',
      'Leverings',
    );
    const words = [
      'avgift',
      'tillegg',
      'tillägg',
      'tillæg',
      'gebyr',
      'gebühr',
      'zuschlag',
      'pauschale',
      'omkostninger',
    ];
    fc.assert(
      fc.property(
        letters,
        fc.constantFrom(...words),
        fc.constantFrom('', ' uke 12', ', ordre 4412'),
        (of, word, more) => {
          expect(feeKind(`${of}${word}${more}`)).toBe('fee');
        },
      ),
    );
    for (const name of ['Levering', 'Utkjøring', 'Delivery', 'Öresavrundning', 'Gebühr'])
      expect(feeKind(name)).toBe('fee');
  });
});
