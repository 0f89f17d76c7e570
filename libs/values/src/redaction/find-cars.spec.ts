import { isPlate, isPlateHeading, withoutPlates } from './find-cars.ts';
import { redactPersons, withoutPersons } from './redact-persons.ts';

describe('registration numbers of cars', () => {
  it.each(['EK 12345', 'EL12345', 'el12345', 'ek\u00a012345', 'EK-12345', 'EK–12345', 'EK\u202f12345', 'dp.12345'])(
    'are found in this text: %s',
    (plate) => {
      expect(isPlate(plate)).toBe(true);
      expect(withoutPersons(`Parkering reg.nr ${plate}`)).toBe('Parkering reg.nr •••');
      expect(withoutPersons(`Kari Nordmann ${plate}`)).toBe('••• •••');
      expect(withoutPersons(`${plate} (Kari Nordmann)`)).toBe('••• (•••)');
      expect(withoutPlates(`${plate}, ${plate}`)).toBe('•••, •••');
    },
  );

  it.each(['AB12345', 'EK 12345', 'Hylle AB 12345 grå', 'AB12345 Hansen AS'])(
    'remain when nothing indicates a vehicle: %s',
    (text) => {
      expect(redactPersons(text).dropped).toBe(false);
    },
  );

  it.each(['AB1234', 'AB123456', 'A12345', 'ABC12345', '12345', '1AB12345', 'AB 12 345', ''])(
    'do not have the form %s',
    (text) => expect(isPlate(text)).toBe(false),
  );

  it.each([
    'regnr',
    'Reg.nr.',
    'Reg. nr (bil)',
    'Kjøretøy',
    'bilregnr',
    'bilensregnr',
    'registreringsnummer',
    'kjennemerke',
    'skiltnr',
    'bil',
    'bilnr',
    'kjoretoynr',
    'taxinr',
    'licenceplate',
  ])('are announced by the heading %s', (folded) => expect(isPlateHeading(folded)).toBe(true));

  it.each([
    '',
    'nr',
    'nummer',
    'reg',
    'varenr',
    'bilag',
    'bilagsnr',
    'billett',
    'kartong',
    'region',
    'regnskap',
    'artikkel',
    'serienummer',
  ])('are not announced by the heading %s', (folded) => expect(isPlateHeading(folded)).toBe(false));
});
