import { describeExpected } from '../ledger/expected-of-profile.ts';
import type { MessageCode } from './nb.ts';
import type { Sentence } from './message-args.ts';

/** Reasons why an account holds no purchases, by the reader's code. */
const charts: Readonly<Record<string, string>> = {
  payroll: 'pay',
  income: 'income',
  finance: 'transfers and finance',
  balance: 'balance accounts',
  compensation: 'compensated VAT',
  'not-listed': 'accounts that the import profile excludes',
};

/** Formats a number of rows, which the readers pass as text. */
const rows = (count: string, n: (text: string) => string): string => (count === '1' ? 'one row' : `${n(count)} rows`);

/** Names of the document limits, by the reader's code. */
const sizes: Readonly<Record<string, string>> = {
  depth: 'elements within each other',
  text: 'characters in one element',
  nodes: 'elements in one part',
  records: 'parts',
  bytes: 'bytes',
};

/** English. */
export const en: Record<MessageCode, Sentence> = {
  'file-empty': () => 'The file is empty.',
  'not-xml': ({ found }) => `The file is not XML: it starts with “${found}”.`,
  'xml-encoding': ({ p }) =>
    `The file states that it is encoded as ${p('encoding')}, but has characters that do not fit.`,
  'xml-doctype': () =>
    'The file has a DOCTYPE declaration. Those are not read, because they can pull in content from outside.',
  'xml-truncated': () =>
    'The file ends in the middle of the document. It was probably interrupted in transfer; request it again.',
  'xml-damaged': ({ p }) => `The XML is damaged at line ${p('line')}: ${p('damage')}.`,
  'xml-too-large': ({ p, n }) =>
    `The document is too large to read (limit: ${n(p('limit'))} ${sizes[p('what')] ?? p('what')}).`,
  'document-type-not-supported': ({ p }) =>
    `This is a document of the kind ${p('root')}, which is not read here. Despatch advices and SAF-T are imported in a separate file.`,
  'wrong-root': ({ p }) =>
    `The document begins with “${p('root')}” (namespace: ${p('namespace')}). An e-invoice or credit note begins with Invoice or CreditNote in the namespace of UBL 2.`,
  'invoice-without-lines': () => 'The document has no lines.',
  'not-a-despatch': ({ p }) => `The document is a ${p('root')} (${p('namespace')}), not a despatch advice.`,
  'despatch-without-lines': () => 'The despatch advice has no lines.',
  'not-a-notice': ({ p }) => `The document is a ${p('root')} (${p('namespace')}), not a notice in eForms.`,
  'notice-not-eforms': ({ found, p }) => `The notice follows “${found}”, not eForms (${p('rule')}).`,
  'notice-field-missing': ({ p }) => `${p('field')} is missing, and every notice must have it (${p('rule')}).`,
  'notice-code-wrong': ({ p, found, expected }) =>
    `${p('field')} is “${found}”, which is not in the code list: ${expected} (${p('rule')}).`,
  'notice-dates-order': ({ p, found, expected }) =>
    `The duration ends ${found}, before it starts ${expected} (${p('rule')}).`,
  'notice-dates-differ': ({ p, found, expected }) =>
    `All lots must have the same dates, but one has ${found} and another ${expected} (${p('rule')}).`,
  'notice-sum-differs': ({ p, found, expected, n }) =>
    `The lots are worth ${n(expected)} together, but the procurement is stated as worth ${n(found)} (${p('rule')}).`,
  'notice-currency-wrong': ({ p, found, expected }) =>
    `The value is in ${found}; national notices must use ${expected} (${p('rule')}).`,
  'notice-language-missing': ({ p, found }) =>
    `The notice is in ${found}; at least one of its languages must be Norwegian (${p('rule')}).`,
  'notice-legal-basis-wrong': ({ p, found, expected }) =>
    `The legal basis “${found}” is not allowed here; it must be ${expected} (${p('rule')}).`,
  'notice-legal-basis-wrong-part': ({ p, found }) =>
    `Health and social services (CPV ${found}) do not follow part 2 of the Procurement Regulations (${p('rule')}).`,
  'notice-climate-missing': ({ p }) =>
    `There are several award criteria, but nothing about climate and the environment (${p('rule')}).`,
  'notice-climate-weight-too-low': ({ p, found, expected, n }) =>
    `Climate and the environment have a weight of ${n(found)} per cent; it must be ${n(expected)} or more, or the notice must explain why not (${p('rule')}).`,
  'notice-strategy-missing': ({ p, expected }) =>
    `Climate and the environment are weighted, but not named as a strategic aim (${expected}, ${p('rule')}).`,
  'notice-lots-awarded': ({ p, found }) =>
    `A tenderer may be awarded ${found} lots at most, so that none can be awarded (${p('rule')}).`,
  'notice-change-forbidden': ({ p, found, expected }) =>
    `The change notice has ${found} where the original has ${expected}; that cannot be changed (${p('rule')}).`,
  'notice-reference-unknown': ({ p, found }) => `The notice refers to ${found}, which is not in it (${p('rule')}).`,
  'notice-cpv-wrong': ({ found }) => `“${found}” is not a CPV code: it must have eight digits.`,
  'notice-winner-unknown': ({ found }) => `${found} is awarded, but the notice does not show who won.`,
  'not-a-catalogue': ({ p }) => `The document is a ${p('root')} (${p('namespace')}), not a catalogue.`,
  'catalogue-without-lines': () => 'The catalogue has no lines.',
  'catalogue-period-order': ({ found, expected }) => `The period ends ${found}, before it starts ${expected}.`,
  'catalogue-action-unknown': ({ found }) => `“${found}” does not state whether the line is added, changed or removed.`,
  'catalogue-price-missing': () => 'The item has no price.',
  'not-json': ({ p }) => `The file is not valid JSON: ${p('detail')}.`,
  'json-too-large': ({ p, n }) => `The file is too large to read (limit: ${n(p('limit'))} bytes).`,
  'too-many-footprints': ({ p, n }) => `The file contains more than ${n(p('limit'))} footprints: split it.`,
  'not-a-footprint': ({ found }) =>
    `The file contains neither a product footprint in PACT format nor an EPD (found ${found}).`,
  'not-an-epd': ({ p }) =>
    `The document is a ${p('root')} (${p('namespace')}), not an EPD in ILCD format (processDataSet).`,
  'epd-archive-empty': () =>
    'The archive has no EPD: there are no files under "processes". Download the whole ILCD archive from the programme operator.',
  'epd-incomplete': ({ p }) => `The EPD has no ${p('field')}, and cannot be used.`,
  'epd-without-gwp': ({ p }) => `"${p('name')}" states no climate impact (GWP), and cannot be used.`,
  'epd-too-many-amounts': ({ p, n }) =>
    `The EPD states more than ${n(p('limit'))} climate figures, more than any product has.`,
  'pdf-no-figures': () =>
    'A PDF cannot be read as figures. Submit the EPD as an ILCD archive, XML or JSON, and add the PDF as evidence.',
  'footprint-version': ({ found }) => `Version ${found} of the PACT format is not read; versions 2 and 3 are.`,
  'footprint-incomplete': ({ p }) => `The footprint lacks ${p('field')} and cannot be used.`,
  'supplier-master-no-header': ({ p }) =>
    `None of the first 50 rows has the headings “${p('number')}” and “${p('orgNumber')}”. Give the columns these names and import the file again.`,
  'supplier-master-empty': () => 'The file has no suppliers below its headings.',
  'ledger-no-header': ({ p }) => `No row has the headings that the profile “${p('profile')}” expects: ${p('missing')}.`,
  'ledger-no-profile': ({ p }) =>
    `No profile fits the headings of the file${p('headers') === '–' ? '' : `: ${p('headers')}`}. Create an import profile that states what the columns are.`,
  'import-profile-invalid': ({ p }) =>
    `The profile cannot be used: ${p('detail')}. Expected there: ${describeExpected(p('detail'), 'en')}.`,
  'ledger-empty': () => 'The file has headings but no postings.',
  'not-saft': ({ p }) =>
    `The document is a ${p('root')} (${p('namespace')}). SAF-T Financial is an AuditFile in ${p('expected')}; ask the accounting system for the financial export.`,
  'saft-version': ({ p }) =>
    `The file states that it is version ${p('found')} of SAF-T Financial; 1.10 to 1.30 are read. Ask the accounting system for one of those.`,
  'saft-accounts-missing': () =>
    'The file has transactions but no chart of accounts. When the export came in several parts, put them all in one zip and import that.',
  'saft-parts-differ': ({ p }) =>
    `${p('part')} is for the organisation ${p('found')}, the parts before it for ${p('expected')}. Put only the parts of one export in the zip.`,
  'saft-empty': () => 'The file has no transactions.',
  'saft-transaction-unbalanced': ({ p, n }) =>
    `Transaction ${p('transaction')} does not balance: debit is ${n(p('debit'))}, credit ${n(p('credit'))}, a difference of ${n(p('difference'))}. Export again, or ask the supplier of the accounting system.`,
  'saft-amount-not-read': ({ p }) =>
    `Transaction ${p('transaction')} has the amount “${p('found')}”, which is not a number with a decimal point.`,
  'saft-unbalanced': ({ p, n }) =>
    `The file does not balance: debit is ${n(p('debit'))} in all, credit ${n(p('credit'))}. Export again.`,
  'saft-total-differs': ({ p, n }) =>
    `The file states that ${p('side')} is ${n(p('found'))} in all, but its transactions add up to ${n(p('expected'))}. Something may be missing: export again, with all parts.`,
  'saft-entries-differ': ({ found, expected, n }) =>
    `The file states ${n(found)} transactions, but contains ${n(expected)}. The totals agree.`,
  'saft-of-another-buyer': ({ p }) =>
    `The file is the ledger of ${p('found')}, another buyer. Nothing was imported. Import the file of your own organisation.`,
  'saft-of-unknown-buyer': ({ p }) =>
    `The file is the ledger of ${p('found')}, which is not one of the buyers here. State which buyer it is for, or check the organisation number in the file.`,
  'memory-limit-exceeded': () =>
    'The file requires more memory than is available. Split it, for example by month, and try again.',
  'time-limit-exceeded': () => 'The file took too long to read. Split it, for example by month, and try again.',
  'reader-crashed': () =>
    'Reading the file stopped unexpectedly. Try again; if it happens again, re-save the file or split it.',
  'not-a-table': () => 'The file is not a table that can be read.',
  'password-protected': () => 'The file is protected by a password. Save it without one and try again.',
  'workbook-damaged': () => 'The workbook is damaged and cannot be opened.',
  'zip-damaged': () => 'The zip file is damaged and cannot be opened.',
  'zip-bomb': () => 'The zip file unpacks to far more than it should. It is not read.',
  'zip-in-zip': ({ found }) =>
    `“${found}” is a zip file inside the zip file. It has not been opened. Unpack it and import the file separately.`,
  'zip-with-table': ({ found }) =>
    `“${found}” is a table inside the zip file. It has not been read. Unpack it and import it separately.`,
  'zip-without-documents': () => 'The zip file contains no XML documents.',
  'too-large': ({ p, n }) => `The file is too large (limit: ${n(p('expected'))}).`,
  'too-many-rows': ({ p, n }) => `The file has too many rows (limit: ${n(p('expected'))}).`,
  'too-many-sheets': ({ p, n }) => `The file has too many sheets (limit: ${n(p('expected'))}).`,
  'too-many-columns': ({ p, n }) => `The file has too many columns (limit: ${n(p('expected'))}).`,
  'too-many-texts': ({ p, n }) => `The workbook contains too much text (limit: ${n(p('expected'))}).`,
  'cell-too-long': ({ p, n }) => `A cell is too long (limit: ${n(p('expected'))} bytes).`,
  'file-unreadable': ({ p }) => `The file could not be read (${p('code')}).`,
  'field-missing': ({ p }) => `${p('field')} is missing.`,
  'number-not-read': ({ p, found }) =>
    `${p('field')} is “${found}”, which is not a number with a point as decimal sign. It is not included in the totals.`,
  'date-not-read': ({ p, found }) => `${p('field')} is “${found}”, which is not a date.`,
  'invoice-line-sum': ({ found, expected, n }) =>
    `The lines add up to ${n(expected)}, but the document states ${n(found)}.`,
  'invoice-allowance-sum': ({ found, expected, n }) =>
    `The allowances add up to ${n(expected)}, but the document states ${n(found)}.`,
  'invoice-charge-sum': ({ found, expected, n }) =>
    `The charges add up to ${n(expected)}, but the document states ${n(found)}.`,
  'invoice-tax-exclusive': ({ found, expected, n }) =>
    `The total without tax is given as ${n(found)}; lines, allowances and charges give ${n(expected)}.`,
  'invoice-payable': ({ found, expected, n }) =>
    `The amount to pay is given as ${n(found)}; the totals give ${n(expected)}.`,
  'invoice-line-amount': ({ found, expected, n, p }) =>
    `The line amount is ${n(found)}, but ${n(p('quantity'))} × ${n(p('price'))} (per ${n(p('base'))}) with allowances and charges gives ${n(expected)}.`,
  'invoice-base-quantity-zero': () => 'The price is for a quantity of 0, which has no meaning.',
  'unit-missing': () => 'The quantity has no unit.',
  'unit-unknown': ({ found }) => `“${found}” is not a unit code.`,
  'unit-unlisted': ({ found }) => `We have no name for the unit code ${found}.`,
  'gtin-wrong': ({ found }) => `GTIN ${found} has a wrong check digit or length.`,
  'currency-differs': ({ found, expected }) => `The line is in ${found}, the document in ${expected}.`,
  'invoice-of-another-buyer': ({ found }) =>
    `The invoice is addressed to another buyer (${found}) and was not imported.`,
  'invoice-of-former-buyer': ({ found, expected }) =>
    `The invoice is addressed to ${found}, which by the invoice date has become ${expected}. It was imported for the addressee.`,
  'credit-note-negative': ({ found, n }) =>
    `The credit note has a negative sum (${n(found)}), and is therefore counted as a purchase. Ask the seller whether this is intended.`,
  'credit-note-without-invoice': () => 'The credit note does not state which invoice it credits.',
  'org-number-wrong': ({ found }) => `“${found}” is not a valid organisation number.`,
  'party-unidentified': ({ found }) => `${found} is given without any number.`,
  'co2e-factor-not-number': ({ found }) => `EmissionFactor is “${found}”, which is not a number (GP004).`,
  'co2e-net-not-number': ({ found }) => `NetEmissionQuantity is “${found}”, which is not a number (GP005).`,
  'co2e-net-differs': ({ found, expected, n }) =>
    `The emission is given as ${n(found)} kg; factor × quantity gives ${n(expected)} kg (GP005).`,
  'co2e-source-factor': ({ found, expected, n, p }) =>
    `EmissionFactor ${n(found)} is the source's own factor; per invoiced unit it is ${n(expected)} (× ${n(p('rate'))}). It is not multiplied again.`,
  'co2e-source-unknown': ({ found }) => `EmissionFactorSource is “${found}”; it must be Database or Internal (GP006).`,
  'co2e-source-missing': () => 'EmissionFactor is given without EmissionFactorSource (GP007).',
  'co2e-unit-unknown': ({ found }) => `EmissionFactorCalculationUnit “${found}” is not a known unit code (GP008).`,
  'co2e-unit-same': ({ found }) =>
    `EmissionFactorCalculationUnit is ${found}, the invoiced unit itself; no conversion is needed then.`,
  'co2e-rate-not-number': ({ found }) => `EmissionFactorCalculationRate is “${found}”, which is not a number (GP009).`,
  'footprint-gtin-wrong': ({ found }) =>
    `The product number ${found} has a wrong check digit and cannot be linked by GTIN.`,
  'footprint-negative': ({ found, n }) =>
    `The footprint is negative (${n(found)} kg), which suggests that biogenic uptake is included.`,
  'footprint-parts-differ': ({ found, expected, n }) =>
    `The parts of the footprint add up to ${n(expected)} kg, while the total is stated as ${n(found)} kg. This may be a typing error.`,
  'footprint-expired': ({ found }) => `The footprint was valid until ${found}.`,
  'footprint-deprecated': () => 'The footprint has been withdrawn by its publisher.',
  'footprint-validity-assumed': ({ found }) =>
    `No validity is given; three years after the reference period gives ${found}.`,
  'footprint-validity-too-long': ({ found, expected }) =>
    `Valid until ${found} is more than three years after the reference period (${expected}).`,
  'footprint-excluding-missing': () =>
    'The footprint without biogenic uptake is missing; the one with uptake is not used in its place.',
  'footprint-including-higher': ({ found, expected, n }) =>
    `The value with biogenic uptake (${n(found)}) is higher than the one without (${n(expected)}).`,
  'footprint-unit-unknown': ({ found }) => `The declared unit “${found}” is not in the PACT format.`,
  'footprint-amount-wrong': ({ found }) => `The declared amount is “${found}”; it must be more than zero.`,
  'footprint-mass-missing': () =>
    'The mass per declared unit is not given, so the footprint cannot be converted to kg.',
  'footprint-share-fraction': ({ found, n }) =>
    `The primary data share is ${n(found)}; it is probably a fraction rather than a percentage.`,
  'footprint-id-wrong': ({ found }) => `“${found}” is not a valid id (UUID).`,
  'epd-indicator-unit': ({ found }) => `A climate figure is stated in "${found}" instead of kg CO₂e, and is not read.`,
  'epd-scenario-unclear': () =>
    'A1–A3 is stated for several scenarios, and none of them is the default. None has been chosen.',
  'epd-modules-missing': () => 'A1–A3 is not stated in full. A module that is not declared is not zero.',
  'epd-modules-summed': () => 'A1, A2 and A3 are stated separately and have been added.',
  'epd-modules-differ': ({ found, expected, n }) =>
    `A1–A3 is stated as ${n(found)} kg, but A1, A2 and A3 add up to ${n(expected)} kg. This may be a typing error; the figure for A1–A3 is used.`,
  'epd-sum-differs': ({ found, expected, n }) =>
    `GWP-total is stated as ${n(found)} kg, but fossil, biogenic and land use add up to ${n(expected)} kg. This may be a typing error.`,
  'epd-split-missing': ({ found, n }) =>
    `Only GWP-total (${n(found)} kg) is stated for A1–A3. Without a fossil part biogenic uptake may be included, so the figure is not used.`,
  'epd-one-figure': () =>
    'The EPD follows EN 15804+A1, where climate impact is one figure. Biogenic carbon cannot be separated.',
  'epd-luluc-missing': () =>
    'Land use (GWP-luluc) is not stated; the standard allows that below five per cent. The fossil figure is used alone.',
  'epd-biogenic-not-released': ({ found, expected, n }) =>
    `A1–A3 takes up ${n(expected)} kg of biogenic carbon, but C3 and C4 release only ${n(found)} kg.`,
  'epd-flow-missing': () =>
    'The file does not state what the figures are for: the flow of the product is missing. Submit the whole ILCD archive.',
  'epd-unit-unknown': ({ found }) =>
    `We do not know the declared unit "${found}", or it does not fit what it should measure.`,
  'epd-amount-differs': ({ found, expected, n }) =>
    `The declared amount is stated as ${n(found)}, but calculates to ${n(expected)}. It is not clear what the figures are for.`,
  'epd-mass-differs': ({ found, expected, n }) =>
    `The weight is stated both as ${n(expected)} kg and as ${n(found)} kg, and is not used.`,
  'epd-density-implausible': ({ found, n }) =>
    `The density is stated as ${n(found)} kg/m³, lighter than insulation; it may be g/cm³. It is not used.`,
  'epd-conversion-inverse': ({ found, expected, n }) =>
    `The conversion factor to 1 kg (${n(found)}) is stated the other way round; the weight is ${n(expected)} kg.`,
  'epd-validity-missing': () => 'The EPD does not state how long it is valid, and cannot be used.',
  'epd-validity-year': ({ found, expected }) =>
    `Validity is stated as the year ${found}; it is read as until ${expected}.`,
  'epd-published-missing': ({ found }) =>
    `The day of publication is not stated; the first day of the reference year, ${found}, is used.`,
  'epd-not-specific': ({ found }) => `The data set is a "${found}", not for one product of one manufacturer.`,
  'epd-unreviewed': () => 'No independent external reviewer is named.',
  'epd-unregistered': () => 'No registration number with a programme operator is stated.',
  'ledger-amount-not-read': ({ found }) => `The amount “${found}” could not be read. The row was not imported.`,
  'ledger-amount-ambiguous': ({ p, n, found }) =>
    `The amount “${found}” can be read in two ways, and is read as ${n(p('amount'))}. If that is wrong, set the decimal sign in the import profile.`,
  'ledger-duplicate-header': ({ p, found }) =>
    `The heading “${found}” is the heading of several columns (${p('columns')}). Column ${p('read')} is read. If another one is intended, give it a separate name in the file and in the import profile.`,
  'ledger-mostly-negative': ({ p, n }) =>
    `Nearly all lines, ${n(p('credits'))} of ${n(p('lines'))}, are negative. If purchases are negative in this system, set that in the import profile.`,
  'ledger-amount-missing': () => 'The row has no amount. It was not imported.',
  'ledger-date-not-read': ({ p, found }) => `${p('field')} is “${found}”, which is not a date.`,
  'ledger-class-not-read': ({ p, found, expected }) =>
    `${p('field')} is “${found}”, which does not state whether the posting is operating or investment (${expected}). It is read as unknown.`,
  'ledger-account-truncated': ({ p, found }) =>
    `The account “${found}” is read as ${p('account')}. If that is wrong, set in the import profile which part of the code is the account.`,
  'ledger-org-number-wrong': ({ found }) => `“${found}” is not a valid organisation number.`,
  'ledger-filtered': ({ p, n }) => `Excluded by the filter ${p('filter')}: ${rows(p('rows'), n)}.`,
  'ledger-account-excluded': ({ p, n }) =>
    `Excluded, because account ${p('account')} has no purchases: ${rows(p('rows'), n)}.`,
  'ledger-chart-excluded': ({ p, n }) =>
    `Excluded, because they are not purchases by the chart of accounts (${charts[p('chart')] ?? p('chart')}): ${rows(p('rows'), n)}.`,
  'ledger-party-unknown': ({ p, n }) =>
    `Excluded, because ${p('party') === 'person' ? 'they concern private persons' : 'the seller has no known organisation number'}: ${rows(p('rows'), n)}.`,
  'ledger-total-row': ({ p }) => `The row “${p('label')}” is a total and is excluded.`,
  'ledger-total-differs': ({ found, expected, n, p }) =>
    `The row “${p('label')}” shows ${n(found)}, but the rows above add up to ${n(expected)}.`,
};
