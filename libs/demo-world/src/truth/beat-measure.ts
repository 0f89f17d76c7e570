/** A number a demonstration can be checked against. */
export interface BeatMeasure {
  beat: string;
  what: string;
  value: number;
  unit: string;
}
