import { readSupplierMaster } from '@tallgrunn/formats';
import { serveRequests, openFile } from '@tallgrunn/platform/subprocess';
import { openTable } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';

// Subprocess: reads one supplier master. It has no access to database or network.

export interface SuppliersRequest {
  readonly path: string;
  readonly name: string;
}

await serveRequests<SuppliersRequest>(async ({ path, name }, teller) => {
  await teller.send(await readSupplierMaster(await openTable(await openFile(path), name, { limits: limits.spend })));
});
