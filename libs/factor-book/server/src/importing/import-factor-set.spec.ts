import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { identity } from '@tallgrunn/identity-server';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { blobSource, type ByteSource } from '@tallgrunn/tabular';
import { catalogue } from '@tallgrunn/catalogue-server';
import { factorBook } from '../room.ts';
import { multipliersSql } from '../multipliers.ts';
import { importFactorSet } from './import-factor-set.ts';
import { readAgribalyse, readEpa, readUkGovernment } from './readers.ts';
import type { FactorRow } from './factor-set-file.ts';

const sourceOf = (text: string | Uint8Array): ByteSource => blobSource(new Blob([text as BlobPart]));
async function rowsOf(rows: AsyncIterable<FactorRow>): Promise<FactorRow[]> {
  const all: FactorRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
const epa = `"2017 NAICS Code","2017 NAICS Title","GHG","Unit","Supply Chain Emission Factors without Margins","Margins of Supply Chain Emission Factors","Supply Chain Emission Factors with Margins"
337127,"Institutional Furniture Manufacturing","All GHGs","kg CO2e/2022 USD, purchaser price",0.2,0.046,0.246
337127,"Institutional Furniture Manufacturing","Carbon dioxide","kg/2022 USD, purchaser price",0.1,0.046,0.146
`;

describe('factor set files', () => {
  it('are parsed in the format of the publisher, with the unit given', async () => {
    expect(await rowsOf(readEpa(sourceOf(epa), 'epa.csv'))).toEqual([
      expect.objectContaining({ id: 'naics-337127', value: '0.246', per: 'USD', kind: 'spend' }),
    ]);
    const uk =
      'ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025\n19_500_5020_15_1,Scope 3,Material use,Construction,Concrete,,Primary material production,tonnes,kg CO2e,118.79306\n11_1,Scope 3,WTT- fuels,Liquid fuels,Diesel,,,litres,kg CO2e,0.61101\n11_2,Scope 3,WTT- fuels,Liquid fuels,Diesel,,,litres,kg CO2e,\n';
    expect(await rowsOf(readUkGovernment(sourceOf(uk), 'uk.csv'))).toEqual([
      expect.objectContaining({
        name: 'Material use / Construction / Concrete / Primary material production',
        value: '0.11879306',
        per: 'kg',
        boundary: 'cradle-gate',
      }),
      expect.objectContaining({ value: '0.61101', per: 'l', stage: 'upstream' }),
    ]);
    const agb =
      'Code AGB,Nom du Produit en Français,Changement climatique (kg CO2 eq/kg de produit)\n13712,"Abricot, égoutté",1.2211213\n';
    expect(await rowsOf(readAgribalyse(sourceOf(agb), 'agb.csv'))).toEqual([
      expect.objectContaining({ id: 'agb-13712', value: '1.2211213', per: 'kg', gsd: '1.5' }),
    ]);
  });

  it('return errors with their locations', async () => {
    await expect(rowsOf(readEpa(sourceOf('a,b\n1,2\n'), 'x.csv'))).rejects.toThrow(
      /Row 1: found “a, b”, expected a heading “2017 NAICS Code”/,
    );
    await expect(rowsOf(readEpa(sourceOf(epa.replace('0.246', 'n/a')), 'x.csv'))).rejects.toThrow(
      /Row 2: found “n\/a”, expected a number/,
    );
    await expect(rowsOf(readEpa(sourceOf(''), 'x.csv'))).rejects.toThrow();
  });
});

describe('factor set', () => {
  let stand: TestApp;
  beforeAll(async () => {
    stand = await setUpTestApp([identity, catalogue, factorBook]);
  });
  afterAll(() => stand.close());

  it('is imported once, with its prices, and assigned nowhere', async () => {
    const first = await importFactorSet(stand.database.ownerUrl, 'epa', sourceOf(epa), 'epa.csv', null);
    expect(first).toMatchObject({ factors: 1, added: true });
    expect(await importFactorSet(stand.database.ownerUrl, 'epa', sourceOf(epa), 'epa.csv', null)).toEqual({
      ...first,
      added: false,
    });
    const multipliers = multipliersSql({
      factors: '(select set_id, id as factor_id from factor_book.factor where set_id = $1)',
    });
    const of = (level: string) =>
      stand.asOwner(
        `select round(value * 1000000) as kg, price_basis_conversion from (${multipliers}) m where price_level = $2 and vat_rate = 0`,
        [first.id, level],
      );
    expect([await of('2022'), await of('2024'), await of('2023')]).toEqual([
      [{ kg: '25572', price_basis_conversion: null }],
      [{ kg: '23505', price_basis_conversion: null }],
      [],
    ]);
    expect(
      await stand.asOwner('select price_basis, price_basis_stated from factor_book.factor_set where id = $1', [
        first.id,
      ]),
    ).toEqual([{ price_basis: 'purchaser', price_basis_stated: true }]);
    expect(
      await stand.asOwner('select from factor_book.door_effective_assignment where set_id = $1', [first.id]),
    ).toEqual([]);
  });
});

const folder = path.resolve(__dirname, '../../../../../../shared/data/5-factors');
const whenThere = existsSync(folder) ? describe : describe.skip;

whenThere('the whole files', () => {
  const file = (...parts: string[]) => sourceOf(new Uint8Array(readFileSync(path.join(folder, ...parts))));
  it('of EPA, the UK Government and Agribalyse is read to the last row', async () => {
    const us = await rowsOf(
      readEpa(
        file(
          'jessicawaters+Supply-Chain-Greenhouse-Gas-Emission-Factors',
          'SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv',
        ),
        'epa.csv',
      ),
    );
    const values = us.map(({ value }) => Number(value));
    expect([us.length, Math.min(...values), Math.max(...values)]).toEqual([1016, 0.029, 3.924]);
    const uk = await rowsOf(
      readUkGovernment(file('scope3emissiontest-oss+JulesProject', 'defra_factors_2025_v2', 'scope_3.csv'), 'uk.csv'),
    );
    expect(uk.length).toBeGreaterThan(1000);
    expect(uk.find(({ id }) => id === '19-500-5020-15-1')?.value).toBe('0.11879306');
    expect(
      await rowsOf(
        readAgribalyse(file('DataAndMaths+agribalyse_data', 'datasets', 'Agribalyse_Synthese.csv'), 'agb.csv'),
      ),
    ).toHaveLength(2479);
  });
});
