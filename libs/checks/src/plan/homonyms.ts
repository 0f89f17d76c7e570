/**
 * Names that two Norwegian municipalities share today or shared until 2020, normalised, with the words that distinguish
 * them.
 * Source: Statistics Norway, standard for municipalities (Klass 131).
 */
const sharedNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['valer', ['innlandet', 'hedmark', 'ostfold', 'viken']],
  ['heroy', ['more og romsdal', 'more', 'nordland', 'sunnmore']],
  ['os', ['innlandet', 'hedmark', 'hordaland', 'vestland']],
  ['bo', ['nordland', 'telemark']],
  ['sande', ['more og romsdal', 'more', 'vestfold', 'sunnmore']],
  ['nes', ['akershus', 'viken', 'buskerud', 'romerike', 'hallingdal']],
]);

/** Returns the counties that distinguish municipalities with this normalised name; null when the name is unique. */
export function homonymCounties(normalisedName: string): readonly string[] | null {
  return sharedNames.get(normalisedName) ?? null;
}
