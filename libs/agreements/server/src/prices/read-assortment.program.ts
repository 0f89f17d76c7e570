import { serveRequests, openFile } from '@tallgrunn/platform/subprocess';
import { openTable } from '@tallgrunn/tabular';
import type { AssortmentLine } from './assortment-line.ts';
import type { AssortmentRequest } from './assortment-request.ts';
import { readAssortment } from './read-assortment.ts';
import { readCatalogueLines } from './read-catalogue-lines.ts';

// Program run in a subprocess: reads one price list.
await serveRequests<AssortmentRequest>(async ({ path, name, kind, lots }, teller) => {
  const source = await openFile(path);
  const take = (line: AssortmentLine) => teller.collect('lines', line);
  const summary = await (/\.xml$/i.test(name)
    ? readCatalogueLines(source, name, { lots }, take)
    : readAssortment(await openTable(source, name), { kind, lots }, take));
  await teller.flush('lines');
  await teller.send({ summary });
});
