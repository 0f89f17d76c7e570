import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { BearerStrategy } from './bearer.ts';
import { FindApiKey, type GoodKey } from './find-api-key.ts';

/** A machine key, as a passport strategy. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(BearerStrategy, 'api-key') {
  constructor(private readonly find: FindApiKey) {
    super();
  }

  validate(token: string): Promise<GoodKey> {
    return this.find.run(token);
  }
}
