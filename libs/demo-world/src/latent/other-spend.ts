import type { SiteKind } from '../setting/sites.ts';

/** Purchases of a municipality outside the agreements. */
export interface OtherSpend {
  key: string;
  supplierName: string;
  supplierOrgNumber: string;
  text: string;
  art: string;
  site: SiteKind;
  /** 0 is investment, 1 is operation. */
  accountClass: '0' | '1';
  vatPercent: number;
  /** Million NOK per year, all seven municipalities. */
  million: number;
  /** Vouchers per quarter in a municipality with an average share. */
  vouchers: number;
}

/** Items that an agreement covers, bought from other sellers. */
export interface OffContractSpend {
  agreement: string;
  /** Key of the agreement supplier that could have delivered. */
  instead: string;
  category: string;
  supplierName: string;
  supplierOrgNumber: string;
  art: string;
  site: SiteKind;
  vatPercent: number;
  /** Share of the agreement's volume that is bought elsewhere. */
  share: number;
  text: string;
}
