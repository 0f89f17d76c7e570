const CHARACTERS_MAX = 200;
const FALLBACK = 'file';

/**
 * File kinds by their first bytes, with the file extensions that fit. The first extension replaces one that does not
 * fit. A text file may be any table or document.
 */
const fileKinds: readonly { readonly starts: readonly string[]; readonly endings: readonly string[] }[] = [
  { starts: ['%PDF-'], endings: ['pdf'] },
  {
    starts: ['PK\x03\x04', 'PK\x05\x06'],
    endings: ['zip', 'xlsx', 'xlsm', 'xlsb', 'xltx', 'xltm', 'ods', 'ots', 'docx', 'pptx', 'numbers'],
  },
  {
    starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\x09\x08', '\x09\x04', '\x09\x02', '\x09\x00'],
    endings: ['xls', 'xlt', 'doc', 'ppt', 'xlsx', 'xlsm', 'xlsb'],
  },
  { starts: ['\x1f\x8b'], endings: ['gz'] },
  {
    starts: [''],
    endings: [
      'txt',
      'csv',
      'tsv',
      'tab',
      'skv',
      'prn',
      'dat',
      'asc',
      'xml',
      'json',
      'jsonl',
      'ndjson',
      'fods',
      'edi',
      'sie',
      'si',
    ],
  },
];
const knownExtensions = new Set(fileKinds.flatMap(({ endings }) => endings));

/** Number of bytes at the start of a file that `fileNameOf` inspects. */
export const HEAD_BYTES = 16;

/**
 * Returns the name under which a file is stored. Removes folders, line breaks, control, invisible and direction
 * characters, and angle brackets. The result has one extension that fits the kind of file. A spreadsheet with the
 * extension of another spreadsheet format keeps it, because the reader reports that to the sender.
 * @param head first bytes of the content; empty when not yet available, and then every known extension is accepted
 */
export function fileNameOf(givenName: string, head: Uint8Array): string {
  const name = (givenName.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}<>]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  const [, base = name, ending = ''] = /^(.+)\.([a-z][a-z0-9]{0,11})$/i.exec(name) ?? [];
  const text = Buffer.from(head).toString('latin1');
  const fitting = fileKinds.find(({ starts }) => starts.some((start) => text.startsWith(start)))?.endings ?? [];
  const fits =
    head.length === 0 ? knownExtensions.has(ending.toLowerCase()) : isFittingExtension(ending.toLowerCase(), fitting);
  if (ending !== '' && fits) return shortenName(withoutExtension(base, ending), ending);
  return ending === ''
    ? shortenName(name || FALLBACK, '')
    : shortenName(withoutExtension(base, fitting[0] ?? ''), fitting[0] ?? '');
}

/**
 * Returns whether the extension fits. Only PDF files may have the extension pdf; other kinds can be confused with each
 * other.
 */
function isFittingExtension(ending: string, fitting: readonly string[]): boolean {
  return knownExtensions.has(ending) && (ending === 'pdf') === fitting.includes('pdf');
}

/** Removes a repeated extension: a corrected `a.pdf.exe` becomes `a.pdf`, not `a.pdf.pdf`. */
function withoutExtension(base: string, ending: string): string {
  return base.toLowerCase().endsWith(`.${ending.toLowerCase()}`) ? base.slice(0, -ending.length - 1) : base;
}

/** Shortens the name by whole characters and keeps the extension. */
function shortenName(base: string, ending: string): string {
  const tail = ending === '' ? '' : `.${ending}`;
  return `${[...base].slice(0, CHARACTERS_MAX - tail.length).join('')}${tail}`;
}
