/**
 * Names two Norwegian municipalities share today or shared until 2020, folded, with the words that tell them apart.
 * Source: Statistics Norway, standard for municipalities (Klass 131).
 */
const shared: ReadonlyMap<string, readonly string[]> = new Map([
  ['valer', ['innlandet', 'hedmark', 'ostfold', 'viken']],
  ['heroy', ['more og romsdal', 'more', 'nordland', 'sunnmore']],
  ['os', ['innlandet', 'hedmark', 'hordaland', 'vestland']],
  ['bo', ['nordland', 'telemark']],
  ['sande', ['more og romsdal', 'more', 'vestfold', 'sunnmore']],
  ['nes', ['akershus', 'viken', 'buskerud', 'romerike', 'hallingdal']],
]);

/** The counties that tell municipalities of this folded name apart; null when the name is one municipality's own. */
export function homonymCounties(foldedName: string): readonly string[] | null {
  return shared.get(foldedName) ?? null;
}
