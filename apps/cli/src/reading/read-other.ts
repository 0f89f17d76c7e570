import { readDocument, type DocumentKind } from '@tallgrunn/formats';
import { ledgerProfileFrom } from './ledger-profile.ts';
import { print, printedFinding, stops, type Reader } from './reader.ts';

/** Reads a file as one document in memory: ledgers, declarations, and kinds that are not supported yet. */
export const readOther =
  (kind: DocumentKind): Reader =>
  async ({ file, source, language, output, profile }) => {
    const given = kind === 'ledger' && profile !== undefined ? { profile: await ledgerProfileFrom(profile) } : {};
    const reading = await readDocument(source, file, kind, given);
    const findings = reading.findings.map((finding) => printedFinding(finding, language));
    const { ok, document } = reading;
    await print(output, { file, ok, kind, ...(reading.ok ? {} : { code: reading.code }), document, findings });
    return ok && !findings.some(stops);
  };
