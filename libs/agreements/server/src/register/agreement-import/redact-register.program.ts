import { redactFile, type ContactKind } from '@tallgrunn/formats';
import {
  serveRequests,
  openFile,
  writeCopy,
  type RedactResponse,
  type RedactRequest,
} from '@tallgrunn/platform/subprocess';
import { normaliseName, limits } from '@tallgrunn/values';

// Program run in a subprocess: redacts personal data in an agreement register or a notice. It has no access to the
// database or the network.

/**
 * Returns which personal data a column states on purpose: contacts by name and address, and suppliers named after their
 * owner.
 */
function statedBy(heading: string): ContactKind | null {
  const folded = normaliseName(heading);
  if (/e ?post|mail/.test(folded)) return 'mail';
  return /kontakt|ansvarlig|behandler|responsible|manager|contact|leverandor|supplier|vendor|firma|part$/.test(folded)
    ? 'name'
    : null;
}

await serveRequests<RedactRequest>(async ({ path, name, copyPath }, teller) => {
  const source = await openFile(path);
  const copy = await redactFile(source, name, { as: 'table', limits: limits.assortment, stated: statedBy });
  await teller.send({
    copy: copy && { name: copy.name, ...(await writeCopy(copyPath, copy.bytes)) },
  } satisfies RedactResponse);
  await source.close();
});
