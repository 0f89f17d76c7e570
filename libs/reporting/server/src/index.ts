export { reporting } from './room.ts';
export { AcceptVersion } from './accept-version.ts';
export { ListWaitingUploads } from './list-waiting-uploads.ts';
export { ReceiveVersion } from './receive-version.ts';
export { ReportNothing } from './report-nothing.ts';
export { ReturnVersion } from './return-version.ts';
export { ShowVersion } from './show-version.ts';
export { STAGE_LINES, StageLines } from './stage-lines.ts';
export { SubmitVersion, type SubmissionWanted } from './submit-version.ts';
