import { redactFile } from '@tallgrunn/formats';
import {
  serveRequests,
  openFile,
  writeCopy,
  type RedactResponse,
  type RedactRequest,
} from '@tallgrunn/platform/subprocess';

// Separate process that removes personal data from a declaration or an attachment. It has no access to the database or
// the network.
await serveRequests<RedactRequest>(async ({ path, name, copyPath }, teller) => {
  const source = await openFile(path);
  const copy = await redactFile(source, name, { as: 'document' });
  await teller.send({
    copy: copy && { name: copy.name, ...(await writeCopy(copyPath, copy.bytes)) },
  } satisfies RedactResponse);
  await source.close();
});
