import { formatCount, formatDate, formatShare, listing, plural } from '@tallgrunn/values';
import type { DesignTexts } from './nb.ts';
import { describeMissingMonths, formatMonthSpan } from './months-of-problems.ts';

const count = (n: number) => formatCount(n, 'en');

/** Reasons why a password is too weak, by the server's code. */
const weaknesses: Readonly<Record<string, string>> = {
  common: 'this is one of the most common, or built from common words.',
  repeated: 'it repeats the same characters or words.',
  sequence: 'it follows the alphabet, the digits or the keyboard.',
  'own-words': 'it is built from your name, your organisation or the service.',
  dated: 'it is a word with a year or a date.',
  predictable: 'it is easy to guess.',
};

/** Formats a waiting time: seconds up to 90, then whole minutes. */
function waitOf(seconds: unknown): string {
  const count = Number(seconds);
  if (count <= 90) return plural('en', count, { one: 'one second', other: `${count} seconds` });
  const minutes = Math.ceil(count / 60);
  return plural('en', minutes, { one: 'one minute', other: `${minutes} minutes` });
}

export const en = {
  language: 'Language',
  cancel: 'Cancel',
  textMissing: 'Describe what it is about, in at least three characters.',
  dateMissing: 'Choose a date.',
  youAreHere: 'You are here:',
  backTo: (p) => `Back to ${p.page}`,
  agreementFilter: {
    only: 'Showing only the agreement',
    all: 'Show all agreements',
  },
  loading: 'Loading …',
  failedTitle: 'We could not load this',
  failedSafe: 'Nothing has been changed or lost.',
  tryAgain: 'Try again',
  reference: (p) => `Reference if you report this: ${p.traceId}`,
  missingTitle: 'We cannot find this',
  missing:
    'The link may not be quite right, or what it points to may belong to another organisation. Nothing has been deleted.',
  toFront: 'Go to the front page',
  deniedTitle: 'You do not have access to this page',
  deniedWho: (p) => `Access can be given by ${p.who}.`,
  deniedNobody:
    'The page is for roles other than yours. The administrator of your organisation can change your role. Some pages are only for buyers or for the purchasing cooperative.',
  errorsTitle: (p) =>
    plural('en', p.count, {
      one: 'Correct one thing before you continue',
      other: `Correct ${count(p.count)} things before you continue`,
    }),
  refusedTitle: 'There is a problem',
  optional: '(optional)',
  dropHere: (p) => `Drop ${p.kinds} here`,
  dropOr: 'or',
  chooseFile: 'Choose file',
  chooseFiles: 'Choose files',
  dropLimit: (p) => `Up to ${p.size}.`,
  tooLarge: (p) =>
    `${p.name} is ${p.size}. The limit is ${p.limit}. Split the file, or remove sheets that are not needed.`,
  wrongKind: (p) => `${p.name} is a file type that we cannot read here. We read ${p.kinds}.`,
  onlyOne: 'Drop one file at a time here.',
  emptyFile: (p) => `${p.name} is empty. Save the file again, and try again.`,
  found: 'Found',
  expected: 'Expected',
  whatToDo: 'How to correct it',
  places: (p) => plural('en', p.count, { one: 'one place', other: `${count(p.count)} places` }),
  showAllPlaces: (p) => `Show all ${count(p.count)} places`,
  showFewer: 'Show fewer',
  rowPlace: (p) =>
    [p.sheet, `row ${count(p.row)}`, p.column].filter((part) => part !== null && part !== '').join(' · '),
  severity: { blocksFile: 'Stops the file', blocksRow: 'Stops the row', confirm: 'Question', info: 'Remark' },
  noFindings: 'We found nothing to correct.',
  notCalculated: 'not calculated',
  notStated: 'not stated',
  allMonths: 'all imported months',
  progressOf: (p) => `${count(p.done)} of ${count(p.total)}`,
  mayLeave: 'You can leave the page. The work continues.',
  columns: 'Columns',
  chooseColumns: 'Choose columns',
  sortBy: (p) => `Sort by ${p.column}`,
  rows: (p) => plural('en', p.count, { one: 'one row', other: `${count(p.count)} rows` }),
  rowsOf: (p) => `${count(p.count)} of ${count(p.total)} rows`,
  rowsFirst: (p) => `The first ${count(p.count)} rows`,
  selected: (p) => plural('en', p.count, { one: 'one selected', other: `${count(p.count)} selected` }),
  download: {
    open: 'Download',
    xlsx: 'Download (Excel)',
    csv: 'Download (CSV)',
    scope: 'The rows and columns that are shown.',
    scopeAll: (p) => `All rows of the selection, up to ${count(p.max)}, with the columns that are shown.`,
    scopeShown: (p) => `Only the ${count(p.count)} rows that are shown here.`,
    fetching: (p) => `Fetching rows: ${count(p.count)} so far`,
    done: (p) =>
      p.isCut
        ? `Downloaded the first ${count(p.count)} rows. There are more: narrow the selection to include the rest.`
        : `Downloaded ${plural('en', p.count, { one: 'one row', other: `${count(p.count)} rows` })}.`,
    title: (p) =>
      `Downloaded ${p.day}. ${p.isCut ? `The first ${count(p.count)} rows; there are more` : plural('en', p.count, { one: 'One row', other: `${count(p.count)} rows` })}.`,
    failed: 'We could not create the file. Try again.',
  },
  selectAll: 'Select all',
  selectRow: (p) => `Select ${p.row}`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  share: 'Share',
  shareOf: (p) => formatShare(String(p.share), 'en'),
  basis: 'Basis',
  why: 'Why?',
  whyOf: (p) => `Why is the figure ${p.figure}?`,
  formula: 'How it is calculated',
  caveats: 'Limitations',
  sources: 'Sources',
  versions: 'Versions',
  wayDown: 'View source data',
  close: 'Close',
  problems: {
    'no-connection': () => 'We cannot reach the service. Check your network connection, and try again.',
    unexpected: () => 'Something went wrong on our side. Try again in a moment.',
    'not-found': () => 'We cannot find what you are looking for. It may have moved, or belong to another organisation.',
    'permission-denied': () => 'Your role does not have access to this.',
    'not-authenticated': () => 'You are signed out. Sign in again to continue.',
    'body-invalid': () => 'Some of what you entered must be corrected.',
    'sign-in-failed': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Too many attempts in a short time. Wait ${waitOf(p.retryAfterSeconds)}, and try again.`
        : 'The e-mail address or the password is incorrect.',
    'code-wrong': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Too many attempts in a short time. Wait ${waitOf(p.retryAfterSeconds)}, and try again.`
        : 'The code is incorrect, used or expired. Enter the code that is shown now.',
    'password-wrong': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Too many attempts in a short time. Wait ${waitOf(p.retryAfterSeconds)}, and try again.`
        : 'The password is incorrect.',
    'recent-sign-in-required': () => 'You must confirm that it is you. Try again and enter your password.',
    'sign-in-expired': () => 'The sign-in took too long. Enter your e-mail address and password again.',
    'passkey-refused': () => 'The passkey was not accepted. Try again, or use another method.',
    'passkey-challenge-expired': () => 'Using the passkey took too long. Try again.',
    'passkey-already-added': () => 'This passkey has been added already.',
    'totp-already-added': () => 'You already have an app for one-time codes. Remove it first to replace it.',
    'second-factor-required': () => 'Your role requires a second factor. Add one under My account.',
    'second-factor-needed': () => 'Your role requires a second factor. Add another one before you remove this.',
    'second-factor-missing': () => 'Add a passkey or one-time codes first.',
    'own-account': () => 'This is your own account. Ask another administrator, or use My account.',
    'person-in-other-organisations': () =>
      'The person also has access to other organisations. Ask the system administrator to reset the sign-in.',
    'password-weak': (p: { reason?: unknown }) =>
      `Choose another password: ${weaknesses[String(p.reason)] ?? weaknesses['predictable']} Four or more unrelated words are easy to remember and hard to guess.`,
    'too-many-attempts': () => 'There have been too many attempts in a short time. Wait a minute, and try again.',
    'no-active-membership': () => 'Choose an organisation first.',
    'invitation-not-found': () => 'The link is not correct. Check that it is complete, or request a new one.',
    'invitation-already-used': () => 'The invitation has been used. Sign in with the account you created.',
    'invitation-withdrawn': () =>
      'The invitation is no longer valid: it was withdrawn or replaced by a newer one. Use the latest e-mail, or ask the person who invited you for a new one.',
    'invitation-already-accepted': () => 'The invitation has already been accepted. End the access instead.',
    'person-has-access': () => 'The person still has access. End the access first.',
    'mention-too-short': () => 'Enter at least four characters of the name.',
    'last-administrator': () =>
      'This is the last administrator. Give a colleague the role first, so that someone can invite new users.',
    'invitation-expired': () => 'The invitation has expired. Ask the person who invited you for a new one.',
    'reset-link-expired': () => 'The link has been used or has expired. Request a new one.',
    'role-not-available': () => 'This organisation has no such role. Choose another.',
    'csrf-token-missing': () => 'The page has been open for a long time. Reload it, and try again.',
    'too-many-requests': () => 'There are too many requests in a short time. Wait a little, and try again.',
    'api-key-invalid': () => 'The key cannot be created like this. Check what it may do, and the last day.',
    'api-key-limit-reached': (p) =>
      `You already have ${String(p.max ?? '')} valid API keys. Revoke one that is not in use, and try again.`,
    'option-effect-changed': () => 'The effect of the option has changed since you saw it. Review it again.',
    'agreement-invalid': () => 'Something in the agreement must be corrected. Check the fields and try again.',
    'party-invalid': () => 'The organisation cannot be added like this. Check the number.',
    'organisation-correction-refused': () => 'The correction was not saved. Check the name, the number and the reason.',
    'organisation-number-taken': (p: { name?: unknown }) =>
      `${String(p.name ?? '')} already has this number. If it is the same organisation, merge the two on the page of the one that should be removed.`,
    'organisation-merge-refused': () => 'The two were not merged. Check the choice and the reason.',
    'organisation-numbers-differ': () =>
      'The two have different organisation numbers. Confirm that the number of the one to be removed is wrong.',
    'organisation-merge-conflicts': (p: { into?: unknown }) =>
      `The two cannot be merged yet. First resolve the conflicts in what they share with ${String(p.into ?? '')}.`,
    'import-no-header-row': () =>
      'We cannot find a row of headings that we recognise. The file must have a row of column headings.',
    'import-too-many-rows': () => 'The file has more rows than a register of agreements can have. Split it.',
    'import-columns-unknown': () => 'Some of the columns are not in the file. Choose them again.',
    'import-answers-invalid': () => 'The answer cannot be used. Check it and try again.',
    'import-questions-open': () => 'Some questions are not answered yet.',
    'import-closed': () => 'The file has already been imported or discarded. Reload the page.',
    'notice-invalid': (p: { reason?: unknown }) =>
      `The notice cannot be imported${typeof p.reason === 'string' ? ` (${p.reason})` : ''}. Download it again from Doffin or TED.`,
    'file-missing': () => 'Choose a file first.',
    'nil-but-booked': () =>
      'Customers have booked purchases from you in the period. Upload the lines, or explain what they are for.',
    'nil-return-not-allowed': () => '“No deliveries” is not reported under this agreement.',
    'factor-assignment-invalid': () => 'The factor assignment was not saved. Check the fields that are marked.',
    'second-approver-required': () => 'You cannot approve this yourself. Someone else must approve it.',
    'approver-not-independent': (p: { person?: unknown; other?: unknown; origin?: unknown }) =>
      `${String(p.person ?? '')} and ${String(p.other ?? '')} do not count as two independent people, because ${String(p.origin ?? 'the same person')} gave both their access. Ask another colleague, or ask an independent administrator or the operator to vouch for one of them on the Colleagues page.`,
    'measure-state-invalid': () => 'The measure cannot get this status now. Reload the page to see its status.',
    'penalty-nothing-to-decide': () => 'No days count as late, so there is nothing to decide.',
    'penalty-without-amount': () => 'The agreement states no amount, so no penalty can be claimed.',
    'penalty-amount-too-high': () => 'The amount cannot be higher than the calculated one.',
    'penalty-decision-already-withdrawn': () => 'The decision has already been withdrawn.',
    'statement-changed': () =>
      'The figures have changed, or someone has decided the statement, since you opened the page. Review them and decide again.',
    'statement-ratings-invalid': () => 'Rate each of the key figures once.',
    'statement-year-in-future': () => 'The year has not begun yet.',
    'approval-not-pending': () => 'This is not awaiting approval. Reload the page.',
    'second-approval-pending': () => 'Another person must approve the claim before the letter can be used.',
    'period-reversed': () => 'The last day is before the first.',
    'period-too-long': (p) => `The period is too long. Choose at most ${String(p.months)} months.`,
    'claim-without-lines': () => 'None of the lines is open. Reload the page.',
    'claim-amount-not-positive': () => 'The lines give no amount to claim.',
    'claim-too-many-lines': () => 'The claim would have too many lines. Choose fewer months.',
    'claim-state-changed': () => 'The status of the claim has changed. Reload the page.',
    'claim-amount-invalid': () => 'Enter an amount that is not higher than the claim.',
    'claim-response-text-required': () => 'Describe what you disagree with.',
    'second-person-required': () => 'Someone other than you must approve this.',
    'voucher-not-independent': (p: { name?: unknown }) =>
      `You cannot vouch for ${String(p.name ?? '')}, because you got access through the same person. Ask another administrator or the operator.`,
    'approval-not-assigned-to-you': () =>
      'The proposal was sent to someone else. Only that person, or their delegate, can decide it.',
    'factor-assignment-state-changed': () => 'The status has changed. Reload the page.',
    'notification-required': () =>
      'The agreement requires these notifications. They cannot be turned off or put into a summary.',
    'notification-kind-unknown': () => 'Some of the notifications are not for your role. Reload the page.',
    'template-invalid': (p: { allowed?: unknown }) =>
      `The text has a variable that does not exist, or a brace too many. You can use: ${String(p.allowed ?? '')}.`,
    'template-has-link': () => 'The text must not contain links. The personal link is added.',
    'message-has-link': () => 'The message must not contain links.',
    'message-not-failed': () => 'The message has not failed. Only messages that did not arrive can be resent.',
    'calendar-feeds-too-many': (p: { max?: unknown }) =>
      `You already have ${String(p.max ?? '')} calendar addresses. Revoke one before you create another.`,
    'invitation-message-refused': (p: { max?: unknown }) =>
      `The message must not contain links, and has at most ${String(p.max ?? '')} characters.`,
    'invitation-limit-reached': (p: { scope?: unknown; max?: unknown }) =>
      p.scope === 'open'
        ? `You have ${String(p.max ?? '')} unanswered invitations. Withdraw some, or wait for responses.`
        : `The limit of ${String(p.max ?? '')} invitations ${String(p.scope ?? '').endsWith('-day') ? 'a day' : 'an hour'} is reached. Wait a while and try again. Addresses of contacts in the agreements do not count.`,
    'invitation-not-awaiting-approval': () => 'The invitation is not awaiting approval.',
    'invitation-already-decided': () => 'The invitation has already been decided. Reload the page.',
    'self-approval-not-allowed': () => 'You cannot approve this yourself. Someone else must approve it.',
    'reason-required': () => 'Enter a reason.',
    'membership-already-exists': () => 'The person already has this role.',
    'ending-already-decided': () => 'The proposal has already been decided. Reload the page.',
    'account-not-invited': () =>
      'You are signed in with a different address from the one the invitation was sent to. Sign out, and open the link again.',
    'invitation-invalid': () => 'The invitation was not sent: choose a last day, from today to a year ahead at most.',
    'figure-proposal-already-decided': () => 'The proposal has already been decided or withdrawn. Reload the page.',
    'figure-proposal-of-another': () => 'Only the person who proposed it can withdraw it.',
    'external-figures-invalid': () =>
      'The figures were not entered: a year, a municipality or a category does not exist.',
    'method-policy-invalid': () => 'The rule was not saved. Check the fields that are marked.',
    'proposal-not-yours': () => 'Only the person who made the proposal can withdraw it.',
    'delegation-not-own': () => 'You can only name a delegate for yourself. An administrator can do it for others.',
    'delegation-already-ended': () => 'The delegation has already ended. Reload the page.',
    'method-policy-already-proposed': () => 'The same proposal is already awaiting approval.',
    'method-policy-already-in-force': () =>
      'Two people have already approved the same for the category from this day. The proposal would change nothing.',
    'proposal-already-decided': () => 'The proposal has already been decided. Reload the page.',
    'mapping-correction-invalid': () => 'The correction was not saved. Check the fields that are marked.',
    'preview-timed-out': () =>
      'It took too long to calculate what this would change. Choose fewer codes, or try again later.',
    'evidence-pack-in-progress': () =>
      'You are already downloading an evidence pack. Wait until it is done, and try again.',
    'evidence-pack-queue-full': () => 'Others are downloading evidence packs now. Try again in a minute.',
    'uploads-in-progress': (p: { underWay?: unknown }) =>
      `${count(Number(p.underWay ?? 0))} files from your organisation are pending or being read. Wait until some are done, and send the file again.`,
    'storage-full': () => 'There is no more room for files from your organisation. Contact the contract manager.',
    'downloads-in-progress': (p: { scope?: unknown; max?: unknown }) =>
      p.scope === 'person'
        ? `You are already downloading ${String(p.max)} large files. Wait until one is done, and try again.`
        : p.scope === 'organisation'
          ? `Your organisation is already downloading ${String(p.max)} large files. Wait until one is done, and try again.`
          : 'Many large files are being downloaded now. Try again in a moment.',
    'database-unavailable': () =>
      'The database does not respond right now. What was confirmed to you is safely stored. Try again in a moment.',
    'disk-full': () =>
      'There is too little storage space left, so files cannot be received now. The file was not stored. Try again later, or contact the system administrator.',
    'cooperative-moving': () =>
      'The purchasing cooperative is being moved to another installation right now. You can read everything, but not change anything. Nothing was changed. Try again in a moment.',
    'cooperative-moved': (p: { address?: unknown }) =>
      p.address
        ? `The purchasing cooperative has moved. Sign in at ${String(p.address)}.`
        : 'The purchasing cooperative has moved. Ask the system administrator for the new address.',
    'file-store-unavailable': () =>
      'The file store does not respond right now, so files cannot be received or downloaded. Nothing was changed. Try again in a moment.',
    'job-lost': () => 'The work was lost before it was finished. Send the file again.',
    'job-not-failed': () =>
      'The job cannot be retried now: it is done, under way, or retried automatically. Reload the page.',
    'server-busy': () =>
      'The service is busy and could not respond in time. Nothing was changed. Try again in a moment.',
    'json-too-deep': (p: { depthMax?: unknown }) =>
      `The content has more than ${String(p.depthMax)} levels of nested brackets. Send it with fewer levels.`,
    'line-too-large': (p: { line?: unknown; lineBytesMax?: unknown }) =>
      `Line ${String(p.line)} is larger than ${String(p.lineBytesMax)} bytes. Send it with shorter texts.`,
    'evidence-pack-too-large': (p: { linesMax?: unknown }) =>
      `The run has too many lines to be downloaded as one pack${p.linesMax ? `: the limit is ${count(Number(p.linesMax))}` : ''}.`,
    'factor-assignment-end-in-past': () =>
      'An approved factor cannot be ended in the past. Choose today or a later day.',
    'mapping-correction-already-revoked': () => 'The correction has already been revoked. Reload the page.',
    'mapping-correction-superseded': () => 'All of it has been corrected again since. Revoke the newest first.',
    'publication-required': () =>
      'The run is published in several parts. Open the part you want to see under Published figures.',
    'publication-scope-empty': () =>
      'No line of the run is within that scope, so there is nothing to publish. Choose other months, municipalities or categories.',
    'nothing-published': () =>
      'Nothing is published for the municipality here. Choose all municipalities or another one.',
    'periods-not-comparable': (p) =>
      `The periods ${formatMonthSpan(p.before, 'en')} and ${formatMonthSpan(p.after, 'en')} cannot be compared: no municipality has a ledger that is complete for the same months of both.${describeMissingMonths(p.missing, 'en', 'lacks')}`,
    'run-not-reproducible': () =>
      'The run could not be reproduced, so it was not published. Contact the system administrator.',
    'question-changed': () => 'The lines have changed since you saw them. Preview the effect again.',
    'tolerance-effect-changed': () =>
      'The lines or the limits have changed since you previewed the effect. Preview it again, then save.',
    'tolerance-too-early': (p: { from?: unknown }) =>
      `The limits can apply from ${formatDate(String(p.from), 'en')} at the earliest. The effect is shown for the last twelve months.`,
    'tolerance-without-agreement': () => 'Choose the agreement that is to follow the cooperative’s limits.',
    'bulk-answer-already-revoked': () => 'The answer has already been revoked.',
    'concurrent-decision': () =>
      'Someone else has decided on this since you opened it. Review their decision, then save again if you still agree with yours.',
    'period-not-over': (p: { from?: unknown }) =>
      `The period is not over. You can submit from ${typeof p.from === 'string' ? formatDate(p.from, 'en') : 'the day after its last day'}.`,
    'nil-return-already-submitted': () => 'It has already been reported that nothing was delivered in the period.',
    'version-not-checked': () => 'The report is not fully checked, or has already been submitted. Reload the page.',
    'submission-incomplete': () => 'A question from the check has not been answered. Check step 3 and submit again.',
    'correction-base-changed': () =>
      'Another version has been submitted since the file was checked. Choose the file again to compare it with the version now in force.',
    'nothing-to-amend': () => 'There is no report with lines to add to. Send the whole report.',
    'nothing-to-compare': () => 'This is the first version for the period. There is nothing to compare it with.',
    'not-submitted-on-behalf': () => 'This report was not submitted on behalf of the supplier.',
    'on-behalf-malformed': () => 'State who the file came from, which day it came, and why you submit it.',
    'on-behalf-response-missing': () => 'Describe what is not correct.',
    'cursor-invalid': () => 'There is no such page. Reload the list.',
    'redaction-malformed': () =>
      'The record of what was removed from the file could not be read. Choose the file again.',
    'reading-options-malformed': () =>
      'The corrections could not be read with the file. Correct the file and choose it again.',
    'supplier-response-reason-missing': () => 'Briefly explain what is correct.',
    'supplier-response-has-no-cause': () =>
      'The response does not explain why the line is missing. Choose the matching line, or choose a cause.',
    'supplier-response-superseded': () =>
      'The supplier has responded again. Reload the page and read the latest response.',
    'manual-entry-field-unknown': ({ field }) => `The terms have no field “${field}”. Reload the page.`,
    'manual-entry-full': ({ rowsMax }) =>
      `There is room for ${count(rowsMax)} lines here. Send larger deliveries as a file.`,
    'manual-entry-changed': () =>
      'A colleague has changed the lines since you saw them. Review them, and submit again.',
    'manual-entry-empty': () => 'There are no lines to submit yet.',
    'manual-entry-multiple-tables': () => 'This agreement asks for lines in several tables. Send them as a file.',
    'branches-missing': ({ names }) =>
      `These branches are not included: ${listing('en', names)}. Submit their reports, or state that they come later.`,
    'branch-not-missing': () => 'A branch that was stated as missing has submitted its report. Reload the page.',
    'branches-overlap': (p) =>
      `${plural('en', p.count, { one: 'One invoice line is', other: `${count(p.count)} invoice lines are` })} in the reports of both ${listing('en', p.names)}. If one file was submitted for two branches, remove one of them. If both are correct, submit one first and the other on its own page.`,
    'branch-duplicate': () => 'A branch can have only one report in the submission.',
    'reports-of-different-suppliers': () =>
      'The file can only be divided among reports of the same supplier. Go back to Reports and choose it there.',
    'file-not-stored': () => 'The file is not stored, because it may contain personal data.',
    'file-deleted': () => 'We no longer have the file. Send it again.',
    'version-not-submitted': () => 'The report is no longer in review. Reload the page.',
    'extension-not-later': (p: { expected?: string }) =>
      `The new due date must be later than the one in force${p.expected ? ` (${formatDate(p.expected, 'en')})` : ''}.`,
    'owner-not-a-contract-manager': () => 'Choose a contract manager of your cooperative.',
    'hand-over-to-the-same': () => 'Choose two different people.',
    'case-closed': () => 'The case is closed. Reopen it to write in it.',
    'note-for-cooperative-only': () => 'Notes are written by the cooperative. Write a message instead.',
    'case-not-a-request': () => 'The case is not a request from the supplier, so there is nothing to approve.',
    'request-incomplete': () => 'Something is missing. Fill in every field and send again.',
    'request-already-made': (p: { number: string }) =>
      `You have already asked for this in case ${p.number}. Continue there.`,
    'line-already-challenged': (p: { number: string }) => `The line is already challenged in case ${p.number}.`,
    'version-not-accepted': () => 'You can only ask for a correction of an accepted report. Reload the page.',
    'correction-already-requested': (p: { number: string }) =>
      `The supplier has already been asked to correct the report, in case ${p.number}.`,
    'terms-invalid': () => 'The terms have errors that must be corrected before they can be published.',
    'template-withdrawn': (p: { cooperative?: unknown }) =>
      `${typeof p.cooperative === 'string' ? p.cooperative : 'The purchasing cooperative'} has withdrawn this template. Ask them which one to use.`,
    'template-not-in-force': (p: { cooperative?: unknown }) =>
      `The terms of this template are not in force yet. Ask ${typeof p.cooperative === 'string' ? p.cooperative : 'the purchasing cooperative'} when they will be.`,
    'template-already-published': () => 'The template is already published. Reload the page.',
    'slug-already-taken': (p: { slug?: unknown }) => `The address ${String(p.slug ?? '')} is taken. Choose another.`,
    'terms-not-in-force': () => 'The report has no terms that are in force today.',
    'terms-start-too-early': (p: { inForceFrom?: unknown }) =>
      typeof p.inForceFrom === 'string'
        ? `The terms must apply from a later day than ${formatDate(p.inForceFrom, 'en')}. Those in force apply from that day.`
        : 'The terms must apply from a later day than those in force.',
    'terms-dry-run-in-progress': () => 'Another dry run is in progress. Try again in a moment.',
    'price-form-invalid': () => 'The price form has errors that must be corrected before it can be imported.',
    'price-period-reversed': () => 'The last day of the prices must be after the first.',
    'price-model-invalid': () => 'Something in the price model must be corrected.',
    'price-model-date-taken': () =>
      'There is already a price model from this day. Remove it first, or choose another day.',
    'item-number-change-to-itself': () => 'The old and the new item number are the same.',
    'pack-content-incomplete': (p) =>
      `Enter both how much one ${(p.unit as string | undefined) ?? 'pack'} contains and of which unit.`,
    'pack-conversion-circular': () => 'The conversion is circular: the unit would contain itself.',
    'item-number-change-circular': () => 'The link is circular: the new number leads back to the old.',
    'item-number-already-changed': () => 'The old number is already linked. Revoke that link first.',
    'no-adjustment-clause': () => 'The price model does not allow price adjustment. Set that in the model first.',
    'adjustment-not-calculated': () => 'The adjustment is not calculated yet: the index is missing.',
    'adjustment-already-decided': () => 'The case has already been decided. Reload the page.',
    'no-prices-to-adjust': () => 'The supplier has no agreed prices in force from this day.',
    'index-series-invalid': () => 'The file with the index has errors that must be corrected.',
    'adjustment-too-early': (p: { earliest?: unknown }) =>
      typeof p.earliest === 'string'
        ? `The agreement allows no new price before ${formatDate(p.earliest, 'en')}.`
        : 'The agreement does not allow a new price this early.',
    'declaration-duplicate': (p) =>
      `This file has already been submitted${p.number ? ` as ${p.number as string}` : ''}.`,
    'declaration-reason-missing':
      'Explain why: the checklist suggests something else, or the supplier needs an explanation.',
    'declaration-not-usable': (p) =>
      `Cannot be accepted, because there is no figure that can be used${p.products ? `: ${p.products as string}` : ''}.`,
    'attachment-not-pdf': 'The file is not a PDF. Add the EPD as a PDF.',
    'attachment-limit-reached': (p) =>
      `The declaration already has ${String(p.limit ?? '')} documents, which is the limit.`,
    'declaration-unreadable': (p) =>
      `We find no footprints that we can read in ${(p.name as string | undefined) ?? 'the file'}. It must be PACT in JSON.`,
    'item-unknown': (p) => `Item number ${(p.itemNumber as string | undefined) ?? ''} is not in the agreed assortment.`,
    'import-profile-invalid': () => 'The import profile is incomplete. Check columns and rules.',
    'file-infected': (p) =>
      `The file ${String(p.name ?? '')} was stopped: the virus scan found ${String(p.signature ?? '')}. Nothing of it was stored. Scan your machine, create the file again, and try again.`,
    'scanner-unreachable':
      'The file could not be scanned for viruses right now, so it was not received. Try again in a few minutes, and contact the system administrator if the problem continues.',
    'file-too-large': (p: { sizeBytesMax?: unknown }) =>
      p.sizeBytesMax
        ? `The file is larger than the limit of ${count(Number(p.sizeBytesMax) / 1024 ** 2)}\u00a0MB.`
        : 'The file is larger than the limit.',
    'batch-already-reversed': (p) => `The batch has already been reversed by ${p.number ?? ''}.`,
    'batch-not-posted': () => 'Only a file that has been imported can be reversed.',
    'lines-not-json': () => 'The lines are not valid JSON. Send an array of objects, or one object a line.',
    'too-many-lines': () => 'There are too many lines. Send them in several requests.',
    'lines-invalid': () => 'Some lines have errors, and nothing was imported. See the errors of each line.',
    'batch-is-reversal': () => 'A reversal cannot be reversed. Import the file again.',
    conflict: () => 'Someone else has changed this in the meantime. Reload the page to see the latest.',
  },
} satisfies DesignTexts;
