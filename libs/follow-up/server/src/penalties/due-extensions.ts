import { Injectable } from '@nestjs/common';

/** A later due date that a person granted for one obligation. */
export interface DueExtension {
  readonly dueOn: string;
  readonly reason: string;
}

/** Granted extensions, as the penalty calculation reads them. Without an area that grants them there are none. */
@Injectable()
export class DueExtensions {
  /** By obligation. */
  async find(_dutyIds: readonly string[]): Promise<ReadonlyMap<string, DueExtension>> {
    return new Map();
  }
}
