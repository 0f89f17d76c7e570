/** Supported encodings. Labels follow the Encoding Standard, except ibm850, which it lacks (Excel's "CSV (MS-DOS)"). */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'ibm850';

/** Decodes a text in pieces; `decode` without bytes finishes it. */
export interface TextReader {
  decode(bytes?: Uint8Array): string;
}

// Upper half of each code page, 0x80 to 0xFF. TextDecoder is not used because Node 20 decodes 0x80–0x9F of windows-1252
// wrongly.
const upperHalves = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
};

function singleByteReader(upperHalf: string): TextReader {
  const units = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : upperHalf.charCodeAt(byte - 128)));
  // A typed array has the machine's byte order, and all supported machines are little-endian.
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  return { decode: (bytes) => (bytes ? decoder.decode(Uint16Array.from(bytes, (byte) => units[byte]!)) : '') };
}

/** Returns a decoder of an encoding. A byte order mark is removed; invalid bytes become U+FFFD. */
export function textReader(encoding: TextEncoding): TextReader {
  if (encoding !== 'utf-8' && encoding !== 'utf-16le' && encoding !== 'utf-16be')
    return singleByteReader(upperHalves[encoding]);
  const decoder = new TextDecoder(encoding);
  return { decode: (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()) };
}
