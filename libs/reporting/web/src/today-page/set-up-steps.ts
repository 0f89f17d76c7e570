import type { SetUpProgressDto } from '@tallgrunn/api-client/shapes';

export const setUpSteps = ['managers', 'buyers', 'agreements', 'terms', 'prices', 'suppliers'] as const;
export type SetUpStepName = (typeof setUpSteps)[number];

export interface SetUpStep {
  readonly name: SetUpStepName;
  readonly state: 'done' | 'next' | 'waiting';
  readonly link: readonly string[];
  readonly permission: string;
}

const places: Readonly<Record<SetUpStepName, { readonly link: readonly string[]; readonly permission: string }>> = {
  managers: { link: ['/colleagues'], permission: 'colleague.invite' },
  buyers: { link: ['/parties'], permission: 'party.read' },
  agreements: { link: ['/agreements/import'], permission: 'agreement.write' },
  terms: { link: ['/agreements/terms'], permission: 'agreement.write' },
  prices: { link: ['/agreements'], permission: 'agreement.write' },
  suppliers: { link: ['/parties/without-users'], permission: 'supplier.invite' },
};

/** Returns the set-up steps with their progress. The first that is not done is next. */
export function stepsOf(progress: SetUpProgressDto): readonly SetUpStep[] {
  const { agreements } = progress;
  const done: Readonly<Record<SetUpStepName, boolean>> = {
    managers: progress.contractManagers > 0,
    buyers: progress.buyers > 0 && progress.buyersNotInvited === 0,
    agreements: agreements > 0,
    terms: agreements > 0 && progress.withoutTerms === 0,
    prices: agreements > 0 && progress.withoutPrices === 0,
    suppliers: progress.suppliers > 0 && progress.suppliersNotInvited === 0,
  };
  const next = setUpSteps.find((name) => !done[name]);
  return setUpSteps.map((name) => ({
    name,
    state: done[name] ? 'done' : name === next ? 'next' : 'waiting',
    ...places[name],
  }));
}

/** Returns whether nothing can be reported yet: no agreement, no terms, or no supplier with a user. */
export const isBeginning = ({ agreements, withoutTerms, suppliersWithUsers }: SetUpProgressDto): boolean =>
  agreements === 0 || withoutTerms === agreements || suppliersWithUsers === 0;
