/**
 * SQL expressions for splitting the difference reported − booked. Quantity: more or less reported at the booked price.
 * Price: the reported quantity at another price. Unknown: where the two quantities are not known in one unit. The parts
 * add up to the difference, to the øre.
 */
export interface VarianceColumns {
  readonly reported: string;
  readonly booked: string;
  readonly reportedQuantity: string;
  readonly bookedQuantity: string;
  /** Condition: both quantities are known, in one unit, and the booked one is not 0. */
  readonly isMeasured: string;
}

export function variancePartsSql({ reported, booked, reportedQuantity, bookedQuantity, isMeasured }: VarianceColumns): {
  readonly quantity: string;
  readonly price: string;
  readonly unknown: string;
} {
  const quantity = `round((${reportedQuantity} - ${bookedQuantity}) * ${booked} / ${bookedQuantity}, 2)`;
  return {
    quantity: `case when ${isMeasured} then ${quantity} else 0 end`,
    price: `case when ${isMeasured} then ${reported} - ${booked} - ${quantity} else 0 end`,
    unknown: `case when ${isMeasured} then 0 else ${reported} - ${booked} end`,
  };
}
