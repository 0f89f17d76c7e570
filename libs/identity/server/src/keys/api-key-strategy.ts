import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { BearerStrategy } from './bearer.ts';
import { FindApiKey, type ValidApiKey } from './find-api-key.ts';

/** Passport strategy for API keys. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(BearerStrategy, 'api-key') {
  constructor(private readonly find: FindApiKey) {
    super();
  }

  validate(token: string): Promise<ValidApiKey> {
    return this.find.run(token);
  }
}
