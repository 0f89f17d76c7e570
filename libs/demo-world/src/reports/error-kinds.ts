import { textTable } from '../values/text-table.ts';

/**
 * `fatal` stops the reading, `error` must be corrected, `warning` may be accepted with a reason, `info` is reported and
 * corrected automatically.
 */
export type PlantedSeverity = 'fatal' | 'error' | 'warning' | 'info';

export interface ErrorKind {
  kind: string;
  /** Number of the class in the list of error classes. */
  class: number;
  severity: PlantedSeverity;
  /** The expected message of a checker, in short. */
  expected: string;
}

const columns = ['kind', 'class', 'severity', 'expected'] as const;

const table = `
header-renamed      | 4  | fatal   | The column is found under its other name, or asked for
title-rows          | 5  | info    | The heading row is found below the title
hidden-rows         | 8  | warning | Hidden rows are read and pointed out
total-row           | 9  | info    | The total row is left out and agrees
total-row-off       | 10 | warning | The total row differs from the lines
formula-cell        | 13 | error   | A formula stands where a value is wanted
quantity-blank      | 14 | error   | A required value is missing
nbsp-thousands      | 17 | info    | Hard spaces inside numbers are removed
quantity-text       | 18 | error   | Text where a number is wanted
currency-text       | 19 | info    | The currency sign is removed
parentheses         | 20 | info    | Parentheses are read as a negative number
trailing-minus      | 21 | info    | A minus behind is read as a negative number
credit-line         | 22 | info    | A credit is matched with a sale
credit-exceeds      | 23 | warning | The credit is greater than all reported sales of the item
negative-price      | 24 | error   | Negative price with positive quantity
lost-zeros          | 25 | warning | The item number has lost its leading zeros
item-decimal        | 26 | info    | The item number is read without its decimals
scientific-gtin     | 27 | error   | The last digits of the GTIN are lost
gtin-digit          | 28 | warning | Wrong check digit
item-date           | 29 | error   | The item number has become a date
off-assortment      | 30 | warning | The item is not in the price form
item-renumbered     | 31 | warning | The number resembles that of an agreed item
org-short           | 32 | error   | The organisation number has eight digits
org-digit           | 33 | error   | Wrong check digit in the organisation number
org-placeholder     | 34 | error   | The organisation number is a placeholder
sub-unit            | 35 | info    | The organisation number is that of a site
misspelt            | 36 | info    | The municipality is recognised though misspelt
valer-ambiguous     | 37 | warning | Two municipalities are called Våler
old-number          | 38 | info    | The municipality number from before 2020
not-entitled        | 39 | error   | The customer may not call off from the agreement
date-outside        | 40 | error   | Delivered outside the period
date-text           | 41 | info    | The date is read from text
date-impossible     | 43 | error   | The date does not exist
date-serial         | 44 | info    | The workbook's day number is read as a date
duplicate-line      | 46 | warning | The line stands twice in the file
duplicate-period    | 47 | error   | The line was delivered in an earlier period
year-to-date        | 48 | error   | The figures are those of the year so far
unit-unknown        | 50 | error   | The unit is not known
unit-mixed          | 51 | warning | The same item is reported in two units
pack-as-piece       | 52 | warning | A pack is reported as a piece
vat-included-25     | 54 | error   | Amounts include 25 % VAT
vat-included-15     | 55 | error   | Amounts include 15 % VAT
amount-mismatch     | 56 | warning | Price times quantity is not the amount
price-above-agreed  | 57 | warning | The unit price is above the agreed price
fee-line            | 58 | info    | A fee, not goods
deposit-line        | 59 | info    | A deposit, not goods
foreign-currency    | 60 | error   | The amount is not in NOK
mojibake            | 61 | info    | Norwegian letters are repaired
encoding            | 61 | info    | The file is read as Windows-1252
delimiter           | 62 | info    | The separator is recognised
line-break          | 63 | info    | The line break in the cell is removed
extreme             | 64 | warning | The quantity is far above earlier deliveries
site-missing        | 65 | warning | Reported less than the buyer has booked
nil-contradicted    | 66 | error   | Nothing reported though the buyers have booked purchases
empty-file          | 67 | error   | The file has no lines
declaration-expired | 68 | warning | The declaration has expired
declaration-other   | 69 | warning | The declaration is for another product
declaration-sum     | 70 | error   | The parts do not add up to the total
declaration-negative | 71 | error  | The footprint is negative
declaration-scale   | 72 | warning | The value is a thousand times the normal
declaration-unit    | 73 | warning | The declared unit is a pack, the item is sold by the piece
declaration-unverified | 69 | info | Nobody has verified the footprint
declaration-old-basis | 68 | info  | Characterised with the factors of an older assessment report
personal-data       | 74 | error   | Personal data: the file must not be stored
injection           | 75 | error   | The cell begins like a formula
`;

const kinds = new Map(
  textTable(columns, table).map((row) => [
    row.kind,
    { kind: row.kind, class: Number(row.class), severity: row.severity as PlantedSeverity, expected: row.expected },
  ]),
);

export function errorKind(kind: string): ErrorKind {
  const found = kinds.get(kind);
  if (!found) throw new Error(`No error kind ${kind}`);
  return found;
}

export const errorKinds: readonly ErrorKind[] = [...kinds.values()];
