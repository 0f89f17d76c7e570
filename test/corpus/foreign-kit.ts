import { writeXlsx, writeZip } from '@tallgrunn/tabular';
// Exports as accounting systems and access points write them. None is written by the product, and each has
// independently counted totals.

export interface ForeignFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Amounts of the imported lines in NOK, as in the file; or the code of the rejection. */
  readonly expected:
    | {
        readonly amounts: readonly string[];
        readonly currency?: string;
        readonly aside?: number;
        readonly refused?: number;
        readonly told?: readonly string[];
        readonly repeated?: number;
      }
    | { readonly refusal: string };
}

export const finnskog = '311047116';
export const seller = { orgNumber: finnskog, name: 'Finnskog Storkjøkken Engros' };
export const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
export const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
export const zipped = (files: Readonly<Record<string, string | Uint8Array>>) =>
  whole(
    writeZip(Object.entries(files).map(([name, content]) => ({ name, content: [Buffer.from(content as string)] }))),
  );

export let counted = 0;
/** Returns a number that no other file has. */
export const next = (): number => 810_000 + (counted += 1);

export const agressoHead =
  'BA;Bilagsnr;Bilagsdato;Periode;Konto;Konto (T);Ansvar;Ansvar (T);Funksjon;Funksjon (T);Resk.nr;Resk.nr (T);Orgnr;Fakturanr;AV;Beløp;Tekst';
export const agresso = (
  amount: string,
  { ba = 'IV', period = '202603', account = '1115', org = finnskog, text = 'Faktura' } = {},
) =>
  `${ba};${next()};05.03.2026;${period};${account};Matvarer;4010;Rådhuset;253;Bistand;50012;Finnskog AS;${org};F-${counted};14;${amount};${text}`;
export const vismaHead =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';
export const visma = (
  amount: string,
  { art = '115', org = finnskog, number = '50012', period = '3/2026', text = 'Faktura' } = {},
) => `${next()};06.03.2026;${period};${art};4010;253;${number};Finnskog;${org};F-${counted};${amount};${text}`;
export const csv = (...rows: string[]) => Buffer.from(`${rows.join('\r\n')}\r\n`);

export async function sheets(tables: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<Buffer> {
  return whole(
    writeXlsx(
      Object.entries(tables).map(([name, [head = [], ...rows]]) => ({
        name,
        columns: head.map((header) => ({ header, kind: 'text' as const })),
        rows: (async function* () {
          yield* rows;
        })(),
      })),
    ),
  );
}
