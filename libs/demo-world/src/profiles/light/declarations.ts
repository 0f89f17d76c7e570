import type { Item } from '../../catalogue/item.ts';
import type { Declaration, Flaw } from '../../footprints/declaration.ts';
import type { Day } from '../../values/calendar.ts';
import { items } from './items.ts';

/** Items with a flawed declaration. All other items with their own footprint have a correct one. */
const flaws: Record<string, Flaw> = {
  '0041207': 'expired',
  '4310015': 'expired',
  '0055026': 'expired',
  'SP-SFF-G9': 'expired',
  'SK-24-QHD': 'expired',
  '4310039': 'unit-pack',
  '4420159': 'unit-pack',
  '0041238': 'unit-area',
  'BP-15-G4': 'old-basis',
  'SKR-MFP': 'old-basis',
  'TLF-A55': 'unverified',
  'HS-USB': 'unverified',
  '4420135': 'negative',
  'NB-10-SKO': 'scale',
  'DOK-USBC': 'other-product',
};

/**
 * Returns the last day of validity. That of copy paper passes unnoticed at the end of 2025; other expired declarations
 * end within the six quarters.
 */
const endOf = (item: Item, flaw: Flaw): Day =>
  item.number === '0041207' ? '2025-12-31' : flaw === 'expired' ? '2025-06-30' : '2027-12-31';

/** One declaration per item with its own footprint: about a third of the computers and the office items. */
export const declarations: readonly Declaration[] = items
  .filter((item) => item.footprintSource === 'own')
  .map((item, index) => {
    const flaw = flaws[item.number] ?? 'none';
    const validTo = endOf(item, flaw);
    return {
      item,
      flaw,
      number: `NEPD-DEMO-${String(1001 + index * 7)}`,
      validFrom: `${Number(validTo.slice(0, 4)) - 2}-01-01`,
      validTo,
      submittedAt: `2025-0${1 + (index % 6)}-1${index % 9}T10:00:00+01:00`,
      by: item.supplier === 'blyant' ? 'anne-lise' : 'henrik',
      confusedWith: flaw === 'other-product' ? (items.find((one) => one.number === 'PRJ-4000') as Item) : null,
    };
  });
