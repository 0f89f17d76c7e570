import type { Planted } from './planted-persons.ts';

export interface PlantedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** The persons planted in it. */
  readonly planted: readonly Planted[];
  /** Lines of organisations that must be imported. */
  readonly lines: number;
}

export const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

export const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
export const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
