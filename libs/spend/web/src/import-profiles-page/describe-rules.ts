import type { LedgerProfile } from '@tallgrunn/formats';
import { formatRates } from '../import-profile-form/draft-profile.ts';
import type { SpendTexts } from '../texts/nb.ts';

/** Describes the rules of a profile, apart from its columns, in sentences. */
export function describeRules(
  { account, accountClass, columns, numbers, sign, vat, currency, filters, notSpend, comesIn }: LedgerProfile,
  t: SpendTexts,
): readonly string[] {
  const texts = t.profilesPage;
  const systems: Readonly<Record<string, string>> = t.form.systems;
  const part = account.last
    ? texts.last({ digits: account.last })
    : account.length
      ? texts.part({ start: (account.start ?? 0) + 1, length: account.length })
      : '';
  const gross = Object.entries(vat.byCostCentre ?? {}).flatMap(([code, status]) => (status === 'gross' ? code : []));
  return [
    texts.account({ system: systems[account.system] ?? account.system, part }),
    texts.accountClass[
      accountClass?.inAccount
        ? 'in-account'
        : (accountClass?.all ?? (columns.accountClass === undefined ? 'none' : 'column'))
    ],
    texts.sign[sign],
    ...(numbers.scale && numbers.scale !== 1 ? [texts.scale[numbers.scale]] : []),
    texts.vat[vat.amounts],
    ...(gross.length > 0 ? [texts.grossCentres({ centres: gross.join(', ') })] : []),
    ...(vat.rateByCode && Object.keys(vat.rateByCode).length > 0
      ? [texts.rates({ rates: formatRates(vat.rateByCode) })]
      : []),
    texts.currency({ currency }),
    texts.parties[comesIn?.parties ?? 'organisations'],
    comesIn?.accounts ? texts.accountsIn({ accounts: comesIn.accounts.join(', ') }) : texts.accountsByChart,
    texts.text[comesIn?.text ?? 'words'],
    ...(filters ?? []).map((filter) =>
      filter.in
        ? texts.filterIn({ column: filter.column, values: filter.in.join(', ') })
        : texts.filterNotIn({ column: filter.column, values: (filter.notIn ?? []).join(', ') }),
    ),
    ...(notSpend?.length ? [texts.notSpend({ accounts: notSpend.join(', ') })] : []),
  ];
}
