import { Account } from './account/account.ts';
import { AccountController } from './account/account.controller.ts';
import { AttemptLimits } from './attempts/attempt-limits.ts';
import { ConfirmSignIn } from './confirm-sign-in.ts';
import { ColleagueFactorsController } from './factors/colleague-factors.controller.ts';
import { CompleteSignIn } from './factors/complete-sign-in.ts';
import { FactorSeal } from './factors/factor-seal.ts';
import { Factors } from './factors/factors.ts';
import { Passkeys } from './factors/passkeys.ts';
import { RecoveryCodes } from './factors/recovery-codes.ts';
import { ResetFactors } from './factors/reset-factors.ts';
import { SecondFactorController } from './factors/second-factor.controller.ts';
import { SecondFactorPolicy } from './factors/second-factor-policy.ts';
import { Totp } from './factors/totp.ts';
import { OwnApiKeys } from './keys/own-api-keys.ts';
import { ChangePassword } from './passwords/change-password.ts';
import { OwnWords } from './passwords/own-words.ts';
import { ResetPassword } from './passwords/reset-password.ts';
import { SendResetLink } from './passwords/send-reset-link.ts';
import { SessionController } from './session.controller.ts';
import { Sessions } from './sessions/sessions.ts';
import { StartSession } from './sessions/start-session.ts';
import { VisitorToken } from './sessions/visitor-token.ts';
import { SignIn } from './sign-in.ts';

/** Providers of authentication: passwords, second factors, sessions. */
export const authenticationProviders = [
  AttemptLimits,
  VisitorToken,
  SignIn,
  ConfirmSignIn,
  StartSession,
  CompleteSignIn,
  Sessions,
  SecondFactorPolicy,
  FactorSeal,
  Factors,
  Passkeys,
  Totp,
  RecoveryCodes,
  ResetFactors,
  Account,
  OwnWords,
  OwnApiKeys,
  ChangePassword,
  ResetPassword,
  SendResetLink,
];

export const authenticationControllers = [
  SessionController,
  SecondFactorController,
  AccountController,
  ColleagueFactorsController,
];
