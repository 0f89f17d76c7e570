import { serveRequests, openFile } from '@tallgrunn/platform/subprocess';
import { openTable } from '@tallgrunn/tabular';
import { readIndexSeries, type IndexRequest } from './read-index-series.ts';

// Program run in a subprocess: reads one index.
await serveRequests<IndexRequest>(async ({ path, name }, teller) => {
  const source = await openFile(path);
  await teller.send(await readIndexSeries(await openTable(source, name)));
});
