const MB = 1024 * 1024;
const GB = 1024 * MB;

/**
 * File name endings of tables, in the form a file chooser expects. The type of a file is detected from its content, not
 * from its ending.
 */
export const tableEndings: readonly string[] = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.txt'];

/**
 * All limits that a user can reach, stated in one place for the web, the server, the command line and the
 * documentation.
 * A ratio is output bytes per input byte over a whole zip entry.
 */
export const limits = {
  report: {
    sizeBytesMax: 256 * MB,
    rowsMax: 2_000_000,
    columnsMax: 500,
    cellBytesMax: 32 * 1024,
    sheetsMax: 200,
    checkedInBrowserBytesMax: 40 * MB,
  },
  /** Responses to earlier files, fetched in pages. */
  rememberedAnswers: { pageMax: 1_000 },
  /** Lines entered manually on the page instead of in a file. */
  typed: { rowsMax: 250, cellCharactersMax: 500, changesAtOnceMax: 500 },
  /**
   * Files of spend. Up to `previewBytesMax` a file is previewed completely; above it, the file is only looked up by its
   * hash.
   */
  spend: { sizeBytesMax: 2 * GB, rowsMax: 20_000_000, previewBytesMax: 100 * MB },
  /** Postings in one request to the API. */
  spendLines: { linesMax: 10_000, sizeBytesMax: 16 * MB, lineBytesMax: 64 * 1024, fieldNameCharactersMax: 100 },
  /**
   * Folders for scheduled exports: how long a file must be unchanged before import, and for how many days it is
   * retained in the folders done and refused.
   */
  inbox: { lookEverySeconds: 5, restedSeconds: 10, keptDays: 7 },
  /** How often the worker looks for notifications that are due, and the maximum size of a template and a message. */
  notifications: { lookEverySeconds: 60, subjectCharactersMax: 200, bodyCharactersMax: 4_000, remindersAtOnceMax: 500 },
  assortment: { sizeBytesMax: 50 * MB },
  declaration: { sizeBytesMax: 50 * MB, footprintsMax: 10_000 },
  zip: { ratioMax: 100, entriesMax: 100_000, entryBytesMax: 4 * GB },
  password: { charactersMin: 12, charactersMax: 256 },
  /**
   * Invitations by e-mail. Addresses of contacts that were imported with the agreements count towards
   * `contactsPerHourMax` only.
   * `openMax`: unanswered invitations of one organisation.
   */
  invitation: {
    daysOpen: 30,
    perPersonHourMax: 30,
    perPersonDayMax: 100,
    perOrganisationHourMax: 60,
    perOrganisationDayMax: 200,
    openMax: 300,
    contactsPerHourMax: 500,
    atOnceMax: 200,
    messageCharactersMax: 1_000,
  },
  /**
   * API keys: longest validity, keys per organisation, calls per minute, rejected calls per minute, and days before
   * expiry on which the creator is reminded.
   */
  apiKey: {
    daysMax: 365,
    nameCharactersMax: 100,
    perOrganisationMax: 20,
    callsPerMinuteMax: 120,
    refusedPerMinuteMax: 60,
    remindDaysBefore: 14,
  },
  /**
   * Submission through the API: how long a request waits for the result, findings per result, days for which results
   * are retained, and length of an idempotency key.
   */
  sending: { waitSecondsMax: 20, findingsMax: 5_000, answerDays: 7, idempotencyKeyCharactersMax: 200 },
  /**
   * Amount (NOK excl. VAT) that one person may decide alone per buyer and day, counted together with persons who gave
   * each other access.
   */
  secondApproval: { amount: 100_000 },
  /**
   * Days after which unfinished items are removed: reports checked but not submitted, e-mails in the outbox, and spend
   * files that were never read completely.
   */
  leftLying: { draftDays: 90, letterDays: 90, unreadBatchDays: 7 },
  /** Calls per minute with a personal link before there is an account: per link and per network. */
  invitedCalls: { perLinkMax: 120, perNetworkMax: 600 },
  /**
   * Files per organisation that are queued or being read at the same time, and their total bytes; total bytes of stored
   * reports per supplier.
   */
  uploads: { atWorkMax: 500, atWorkBytesMax: 8 * GB, keptBytesMax: 50 * GB, retryAfterSeconds: 60 },
  /** Long downloads in progress at the same time: per person, per organisation and per server process. */
  downloads: { perPersonMax: 2, perOrganisationMax: 4, atOnceMax: 6, retryAfterSeconds: 30 },
  findings: { keptPerCodeMax: 100_000 },
  /** Annotated copies of files: the amounts that a spreadsheet program opens without delay. */
  annotated: { commentsPerSheetMax: 1_000, cellsMarkedMax: 100_000, findingsListedMax: 200_000 },
} as const;
