import { repairEncoding } from './repair-text.ts';

describe('broken encoding of Norwegian letters', () => {
  it.each([
    ['SÃ¸r-Odal', 'Sør-Odal'],
    ['Ã…snes', 'Åsnes'],
    ['KjÃ¸ttdeig Ã¦ble', 'Kjøttdeig æble'],
  ])('%s is %s', (broken, right) => expect(repairEncoding(broken)).toBe(right));

  it.each(['Sør-Odal', 'Ã', 'Åsnes', 'CAFÉ', 'São Paulo'])('does not change %s', (text) =>
    expect(repairEncoding(text)).toBeNull(),
  );
});
