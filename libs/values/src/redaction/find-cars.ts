import { normaliseName } from '../municipalities.ts';
import { HIDDEN_VALUE } from './hidden.ts';
import { readableText, type Span } from './readable-text.ts';

const written = '[A-ZÆØÅ]{2}[\\s.–-]?\\d{5}';
const plate = new RegExp(`(?<![\\p{L}\\d])${written}(?![\\d\\p{L}])`, 'giu');
const onlyPlate = new RegExp(`^\\s*${written}\\s*$`, 'iu');
const vehicle = new RegExp(
  [
    '\\bbil|\\bbuss|kjøret|kjenne|kjørt|\\breg\\.? ?(?:n|merke)|registr|skilt|drivstoff|diesel|bensin|fylling|parker|bompeng|bomring|bompass',
    'passering|autopass|eu-?kontroll|dekk|leasing|taxi|drosje|skyss|verksted|lading|\\bvask av\\b|car\\b|vehicle',
  ].join('|'),
  'i',
);
const ofWhat = '(?:bil(?:ens?)?|buss|kjoretoy|taxi|drosje|vehicle|car)?';
const itsNumber =
  '(?:regn(?:umme)?r|reg|registrering(?:snumme?r|snr|smerke)?|kjennemerke|kjennemerkje|skilt(?:n(?:umme)?r)?|bilskilt|nummerskilt|nr|nummer|' +
  'licenceplate|licenseplate|platenumber|plate|registration(?:number|no)?)?';
const heading = new RegExp(`^${ofWhat}${itsNumber}(?:pa)?(?:bil|kjoretoy)?$`);
const between = /^[\s,;:(–_-]{0,3}$/;

/** Finds vehicle registration numbers in texts about vehicles only, because many item numbers have the same form. */
export function findCars(text: string): Span[] {
  if (!vehicle.test(text)) return [];
  return [...text.matchAll(plate)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    kind: 'car' as const,
  }));
}

/** Finds vehicle registration numbers next to a person's name, whatever the text is about. */
export function findCarsNextToNames(text: string, names: readonly Span[]): Span[] {
  return [...text.matchAll(plate)].flatMap(({ 0: found, index }) => {
    const to = index + found.length;
    const isAdjacent = names.some((name) =>
      name.to <= index
        ? between.test(text.slice(name.to, index))
        : name.from >= to && between.test(text.slice(to, name.from)),
    );
    return isAdjacent ? [{ from: index, to, kind: 'car' as const }] : [];
  });
}

/** Returns whether a text is only two letters and five digits, the form of a Norwegian vehicle registration number. */
export function isPlate(text: string): boolean {
  return text.length >= 7 && text.length <= 12 && onlyPlate.test(readableText(text));
}

/** Returns whether a heading announces a column of vehicle registration numbers. */
export function isPlateHeading(text: string): boolean {
  const normalised = normaliseName(text).replaceAll(' ', '');
  return (
    normalised !== '' &&
    normalised !== 'nr' &&
    normalised !== 'nummer' &&
    normalised !== 'reg' &&
    heading.test(normalised)
  );
}

/** Returns the text with vehicle registration numbers hidden; for a column of such numbers. */
export const withoutPlates = (text: string): string => readableText(text).replace(plate, HIDDEN_VALUE);
