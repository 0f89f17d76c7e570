import { writeZip } from '../zip/write-zip.ts';
import { joined } from './bytes.ts';

/** Builds a zip from texts and bytes by name. */
export async function buildZip(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const entries = Object.entries(parts).map(([name, content]) => ({
    name,
    content: [typeof content === 'string' ? encoder.encode(content) : content],
  }));
  for await (const piece of writeZip(entries)) pieces.push(piece);
  return joined(...pieces);
}
