import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import fc from 'fast-check';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';
import { varianceSheet } from './export-variances.ts';
import type { Variance } from './sum-variances.ts';
import { variancePartsSql } from './variance-parts.ts';

const kroner = (ore: number): string => (ore / 100).toFixed(2);
const ore = (amount: string): number => Math.round(Number(amount) * 100);

/** A line of an invoice and of its report: quantities, and prices in øre. In some cases the report has another unit. */
const line = fc.record({
  booked: fc.integer({ min: 1, max: 40 }),
  reported: fc.integer({ min: 1, max: 40 }),
  price: fc.integer({ min: 1_000, max: 90_000 }),
  more: fc.integer({ min: -400, max: 400 }),
  isOtherUnit: fc.boolean(),
});
const drawn = fc.array(line, { minLength: 3, maxLength: 7 });

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
});
afterAll(() => stand.close());

describe('quantity and price variances', () => {
  it('add up to the difference to the øre, for any amounts and quantities', async () => {
    const amount = fc.integer({ min: -100_000_000, max: 100_000_000 });
    const quantity = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((value) => value !== 0);
    const {
      quantity: byQuantity,
      price,
      unknown,
    } = variancePartsSql({ reported: 'r', booked: 'b', reportedQuantity: 'rq', bookedQuantity: 'bq', isMeasured: 'm' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(amount, amount, quantity, quantity, fc.boolean()), { minLength: 1, maxLength: 50 }),
        async (cases) => {
          const rows = await stand.asOwner<{ n: number }>(
            `select n from (select n, ${byQuantity} as q, ${price} as p, ${unknown} as u, r - b as d, m from unnest($1::numeric[], $2::numeric[], $3::numeric[], $4::numeric[], $5::boolean[]) with ordinality as x (r, b, rq, bq, m, n)) s
           where q + p + u <> d or (m and u <> 0) or (not m and (q <> 0 or p <> 0)) or scale(q) > 2 or scale(p) > 2`,
            [
              cases.map(([r]) => kroner(r)),
              cases.map(([, b]) => kroner(b)),
              cases.map(([, , rq]) => rq / 1000),
              cases.map(([, , , bq]) => bq / 1000),
              cases.map((each) => each[4]),
            ],
          );
          expect(rows).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('separate quantity from price, by supplier and agreement', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (lines) => {
        const parties = await setUpParties(stand);
        const agreement = await setUpAgreement(stand, parties);
        const bookedOf = (at: number) => lines[at]!.booked * lines[at]!.price;
        const reportedOf = (at: number) => lines[at]!.reported * (lines[at]!.price + lines[at]!.more);
        const xml = sampleUbl({
          id: '7001',
          issuedOn: '2026-03-05',
          seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
          buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
          lines: lines.map(({ booked, price }, at) => ({
            quantity: String(booked),
            unit: 'KGM',
            net: kroner(bookedOf(at)),
            price: kroner(price),
            name: `Vare ${at}`,
            sellerNumber: `88${at}1`,
          })),
        });
        await postBatch(stand, parties.manager.actor, 'faktura.xml', xml, {
          kind: 'invoices',
          buyerId: parties.buyers[0]!.organisationId,
        });
        await acceptedReport(stand, parties, agreement, {
          lines: lines.map(({ reported, price, more, isOtherUnit }, at) => ({
            itemNumber: `88${at}1`,
            itemName: `Vare ${at}`,
            buyer: 'Kongsvinger kommune',
            quantity: String(reported),
            unit: isOtherUnit ? 'stk' : 'kg',
            unitPrice: kroner(price + more).replace('.', ','),
            amount: kroner(reportedOf(at)).replace('.', ','),
            deliveredOn: '03.03.2026',
            invoiceNumber: '7001',
          })),
        });
        await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
        const manager = await signIn(stand, parties.manager.email);
        const sums = (await manager.get('/matching/variances').expect(200)).body as Variance[];
        const differing = lines.map((_, at) => at).filter((at) => reportedOf(at) !== bookedOf(at));
        const total = (of: (at: number) => number) => differing.reduce((all, at) => all + of(at), 0);
        expect(sums.reduce((all, { lineCount }) => all + lineCount, 0)).toBe(differing.length);
        expect(sums.reduce((all, { difference }) => all + ore(difference), 0)).toBe(
          total((at) => reportedOf(at) - bookedOf(at)),
        );
        for (const { difference, quantityPart, pricePart, unknownPart, booked, reported } of sums) {
          expect(ore(quantityPart) + ore(pricePart) + ore(unknownPart)).toBe(ore(difference));
          expect(ore(reported) - ore(booked)).toBe(ore(difference));
        }
        const isVat = (at: number) =>
          [1.25, 1.15, 1.12].some((rate) =>
            [reportedOf(at) - bookedOf(at) * rate, reportedOf(at) * rate - bookedOf(at)].some(
              (apart) => Math.abs(apart) <= Math.max(100, 0.005 * bookedOf(at)),
            ),
          );
        const isKnown = (at: number) =>
          !lines[at]!.isOtherUnit &&
          (Math.abs(reportedOf(at) - bookedOf(at)) <= Math.max(100, 0.005 * bookedOf(at)) || !isVat(at));
        expect(sums.reduce((all, { quantityPart }) => all + ore(quantityPart), 0)).toBe(
          total((at) => (isKnown(at) ? (lines[at]!.reported - lines[at]!.booked) * lines[at]!.price : 0)),
        );
        expect(sums.reduce((all, { pricePart }) => all + ore(pricePart), 0)).toBe(
          total((at) => (isKnown(at) ? lines[at]!.reported * lines[at]!.more : 0)),
        );
        const { rows } = varianceSheet(sums, 'nb');
        expect([...(rows as Iterable<readonly unknown[]>)].map((row) => row[5])).toEqual(
          sums.map(({ difference }) => difference),
        );
        await manager
          .get('/matching/variances.xlsx')
          .expect(200)
          .expect('Content-Type', /spreadsheetml/);
      }),
      { numRuns: 3 },
    );
  });
});
