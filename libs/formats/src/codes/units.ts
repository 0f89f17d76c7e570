import type { Language } from '@tallgrunn/values';

/**
 * Units of measure found on Norwegian invoices and price lists: UN/ECE Recommendation 20 (revision 11e) and package
 * codes of Recommendation 21 (revision 9e) with UBL's X prefix. Some package codes are also used without the prefix.
 * Only units that were found or are expected; the names are our own.
 */
const rows: readonly (readonly [code: string, nb: string, nn: string, en: string])[] = [
  ['C62', 'stk', 'stk', 'one'],
  ['H87', 'stk', 'stk', 'piece'],
  ['EA', 'stk', 'stk', 'each'],
  ['NAR', 'stk', 'stk', 'number of articles'],
  ['XPP', 'stk', 'stk', 'piece (package)'],
  ['NMP', 'pakker', 'pakkar', 'number of packs'],
  ['PR', 'par', 'par', 'pair'],
  ['DZN', 'dusin', 'dusin', 'dozen'],
  ['CEN', 'hundre', 'hundre', 'hundred'],
  ['MIL', 'tusen', 'tusen', 'thousand'],
  ['SET', 'sett', 'sett', 'set'],
  ['KT', 'sett', 'sett', 'kit'],
  ['AS', 'utvalg', 'utval', 'assortment'],
  ['LS', 'rund sum', 'rund sum', 'lump sum'],
  ['E48', 'tjeneste', 'teneste', 'service unit'],
  ['ACT', 'aktivitet', 'aktivitet', 'activity'],
  ['E49', 'arbeidsdag', 'arbeidsdag', 'working day'],
  ['ZZ', 'avtalt enhet', 'avtalt eining', 'mutually defined'],
  ['P1', 'prosent', 'prosent', 'percent'],
  ['KGM', 'kg', 'kg', 'kilogram'],
  ['GRM', 'g', 'g', 'gram'],
  ['MGM', 'mg', 'mg', 'milligram'],
  ['HGM', 'hg', 'hg', 'hectogram'],
  ['TNE', 'tonn', 'tonn', 'tonne'],
  ['LBR', 'pund (lb)', 'pund (lb)', 'pound'],
  ['ONZ', 'unse', 'unse', 'ounce'],
  ['CMT', 'cm', 'cm', 'centimetre'],
  ['MMT', 'mm', 'mm', 'millimetre'],
  ['MTR', 'm', 'm', 'metre'],
  ['LM', 'løpemeter', 'løpemeter', 'linear metre'],
  ['INH', 'tomme', 'tomme', 'inch'],
  ['FOT', 'fot', 'fot', 'foot'],
  ['MTK', 'm²', 'm²', 'square metre'],
  ['CMK', 'cm²', 'cm²', 'square centimetre'],
  ['DAA', 'dekar', 'dekar', 'decare'],
  ['HAR', 'hektar', 'hektar', 'hectare'],
  ['MTQ', 'm³', 'm³', 'cubic metre'],
  ['DMQ', 'dm³', 'dm³', 'cubic decimetre'],
  ['CMQ', 'cm³', 'cm³', 'cubic centimetre'],
  ['FTQ', 'kubikkfot', 'kubikkfot', 'cubic foot'],
  ['SM3', 'standardkubikkmeter', 'standardkubikkmeter', 'standard cubic metre'],
  ['LTR', 'l', 'l', 'litre'],
  ['DLT', 'dl', 'dl', 'decilitre'],
  ['CLT', 'cl', 'cl', 'centilitre'],
  ['MLT', 'ml', 'ml', 'millilitre'],
  ['HLT', 'hl', 'hl', 'hectolitre'],
  ['KWH', 'kWh', 'kWh', 'kilowatt hour'],
  ['MWH', 'MWh', 'MWh', 'megawatt hour'],
  ['GWH', 'GWh', 'GWh', 'gigawatt hour'],
  ['KWT', 'kW', 'kW', 'kilowatt'],
  ['MAW', 'MW', 'MW', 'megawatt'],
  ['WTT', 'W', 'W', 'watt'],
  ['KVT', 'kV', 'kV', 'kilovolt'],
  ['KVR', 'kvar', 'kvar', 'kilovar'],
  ['K3', 'kvarh', 'kvarh', 'kilovolt ampere reactive hour'],
  ['KVA', 'kVA', 'kVA', 'kilovolt ampere'],
  ['AMP', 'A', 'A', 'ampere'],
  ['JOU', 'J', 'J', 'joule'],
  ['3B', 'MJ', 'MJ', 'megajoule'],
  ['GV', 'GJ', 'GJ', 'gigajoule'],
  ['MTS', 'm/s', 'm/s', 'metre per second'],
  ['SEC', 'sekund', 'sekund', 'second'],
  ['MIN', 'minutt', 'minutt', 'minute'],
  ['HUR', 'time', 'time', 'hour'],
  ['LH', 'arbeidstime', 'arbeidstime', 'labour hour'],
  ['DAY', 'dag', 'dag', 'day'],
  ['WEE', 'uke', 'veke', 'week'],
  ['MON', 'måned', 'månad', 'month'],
  ['QAN', 'kvartal', 'kvartal', 'quarter of a year'],
  ['SAN', 'halvår', 'halvår', 'half-year'],
  ['ANN', 'år', 'år', 'year'],
  ['TKM', 'tonnkilometer', 'tonnkilometer', 'tonne kilometre'],
  ['4L', 'MB', 'MB', 'megabyte'],
  ['AD', 'byte', 'byte', 'byte'],
  ['E34', 'GB', 'GB', 'gigabyte'],
  ['E35', 'TB', 'TB', 'terabyte'],
  ['IE', 'person', 'person', 'person'],
  ['KMT', 'km', 'km', 'kilometre'],
  ['RM', 'ris', 'ris', 'ream'],
  ['ST', 'ark', 'ark', 'sheet'],
  ['BLD', 'tørrfat', 'tørrfat', 'dry barrel'],
  ['BLL', 'fat', 'fat', 'barrel'],
  ['D63', 'bok', 'bok', 'book'],
  ['BO', 'flaske', 'flaske', 'bottle'],
  ['BX', 'eske', 'eske', 'box'],
  ['CT', 'kartong', 'kartong', 'carton'],
  ['PK', 'pakke', 'pakke', 'pack'],
  ['PA', 'pakke', 'pakke', 'packet'],
  ['RO', 'rull', 'rull', 'roll'],
  ['XBA', 'tønne', 'tønne', 'barrel'],
  ['XBC', 'flaskekasse', 'flaskekasse', 'bottle crate'],
  ['XBE', 'bunt', 'bunt', 'bundle'],
  ['XBG', 'pose', 'pose', 'bag'],
  ['XBH', 'bunt', 'bunt', 'bunch'],
  ['XBJ', 'spann', 'spann', 'bucket'],
  ['XBK', 'kurv', 'korg', 'basket'],
  ['XBO', 'flaske', 'flaske', 'bottle'],
  ['XBX', 'eske', 'eske', 'box'],
  ['XCA', 'boks', 'boks', 'can'],
  ['XCR', 'kasse', 'kasse', 'crate'],
  ['XCS', 'kasse', 'kasse', 'case'],
  ['XCT', 'kartong', 'kartong', 'carton'],
  ['XCU', 'kopp', 'kopp', 'cup'],
  ['XDR', 'fat', 'fat', 'drum'],
  ['XJC', 'kanne', 'kanne', 'jerrycan'],
  ['XJR', 'glass', 'glas', 'jar'],
  ['XNE', 'uemballert', 'uemballert', 'unpacked'],
  ['XPA', 'pakke', 'pakke', 'packet'],
  ['XPC', 'pakke', 'pakke', 'parcel'],
  ['XPK', 'pakke', 'pakke', 'package'],
  ['XPU', 'brett', 'brett', 'tray'],
  ['XPX', 'pall', 'pall', 'pallet'],
  ['XRL', 'spole', 'spole', 'reel'],
  ['XRO', 'rull', 'rull', 'roll'],
  ['XSA', 'sekk', 'sekk', 'sack'],
  ['XST', 'ark', 'ark', 'sheet'],
  ['XTB', 'balje', 'balje', 'tub'],
  ['XTU', 'tube', 'tube', 'tube'],
  ['XZZ', 'avtalt emballasje', 'avtalt emballasje', 'mutually defined package'],
];

/** Units for one counted thing. EHF senders use any of these for "stk". */
export const pieceUnits: ReadonlySet<string> = new Set(['C62', 'H87', 'EA', 'NAR', 'XPP']);

const byCode = new Map(rows.map(([code, nb, nn, en]) => [code, { nb, nn, en }]));

/**
 * `known`: in our list. `unlisted`: formed like a code, but without a name here. `malformed`: cannot be a code ("stk",
 * "kilo").
 */
export type UnitStatus = 'known' | 'unlisted' | 'malformed';

export function unitStatus(code: string): UnitStatus {
  if (byCode.has(code)) return 'known';
  return /^(?:[A-Z0-9]{2,3}|X[A-Z0-9]{2})$/.test(code) ? 'unlisted' : 'malformed';
}

/** Returns the name of a unit in a language, or null when the unit is not listed. */
export function unitName(code: string, language: Language): string | null {
  return byCode.get(code)?.[language] ?? null;
}
