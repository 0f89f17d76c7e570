import { withClient } from './postgres/connect.mts';
import { describeError } from './user-error.mts';
import { thirdPartyFolder, findEpds, findFootprints, findInvoices, findPayments } from './real-input/find-input.mts';
import type { ImportRow } from './real-input/row.mts';
import { summarise } from './real-input/summarise.mts';
import { collectEpds } from './real-input/collect-epds.mts';
import { collectFootprints } from './real-input/collect-footprints.mts';
import { collectInvoices } from './real-input/collect-invoices.mts';
import { collectPayments } from './real-input/collect-payments.mts';
import { Product } from './trial/start-product.mts';
import { HttpUser } from './trial/visitor.mts';

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** Imports all third-party invoices, payments, footprints and EPDs through the HTTP API of a separate product. */
async function importAll(product: Product, folder: string): Promise<ImportRow[]> {
  const cast = await product.start();
  const buyer = await HttpUser.signIn(product.address, cast, cast.buyer);
  const supplier = await HttpUser.signIn(product.address, cast, cast.supplier);
  return withClient(product.databaseUrl, async (client) => [
    ...(await collectInvoices(buyer, client, folder, findInvoices(folder))),
    ...(await collectPayments(buyer, client, folder, findPayments(folder))),
    ...(await collectFootprints(supplier, client, folder, findFootprints(folder))),
    ...(await collectEpds(supplier, client, folder, findEpds(folder))),
  ]);
}

const folder = thirdPartyFolder();
if (folder === null) {
  process.stderr.write('There is no folder ../shared/data beside the checkout: no real input to take.\n');
} else {
  const product = new Product();
  try {
    const rows = await importAll(product, folder);
    rows.forEach(print);
    summarise(rows).forEach((summary) => print({ summary }));
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exitCode = 1;
  } finally {
    await product.stop();
  }
}
