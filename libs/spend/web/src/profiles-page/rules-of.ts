import type { LedgerProfile } from '@tallgrunn/formats';
import { ratesText } from '../profile-form/draft-profile.ts';
import type { SpendTexts } from '../texts/nb.ts';

/** Describes the rules of a profile, apart from its columns, in sentences. */
export function rulesOf(
  { account, accountClass, columns, numbers, sign, vat, currency, filters, notSpend, comesIn }: LedgerProfile,
  t: SpendTexts,
): readonly string[] {
  const said = t.profilesPage;
  const systems: Readonly<Record<string, string>> = t.form.systems;
  const part = account.last
    ? said.last({ digits: account.last })
    : account.length
      ? said.part({ start: (account.start ?? 0) + 1, length: account.length })
      : '';
  const gross = Object.entries(vat.byCostCentre ?? {}).flatMap(([code, status]) => (status === 'gross' ? code : []));
  return [
    said.account({ system: systems[account.system] ?? account.system, part }),
    said.accountClass[
      accountClass?.inAccount
        ? 'in-account'
        : (accountClass?.all ?? (columns.accountClass === undefined ? 'none' : 'column'))
    ],
    said.sign[sign],
    ...(numbers.scale && numbers.scale !== 1 ? [said.scale[numbers.scale]] : []),
    said.vat[vat.amounts],
    ...(gross.length > 0 ? [said.grossCentres({ centres: gross.join(', ') })] : []),
    ...(vat.rateByCode && Object.keys(vat.rateByCode).length > 0
      ? [said.rates({ rates: ratesText(vat.rateByCode) })]
      : []),
    said.currency({ currency }),
    said.parties[comesIn?.parties ?? 'organisations'],
    comesIn?.accounts ? said.accountsIn({ accounts: comesIn.accounts.join(', ') }) : said.accountsByChart,
    said.text[comesIn?.text ?? 'words'],
    ...(filters ?? []).map((filter) =>
      filter.in
        ? said.filterIn({ column: filter.column, values: filter.in.join(', ') })
        : said.filterNotIn({ column: filter.column, values: (filter.notIn ?? []).join(', ') }),
    ),
    ...(notSpend?.length ? [said.notSpend({ accounts: notSpend.join(', ') })] : []),
  ];
}
