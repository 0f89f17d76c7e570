/** Sizes of the whole installation on one day (UTC), bytes. */
export interface StorageMeasurement {
  /** 'YYYY-MM-DD'. */
  readonly measuredOn: string;
  readonly databaseBytes: number;
  readonly fileBytes: number;
}

/** What shares the file system of the data folder, and how much of it may be filled. */
export interface SharedDisk {
  readonly hasDatabase: boolean;
  readonly hasFiles: boolean;
  /** Bytes until no file is accepted; null when the system does not report it. */
  readonly roomBytes: number | null;
}

export interface GrowthProjection {
  /** Growth of database and files together in 30 days. */
  readonly bytesPerMonth: number;
  /** The day ('YYYY-MM-DD') on which the file system of the data folder is full; null when it is not within ten years. */
  readonly fullOn: string | null;
}

const DAY_MS = 24 * 3600_000;
const MONTH_DAYS = 30;
/** Growth is that of the last three months: what was imported at the beginning says nothing about the next months. */
const OBSERVED_DAYS_MAX = 92;
/** A shorter time says too little: one import would be taken for a habit. */
const OBSERVED_DAYS_MIN = 14;
const PROJECTED_DAYS_MAX = 3650;

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * Continues the growth of the last three months in a straight line. Returns null when less than two weeks were
 * measured.
 * @param measurements oldest first
 */
export function projectGrowth(
  measurements: readonly StorageMeasurement[],
  { hasDatabase, hasFiles, roomBytes }: SharedDisk,
): GrowthProjection | null {
  const last = measurements.at(-1);
  if (!last) return null;
  const first = measurements.find(({ measuredOn }) => dayOf(last.measuredOn) - dayOf(measuredOn) <= OBSERVED_DAYS_MAX)!;
  const days = dayOf(last.measuredOn) - dayOf(first.measuredOn);
  if (days < OBSERVED_DAYS_MIN) return null;
  const database = (last.databaseBytes - first.databaseBytes) / days;
  const files = (last.fileBytes - first.fileBytes) / days;
  const here = (hasDatabase ? database : 0) + (hasFiles ? files : 0);
  const daysLeft = roomBytes === null || here <= 0 ? Infinity : Math.max(0, Math.floor(roomBytes / here));
  return {
    bytesPerMonth: Math.round((database + files) * MONTH_DAYS),
    fullOn: daysLeft > PROJECTED_DAYS_MAX ? null : dateOf(dayOf(last.measuredOn) + daysLeft),
  };
}
