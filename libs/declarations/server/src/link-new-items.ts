import { Injectable } from '@nestjs/common';
import { OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { LinkByIdentifier } from './link-by-identifier.ts';

/** Links footprints to new items when a price list is published. */
@Injectable()
@OnDomainEvent('agreements.prices-published')
export class LinkNewItems {
  constructor(private readonly link: LinkByIdentifier) {}

  async run({ payload }: DomainEvent<{ supplierId: string }>): Promise<void> {
    await this.link.run(payload.supplierId);
  }
}
