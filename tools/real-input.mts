import { withClient } from './postgres/connect.mts';
import { sentenceOf } from './plain-problem.mts';
import { borrowedFolder, findEpds, findFootprints, findInvoices, findPayments } from './real-input/find-input.mts';
import type { Row } from './real-input/row.mts';
import { summarise } from './real-input/summarise.mts';
import { takeEpds } from './real-input/take-epds.mts';
import { takeFootprints } from './real-input/take-footprints.mts';
import { takeInvoices } from './real-input/take-invoices.mts';
import { takePayments } from './real-input/take-payments.mts';
import { Product } from './trial/start-product.mts';
import { Visitor } from './trial/visitor.mts';

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** Imports all third-party invoices, payments, footprints and EPDs through the HTTP API of a separate product. */
async function takeAll(product: Product, folder: string): Promise<Row[]> {
  const cast = await product.start();
  const buyer = await Visitor.signIn(product.address, cast, cast.buyer);
  const supplier = await Visitor.signIn(product.address, cast, cast.supplier);
  return withClient(product.databaseUrl, async (client) => [
    ...(await takeInvoices(buyer, client, folder, findInvoices(folder))),
    ...(await takePayments(buyer, client, folder, findPayments(folder))),
    ...(await takeFootprints(supplier, client, folder, findFootprints(folder))),
    ...(await takeEpds(supplier, client, folder, findEpds(folder))),
  ]);
}

const folder = borrowedFolder();
if (folder === null) {
  process.stderr.write('There is no folder ../shared/data beside the checkout: no real input to take.\n');
} else {
  const product = new Product();
  try {
    const rows = await takeAll(product, folder);
    rows.forEach(print);
    summarise(rows).forEach((summary) => print({ summary }));
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  } finally {
    await product.stop();
  }
}
