import { Injectable } from '@nestjs/common';
import { OnFact, type Fact } from '@tallgrunn/platform';
import { AutoLink } from './auto-link.ts';

/** Links footprints to new items when a price list is published. */
@Injectable()
@OnFact('agreements.prices-published')
export class LinkNewItems {
  constructor(private readonly link: AutoLink) {}

  async run({ payload }: Fact<{ supplierId: string }>): Promise<void> {
    await this.link.run(payload.supplierId);
  }
}
