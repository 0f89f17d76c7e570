import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { SignIn } from './sign-in.ts';
import type { Person } from './store/person.ts';

/** E-mail and password, as a passport strategy. Machine keys are another, and OIDC becomes one. */
@Injectable()
export class SignInStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password' });
  }

  validate(email: string, password: string): Promise<Person> {
    return this.signIn.run(email, password);
  }
}
