import type { DefaultTemplates } from './template-text.ts';

export const en: DefaultTemplates = {
  'obligation-opened': {
    subject: 'The report for {period} can be submitted: {agreement}',
    body: 'The period {period} is over. {supplier} can now submit {report} under the agreement “{agreement}”. It is due on {dueDate}.\n\nIf you delivered nothing in the period, you can submit a nil return.',
    button: 'Submit the report',
  },
  'obligation-due': {
    subject: 'Due {daysLeft}: the report for {period}, {agreement}',
    body: '{supplier} must submit {report} for {period} under the agreement “{agreement}”. It is due on {dueDate}, {daysLeft}. We have not received it yet.\n\nIf you delivered nothing in the period, you can submit a nil return.',
    button: 'Submit the report',
  },
  'obligation-late': {
    subject: 'We have not received the report for {period}: {agreement}',
    body: 'We expected {report} for {period} under the agreement “{agreement}” by {dueDate}, {daysLate} ago. We cannot see that {supplier} has submitted it.\n\nPlease submit it as soon as you can. If you delivered nothing in the period, you can submit a nil return. If something prevents you, reply to this e-mail.',
    button: 'Submit the report',
  },
  'check-not-submitted': {
    subject: 'The file is checked but not submitted: {period}, {agreement}',
    body: '{supplier} checked a file for {period} under the agreement “{agreement}” on {date}. It is not submitted, so the report is not delivered. It is due on {dueDate}.',
    button: 'See the file and submit it',
  },
  'report-received': {
    subject: 'We have received report {reportNumber} for {period}: {agreement}',
    body: 'Report {reportNumber} for {period} under the agreement “{agreement}” is received, with {lineCount}. The receipt is with the report.',
    button: 'See the receipt',
  },
  'report-returned': {
    subject: 'Report {reportNumber} is returned: {period}, {agreement}',
    body: '{cooperative} has returned report {reportNumber} for {period} under the agreement “{agreement}”. It does not count as delivered until you submit a new one.\n\nReason: {reason}\n\nRows of the file that the check asked about: {rows}',
    button: 'Submit a new report',
  },
  'report-accepted': {
    subject: 'Report {reportNumber} is approved: {period}, {agreement}',
    body: '{cooperative} has approved report {reportNumber} for {period} under the agreement “{agreement}”, with {lineCount}. You do not need to do anything more.',
    button: 'See the report',
  },
  'correction-requested': {
    subject: 'Correction requested: report {reportNumber}, {agreement}',
    body: '{cooperative} asks {supplier} to correct report {reportNumber} for {period} under the agreement “{agreement}”.\n\nIt concerns: {reason}',
    button: 'Correct the report',
  },
  'declaration-requested': {
    subject: 'Environmental declarations requested by {date}: {agreement}',
    body: 'The agreement “{agreement}” asks {supplier} for environmental declarations by {date}.\n\n{reason}',
    button: 'Submit declarations',
  },
  'declaration-expiring': {
    subject: 'The declaration of {product} is valid until {date}',
    body: 'The environmental declaration of {product} is valid to the end of {date}. After that day it is no longer used in the emission figures of your customers. Submit a new one when you have it.',
    button: 'See the declarations',
  },
  'price-adjustment-decided': {
    subject: 'The price adjustment is decided ({decision}): {agreement}',
    body: 'The request from {supplier} for new prices under the agreement “{agreement}” is {decision}. New prices apply from: {date}.\n\nReason: {reason}',
    button: 'See the prices',
  },
  'quality-letter': {
    subject: 'Data quality of the reports of {month}: {level}',
    body: '{supplier} submitted {lineCount} in {month}. The data quality was at this level: {level}. Number of findings that needed a correction: {count}.\n\nChecks with the most findings: {checks}.\n\nThe letter comes once a month. You can turn it off.',
    button: 'See the data quality',
  },
  'statement-decided': {
    subject: 'Performance statement for {year}: {agreement}',
    body: '{cooperative} has decided the performance statement {statementNumber} of {supplier} for {year} under the agreement “{agreement}”. Overall rating: {rating}.\n\nYou can read the figures and the reason, and write a comment.',
    button: 'See the statement',
  },
  'agreement-ending': {
    subject: 'The agreement {agreement} lasts until {date}',
    body: 'The agreement “{agreement}” ({agreementNumber}) lasts to the end of {date}. Deliveries ordered before that day are reported as before.',
    button: 'See the agreement',
  },
  'supplier-late': {
    subject: '{supplier} has not submitted the report for {period}: {agreement}',
    body: '{supplier} has not submitted {report} for {period} under the agreement “{agreement}”. It was due on {dueDate}, {daysLate} ago. The supplier has been notified.',
    button: 'See what is missing',
  },
  'report-awaiting-approval': {
    subject: 'To approve: {reportNumber} from {supplier}, {period}',
    body: '{supplier} has submitted report {reportNumber} for {period} under the agreement “{agreement}”, with {lineCount}. A contract manager must approve or return it.',
    button: 'See the report',
  },
  'booked-not-reported': {
    subject: 'Booked, not in the report: {amount}, {supplier}, {period}',
    body: 'The customers have booked {amount} with {supplier} in {period} under the agreement “{agreement}” that we do not find in the approved report ({lineCount}). It may be a shift between periods. The list is ready.',
    button: 'See the list',
  },
  'claim-answered': {
    subject: '{supplier} has answered the claim {claimNumber} ({decision})',
    body: '{supplier} has answered the claim {claimNumber} of {amount} under the agreement “{agreement}”: {decision}.\n\n{reason}',
    button: 'See the claim',
  },
  'statement-commented': {
    subject: '{supplier} commented on the performance statement for {year}: {agreement}',
    body: '{supplier} commented on the performance statement {statementNumber} for {year} under the agreement “{agreement}”.\n\n{reason}',
    button: 'See the comment',
  },
  'option-notice': {
    subject: 'Notice of option {count} is due on {date}: {agreement}',
    body: 'Option {count} of the agreement “{agreement}” must be notified by {date} if it is to be exercised. It is not decided yet.',
    button: 'Decide on the option',
  },
  'maximum-value-near': {
    subject: '{share} of the maximum value is used: {agreement}',
    body: 'According to the suppliers’ approved reports, {amount} of {maximum} is used under the agreement “{agreement}”. That is {share}. Missing reports are not included.',
    button: 'See the utilisation',
  },
  'delegate-needed': {
    subject: 'No one takes over from {person} on {date}',
    body: 'The access of {person} lasts until {date}. After that no one has access to do the tasks. Invite someone to take over before that day.',
    button: 'Invite a colleague',
  },
  'supplier-unreachable': {
    subject: 'Notifications do not reach {supplier}',
    body: '{reason} Notifications about the agreement “{agreement}” therefore do not go to {supplier}. Invite another contact or call them.',
    button: 'See the supplier',
  },
};
