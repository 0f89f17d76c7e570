/** An existing agreement, for comparison with a file. */
export interface ExistingAgreement {
  readonly id: string;
  readonly number: string;
  readonly caseNumber: string | null;
  readonly head: {
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string | null;
    readonly cpv: string | null;
    readonly documentNumber: string | null;
    readonly technique: string | null;
    readonly maximumValue: string | null;
    readonly maximumCurrency: string | null;
    readonly noticeId: string | null;
  };
  readonly lots: readonly {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly maximumValue: string | null;
    readonly technique: string | null;
  }[];
  readonly holdings: readonly {
    readonly id: string;
    readonly supplierId: string;
    readonly lot: string | null;
    readonly fromOn: string;
    readonly untilOn: string | null;
    readonly rank: number | null;
    readonly share: string | null;
    readonly clauseStatus: string;
  }[];
  readonly buyers: readonly { readonly buyerId: string; readonly fromOn: string; readonly untilOn: string | null }[];
  readonly options: readonly {
    readonly number: number;
    readonly noticeBy: string | null;
    readonly extendsTo: string;
    readonly decided: 'taken' | 'left' | null;
  }[];
  readonly contacts: readonly {
    readonly supplierId: string | null;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly role: 'contract' | 'reporting' | 'invoice';
  }[];
}
