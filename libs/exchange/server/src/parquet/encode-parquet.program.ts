import { serveMessages } from '@tallgrunn/platform/subprocess';
import { GROUP_ROWS, ParquetEncoder, type EncoderSetup } from './parquet-encoder.ts';

/** A batch of records, or the end of them. */
export type EncodeMessage = { readonly rows: readonly string[] } | { readonly end: true };

// Rows come in small batches, because copying one to this thread occupies the sender, and are encoded in whole groups.
serveMessages((setup: EncoderSetup) => {
  const encoder = new ParquetEncoder(setup);
  let group: string[] = [];
  const encodeGroup = async () => {
    const rows = group;
    group = [];
    return encoder.add(rows);
  };
  return async (message: EncodeMessage) => {
    if ('end' in message) {
      const last = group.length > 0 ? await encodeGroup() : new Uint8Array();
      const end = await encoder.finish();
      const bytes = new Uint8Array(last.length + end.length);
      bytes.set(last);
      bytes.set(end, last.length);
      return bytes;
    }
    group.push(...message.rows);
    return group.length < GROUP_ROWS ? new Uint8Array() : encodeGroup();
  };
});
