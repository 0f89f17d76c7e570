import { Injectable, StreamableFile } from '@nestjs/common';
import { Clock, SpooledDownload } from '@tallgrunn/platform';
import { writeXlsx } from '@tallgrunn/tabular';
import { osloDate } from '@tallgrunn/values';
import { ReadAgreement, type AgreementRead } from '../utilisation/read-agreement.ts';
import { ReadVolumes } from './read-volumes.ts';
import { retenderSheets, type PackOptions, type PackSource } from './retender-sheets.ts';
import { retenderTexts } from './retender-texts.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function* noRows(): AsyncGenerator<never[]> {}

/** Writes the retender pack of an agreement: twelve months of volumes as a workbook, written while it is sent. */
@Injectable()
export class WriteRetenderPack {
  constructor(
    private readonly agreements: ReadAgreement,
    private readonly read: ReadVolumes,
    private readonly download: SpooledDownload,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, choice: PackOptions): Promise<StreamableFile> {
    const agreement = await this.agreements.run(agreementId);
    const name = retenderTexts(choice.language).fileName({ number: agreement.number });
    const stream = this.download.run(() => this.#write(agreement, choice));
    return new StreamableFile(stream, {
      type: XLSX,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  async *#write(agreement: AgreementRead, choice: PackOptions): AsyncGenerator<Uint8Array> {
    yield* writeXlsx(retenderSheets(await this.#source(agreement), choice), {
      listsName: retenderTexts(choice.language).lists,
    });
  }

  async #source(agreement: AgreementRead): Promise<PackSource> {
    const today = osloDate(this.clock.now());
    const { id } = agreement;
    const window = await this.read.window(id, today);
    if (!window)
      return {
        agreement,
        window,
        buyers: [],
        basis: [],
        leftOut: { fees: 0, unreadable: 0 },
        volumes: noRows,
        sites: noRows,
        outside: noRows,
      };
    return {
      agreement,
      window,
      buyers: await this.read.buyers(id, window),
      basis: await this.read.basis(id, window, today),
      leftOut: (await this.read.leftOut(id, window)) ?? { fees: 0, unreadable: 0 },
      volumes: () => this.read.volumes(id, window, today),
      sites: () => this.read.sites(id, window),
      outside: () => this.read.outside(id, window),
    };
  }
}
