/** SQL: that a reported line is of goods, delivered or credited, by its `kind`. */
export const isOfGoods = (line: string): string => `${line}.kind in ('goods', 'credit')`;

/** SQL: that it is of a fee or a deposit, which are no goods. */
export const isFee = (line: string): string => `${line}.kind in ('fee', 'deposit')`;
