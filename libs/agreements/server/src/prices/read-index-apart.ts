import { answerApart, openFile } from '@tallgrunn/platform/apart';
import { openTable } from '@tallgrunn/tabular';
import { readIndexSeries, type IndexRequest } from './read-index-series.ts';

// The process that reads one index, run as it stands.
await answerApart<IndexRequest>(async ({ path, name }, teller) => {
  const source = await openFile(path);
  await teller.say(await readIndexSeries(await openTable(source, name)));
});
