import { lintTerms } from '@tallgrunn/checks';
import { serveRequests } from '@tallgrunn/platform/subprocess';

// Program run in a subprocess: lints one terms document.
await serveRequests<{ document: unknown }>(async ({ document }, teller) => {
  await teller.send(lintTerms(document));
});
