const MB = 1024 * 1024;
const GB = 1024 * MB;

/** Endings of the files that are read as tables, as a file chooser wants them; what a file is, its content tells. */
export const tableEndings: readonly string[] = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.txt'];

/**
 * Every limit a user can meet, told before it is met: read by the web, the server, the command line and the documentation.
 * A ratio is bytes out per byte in, over a whole zip entry.
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
  /** Answers to earlier files that are fetched at once. */
  rememberedAnswers: { pageMax: 1_000 },
  /** Lines typed on the page instead of sent as a file. */
  typed: { rowsMax: 250, cellCharactersMax: 500, changesAtOnceMax: 500 },
  /** What is looked through to its end before it is loaded: above that a file is only looked up by its hash. */
  spend: { sizeBytesMax: 2 * GB, rowsMax: 20_000_000, previewBytesMax: 100 * MB },
  /** Postings that a program sends at once. */
  spendLines: { linesMax: 10_000, sizeBytesMax: 16 * MB, lineBytesMax: 64 * 1024, fieldNameCharactersMax: 100 },
  /** Folders for scheduled exports: how long a file must have rested, and how many days it lies in done and refused. */
  inbox: { lookEverySeconds: 5, restedSeconds: 10, keptDays: 7 },
  /** How often the worker looks for notifications that are due, and what a template and a message may hold. */
  notifications: { lookEverySeconds: 60, subjectCharactersMax: 200, bodyCharactersMax: 4_000, remindersAtOnceMax: 500 },
  assortment: { sizeBytesMax: 50 * MB },
  declaration: { sizeBytesMax: 50 * MB, footprintsMax: 10_000 },
  zip: { ratioMax: 100, entriesMax: 100_000, entryBytesMax: 4 * GB },
  password: { charactersMin: 12, charactersMax: 256 },
  /**
   * Invitations by e-mail. Addresses of contacts that were imported with the agreements are no strangers: they count towards `contactsPerHourMax` only.
   * `openMax`: invitations of an organisation that nobody has answered.
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
  /** Machine keys: how long they may live, how many an organisation may have, how often one may call, when its maker is reminded. */
  apiKey: {
    daysMax: 365,
    nameCharactersMax: 100,
    perOrganisationMax: 20,
    callsPerMinuteMax: 120,
    refusedPerMinuteMax: 60,
    remindDaysBefore: 14,
  },
  /** What programs send: how long an answer is waited for, how many findings it holds, how many of one organisation are at work at once, and how long answers are kept. */
  sending: { waitSecondsMax: 20, findingsMax: 5_000, answerDays: 7, idempotencyKeyCharactersMax: 200 },
  /** What one person may decide alone, NOK excl. VAT: per buyer and day, together with those who got access from each other. */
  secondApproval: { amount: 100_000 },
  /** Days after which what nobody came back to is removed: reports that were checked and not submitted, letters in the outbox, files of spend whose reading came to no end. */
  leftLying: { draftDays: 90, letterDays: 90, unreadBatchDays: 7 },
  /** Calls in a minute with a personal link before there is an account: of one link, and from one network. */
  invitedCalls: { perLinkMax: 120, perNetworkMax: 600 },
  /** Files of one organisation that wait or are being read at once, and their bytes together; bytes of reports kept for one supplier. */
  uploads: { atWorkMax: 500, atWorkBytesMax: 8 * GB, keptBytesMax: 50 * GB, retryAfterSeconds: 60 },
  /** Long downloads under way at once: of one person, of one organisation, in one server process. */
  downloads: { perPersonMax: 2, perOrganisationMax: 4, atOnceMax: 6, retryAfterSeconds: 30 },
  findings: { keptPerCodeMax: 100_000 },
  /** Of a file with its remarks in it: what a spreadsheet program opens without waiting. */
  annotated: { commentsPerSheetMax: 1_000, cellsMarkedMax: 100_000, findingsListedMax: 200_000 },
} as const;
