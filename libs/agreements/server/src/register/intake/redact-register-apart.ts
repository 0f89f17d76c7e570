import { redactFile, type Stated } from '@tallgrunn/formats';
import { answerApart, openFile, writeCopy, type RedactReply, type RedactRequest } from '@tallgrunn/platform/apart';
import { foldName, limits } from '@tallgrunn/values';

// Program run in a subprocess: redacts personal data in an agreement register or a notice. It has no access to the
// database or the network.

/**
 * Returns which personal data a column states on purpose: contacts by name and address, and suppliers named after their
 * owner.
 */
function statedBy(heading: string): Stated | null {
  const folded = foldName(heading);
  if (/e ?post|mail/.test(folded)) return 'mail';
  return /kontakt|ansvarlig|behandler|responsible|manager|contact|leverandor|supplier|vendor|firma|part$/.test(folded)
    ? 'name'
    : null;
}

await answerApart<RedactRequest>(async ({ path, name, copyPath }, teller) => {
  const source = await openFile(path);
  const copy = await redactFile(source, name, { as: 'table', limits: limits.assortment, stated: statedBy });
  await teller.say({
    copy: copy && { name: copy.name, ...(await writeCopy(copyPath, copy.bytes)) },
  } satisfies RedactReply);
  await source.close();
});
