const CHARACTERS_MAX = 200;
const FALLBACK = 'file';

/** What the first bytes of a file say of it, with the endings that fit; the first is given to a name with another. A text may be any table or document. */
const families: readonly { readonly starts: readonly string[]; readonly endings: readonly string[] }[] = [
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
const known = new Set(families.flatMap(({ endings }) => endings));

/** How many bytes of a file `fileNameOf` looks at. */
export const HEAD_BYTES = 16;

/**
 * Returns the name a file is stored under: without folders, line breaks, control, invisible and direction characters, or angle brackets, and with one
 * ending that a file of this kind may have. A spreadsheet under another spreadsheet's ending keeps it: the reader tells the sender.
 * @param head the first bytes of the content; none where it has not been seen, and then every ending we know is let be
 */
export function fileNameOf(given: string, head: Uint8Array): string {
  const name = (given.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}<>]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  const [, base = name, ending = ''] = /^(.+)\.([a-z][a-z0-9]{0,11})$/i.exec(name) ?? [];
  const text = Buffer.from(head).toString('latin1');
  const fitting = families.find(({ starts }) => starts.some((start) => text.startsWith(start)))?.endings ?? [];
  const fits = head.length === 0 ? known.has(ending.toLowerCase()) : isFitting(ending.toLowerCase(), fitting);
  if (ending !== '' && fits) return shortened(withoutKnownEnding(base, ending), ending);
  return ending === ''
    ? shortened(name || FALLBACK, '')
    : shortened(withoutKnownEnding(base, fitting[0] ?? ''), fitting[0] ?? '');
}

/** A PDF is called so and nothing else is; other kinds may be mistaken for each other. */
function isFitting(ending: string, fitting: readonly string[]): boolean {
  return known.has(ending) && (ending === 'pdf') === fitting.includes('pdf');
}

/** `a.pdf.exe` is not called `a.pdf.pdf` when its ending is corrected. */
function withoutKnownEnding(base: string, ending: string): string {
  return base.toLowerCase().endsWith(`.${ending.toLowerCase()}`) ? base.slice(0, -ending.length - 1) : base;
}

/** By whole characters, with the ending kept. */
function shortened(base: string, ending: string): string {
  const tail = ending === '' ? '' : `.${ending}`;
  return `${[...base].slice(0, CHARACTERS_MAX - tail.length).join('')}${tail}`;
}
