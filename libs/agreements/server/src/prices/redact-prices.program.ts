import { redactFile } from '@tallgrunn/formats';
import {
  serveRequests,
  openFile,
  writeCopy,
  type RedactResponse,
  type RedactRequest,
} from '@tallgrunn/platform/subprocess';

// Program run in a subprocess: redacts personal data in a price list or index file. It has no access to the database or
// the network.
await serveRequests<RedactRequest>(async ({ path, name, copyPath }, teller) => {
  const source = await openFile(path);
  const copy = await redactFile(source, name, { as: 'table' });
  await teller.send({
    copy: copy && { name: copy.name, ...(await writeCopy(copyPath, copy.bytes)) },
  } satisfies RedactResponse);
  await source.close();
});
