/** SQL: condition that a report line is of goods, delivered or credited, by its `kind`. */
export const isOfGoods = (line: string): string => `${line}.kind in ('goods', 'credit')`;

/** SQL: condition that a report line is a fee or a deposit. */
export const isFee = (line: string): string => `${line}.kind in ('fee', 'deposit')`;
