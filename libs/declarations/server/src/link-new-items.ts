import { Injectable } from '@nestjs/common';
import { OnFact, type Fact } from '@tallgrunn/platform';
import { AutoLink } from './auto-link.ts';

/** A new price list may hold items that a footprint has been waiting for. */
@Injectable()
@OnFact('agreements.prices-published')
export class LinkNewItems {
  constructor(private readonly link: AutoLink) {}

  async run({ payload }: Fact<{ supplierId: string }>): Promise<void> {
    await this.link.run(payload.supplierId);
  }
}
