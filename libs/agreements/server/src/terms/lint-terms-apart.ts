import { lintTerms } from '@tallgrunn/checks';
import { answerApart } from '@tallgrunn/platform/apart';

// Program run in a subprocess: lints one terms document.
await answerApart<{ document: unknown }>(async ({ document }, teller) => {
  await teller.say(lintTerms(document));
});
