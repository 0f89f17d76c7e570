import { redactFile } from '@tallgrunn/formats';
import { answerApart, openFile, writeCopy, type RedactReply, type RedactRequest } from '@tallgrunn/platform/apart';

// A program of its own: takes persons out of a declaration or a document beside it. It reaches no database and no network.
await answerApart<RedactRequest>(async ({ path, name, copyPath }, teller) => {
  const source = await openFile(path);
  const copy = await redactFile(source, name, { as: 'document' });
  await teller.say({
    copy: copy && { name: copy.name, ...(await writeCopy(copyPath, copy.bytes)) },
  } satisfies RedactReply);
  await source.close();
});
