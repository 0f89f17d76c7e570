export { arrived } from './asking/arrived.ts';
export { read, type ApiCall } from './asking/read.ts';
export { sender } from './asking/sender.ts';
export { problemOf, type Problem, type ProblemIssue } from './problem/problem.ts';
export { provideApiClient } from './session/provide-api-client.ts';
export { RecentSignIn } from './session/recent-sign-in.ts';
export { sendSession } from './session/send-session.ts';
export { Session } from './session/session.ts';
export type { InstanceView, Membership, Role, SessionView, Side } from './session/session-view.ts';
