export { followUp } from './room.ts';
export { FollowReports } from './cases/follow-reports.ts';
export { OpenCase } from './cases/open-case.ts';
export { ReadReplies } from './cases/email/read-replies.ts';
