import { Injectable } from '@nestjs/common';
import { ChangeCase } from './change-case.ts';
import { OpenCase } from './open-case.ts';
import { AddCaseEntry } from './write-in-case.ts';

export interface Conversation {
  readonly kind: 'phone-call' | 'meeting';
  readonly body: string;
  /** Day of the call or meeting. */
  readonly happenedOn: string;
  readonly agreementId?: string | null;
  /** Day to follow it up; null when nothing remains to be done. */
  readonly nextOn?: string | null;
}

/** Longest title taken from the text. */
const TITLE_CHARACTERS_MAX = 80;

/**
 * Records a phone call or meeting with a supplier that no case is about. It becomes an internal case of its own: closed,
 * unless it must be followed up, so that it is found where other conversations are.
 */
@Injectable()
export class RecordConversation {
  constructor(
    private readonly opening: OpenCase,
    private readonly writing: AddCaseEntry,
    private readonly changing: ChangeCase,
  ) {}

  /** @throws Problem 'not-found' (404) for an unknown supplier or agreement */
  async run(
    supplierId: string,
    { kind, body, happenedOn, agreementId, nextOn }: Conversation,
  ): Promise<{ id: string }> {
    const { id } = await this.opening.run({
      ...{ kind: 'other', supplierId, agreementId: agreementId ?? null },
      title: titleOf(body),
      nextOn: nextOn ?? null,
    });
    await this.writing.run(id, { kind, body, happenedOn });
    if (!nextOn) await this.changing.close(id, 'no-action', null);
    return { id };
  }
}

/** Returns the first line of the text, shortened. */
export function titleOf(body: string): string {
  const line = body.trim().split('\n')[0]?.trim() ?? '';
  return line.length > TITLE_CHARACTERS_MAX ? `${line.slice(0, TITLE_CHARACTERS_MAX - 1).trimEnd()}…` : line;
}
