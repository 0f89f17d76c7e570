/** A true value to check a demonstration against. */
export interface BeatMeasure {
  beat: string;
  what: string;
  value: number;
  unit: string;
}
