/**
 * What a difference between a reported and a booked amount is made of, in SQL. The reported amount less the booked one is quantity where more or less was reported at the
 * booked price, and price where what was reported has another price; where one does not know both quantities in one unit it is neither. The parts add up to the difference, to the øre.
 */
export interface Measured {
  readonly reported: string;
  readonly booked: string;
  readonly reportedQuantity: string;
  readonly bookedQuantity: string;
  /** Condition: both quantities are known, in one unit, and the booked one is not 0. */
  readonly isMeasured: string;
}

export function varianceParts({ reported, booked, reportedQuantity, bookedQuantity, isMeasured }: Measured): {
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
