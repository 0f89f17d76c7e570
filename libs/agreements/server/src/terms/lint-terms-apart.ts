import { lintTerms } from '@tallgrunn/checks';
import { answerApart } from '@tallgrunn/platform/apart';

// The process that lints one terms document, run as it stands.
await answerApart<{ document: unknown }>(async ({ document }, teller) => {
  await teller.say(lintTerms(document));
});
