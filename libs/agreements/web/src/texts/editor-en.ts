import { formatCount, plural } from '@tallgrunn/values';
import type { EditorTexts } from './editor-nb.ts';

const count = (n: number) => formatCount(n, 'en');

/** Texts of the terms editor, in English. */
export const editorEn = {
  rules: 'Rules and due dates',
  columns: 'Columns and lists',
  checks: 'Checks',
  demands: 'Late reports, declarations and commitments',
  changes: 'Changes from the previous version',
  trial: 'Run on submitted reports',
  mistakes: (p: { count: number }) =>
    p.count === 0
      ? 'No mistakes in the terms'
      : plural('en', p.count, {
          one: 'One mistake must be corrected before the terms can be published',
          other: `${count(p.count)} mistakes must be corrected before the terms can be published`,
        }),
  showMistakes: 'Show the mistakes',
  notSaid: 'Not stated',
  correctionsPercent: 'Corrections the contract manager reviews: above a percentage of the report',
  correctionsAmount: 'Corrections the contract manager reviews: above an amount',
  correctionsHelp:
    'A correction with a larger effect than one of these limits must be reviewed by the contract manager. Without values, 10 per cent and 25,000 apply.',
  oneALine: 'One per line.',
  valuesHelp:
    'One line for each value it depends on: the value, a colon and the allowed values, with semicolons between. * applies to all.',
  clauseOf: (p: { reference: string }) => `Clause: ${p.reference}`,
  noClause: 'Add the clause',
  clauseReference: 'Where in the agreement',
  clauseText: 'Wording',
  titleIn: (p: { language: string }) => `Title (${p.language})`,
  headingIn: (p: { language: string }) => `Heading (${p.language})`,
  reportHelp: 'Empty for deliveries. For others: transport, services or a name of your own in lower case.',
  dueKind: {
    'working-days': 'Working days after the period',
    'calendar-days': 'Days after the period',
    'fixed-dates': 'Fixed dates',
  },
  required: 'must be filled in',
  optional: 'may be empty',
  newColumn: 'New column',
  newList: (p: { number: number }) => `List ${count(p.number)}`,
  up: (p: { name: string }) => `Move ${p.name} up`,
  down: (p: { name: string }) => `Move ${p.name} down`,
  remove: (p: { name: string }) => `Remove ${p.name}`,
  whichColumn: 'Which column to add',
  ownColumn: 'A custom column',
  addColumn: 'Add column',
  lists: 'Lists where one value depends on another',
  listsHelp: 'Allowed values in one column when another is filled in, such as units for each lot.',
  cases: (p: { count: number }) => plural('en', p.count, { one: 'one case', other: `${count(p.count)} cases` }),
  listName: 'Name of the list',
  severalParents: 'Depend on several columns',
  casesHelp:
    'One line for each case: the values it depends on with | between, a colon and the allowed values, with semicolons between. * applies to all.',
  parentsHelp: 'The columns’ names in the system, one per line.',
  addList: 'Add list',
  noRole: 'None of these',
  patternHelp: 'Regular expression that the whole value must match.',
  findCheck: 'Search the checks',
  checkHeads: { check: 'Check', weight: 'Severity', settings: 'Settings' },
  weightOf: (p: { check: string }) => `Severity of “${p.check}”`,
  overridable: 'The supplier may answer that it is not an error',
  usual: (p: { weight: string }) => `Usual: ${p.weight}`,
  usualValue: (p: { value: string }) => (p.value === '' ? 'usually empty' : `usually ${p.value}`),
  late: 'When the report is late',
  sanction: 'Consequence',
  sanctions: { none: 'None', 'day-fine': 'Daily penalty', 'warning-ladder': 'Warnings in steps' },
  startsAfterHelp: 'Working days if the penalty is calculated per working day, calendar days if not.',
  returnedReportHelp: 'Days on which the report awaits your approval never count.',
  failures: 'Separate consequence when several reports are late',
  declarations: 'Declarations',
  demand: (p: { number: number }) => `Requirement ${count(p.number)}`,
  addDemand: 'Add requirement',
  shareHelp: 'From 0 to 1, such as 0.5 for half.',
  promises: 'Commitments in the tender',
  promise: (p: { number: number }) => `Commitment ${count(p.number)}`,
  addPromise: 'Add commitment',
  attribute: 'Attribute',
  newPromise: 'New attribute',
  changesFrom: (p: { version: number; count: number }) =>
    plural('en', p.count, {
      one: `One change from version ${count(p.version)}`,
      other: `${count(p.count)} changes from version ${count(p.version)}`,
    }),
  noChanges: (p: { version: number }) => `No change from version ${count(p.version)}`,
  trialHelp:
    'The latest reports of the agreement are checked with the draft. Nothing is saved, and suppliers are not affected.',
  try: 'Run the draft',
  tried: (p: { count: number }) =>
    p.count === 0
      ? 'There are no submitted reports yet.'
      : plural('en', p.count, {
          one: 'One report has been checked',
          other: `${count(p.count)} reports have been checked`,
        }),
  triedBefore: 'The draft has changed since it was run. Run it again to see the new result.',
  rowsThen: (p: { before: number; after: number; rows: number }) =>
    `Accepted rows: ${count(p.before)} before, ${count(p.after)} of ${count(p.rows)} with the draft`,
  trialHeads: { finding: 'Finding', weight: 'Severity', before: 'Before', after: 'With the draft' },
  sameFindings: 'The same findings as when the report was submitted.',
  leftOut: 'This report is too large to check here, or its file is no longer stored.',
} satisfies EditorTexts;
