import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

/** A supplier or participant, with its current last day. */
export interface DatedParty {
  readonly name: string;
  readonly lot: string | null;
  readonly lastDay: string | null;
}

/** The effect of exercising an option, or of revoking its exercise. Nothing is stored. */
export interface OptionEffect {
  readonly number: number;
  readonly noticeBy: string | null;
  /** True when the deadline for notice has passed. */
  readonly isNoticePassed: boolean;
  readonly lastDayBefore: string | null;
  readonly lastDayAfter: string | null;
  /** Parties whose last day is that of the agreement, and changes with it. */
  readonly suppliers: readonly DatedParty[];
  readonly participants: readonly DatedParty[];
  /** Parties with another last day, which they keep. */
  readonly unchanged: readonly DatedParty[];
  /** Prices that end with the agreement. A published version is never edited, so new prices are required. */
  readonly endingPrices: readonly DatedParty[];
}

export interface OptionRow extends Record<string, unknown> {
  readonly number: number;
  readonly noticeBy: string | null;
  readonly extendsTo: string;
  readonly decided: 'taken' | 'left' | null;
  readonly previousEndsOn: string | null;
}

const PARTIES_SQL = `
  select 'supplier' as kind, o.name, l.key as lot, s.valid_to as "lastDay", s.valid_from as "firstDay" from agreements.agreement_supplier s
  join identity.door_organisation o on o.cooperative_id = s.cooperative_id and o.id = s.supplier_id
  left join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id where s.agreement_id = $1
  union all
  select 'buyer', o.name, null, p.valid_to, p.valid_from from agreements.participation p
  join identity.door_organisation o on o.cooperative_id = p.cooperative_id and o.id = p.buyer_id where p.agreement_id = $1
  order by 1, 2, 3`;

const PRICES_SQL = `
  select o.name, null as lot, v.valid_to as "lastDay" from agreements.price_version v
  join identity.door_organisation o on o.cooperative_id = v.cooperative_id and o.id = v.supplier_id
  where v.agreement_id = $1 and v.valid_to = $2 and not exists (
    select from agreements.price_version n where n.cooperative_id = v.cooperative_id and n.agreement_id = v.agreement_id and n.supplier_id = v.supplier_id and n.number > v.number)
  order by o.name`;

/** Reads the effect of exercising an option, or of revoking its exercise. */
@Injectable()
export class ReadOptionEffect {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'not-found' (404); 'agreement-invalid' (422) when the option is exercised, or an earlier one is
   * undecided
   */
  async exercise(agreementId: string, number: number): Promise<OptionEffect> {
    const { endsOn, option, options } = await this.#read(agreementId, number);
    if (option.decided === 'taken') rejectOption('option-already-exercised', number);
    if (options.some((each) => each.decided === null && each.extendsTo < option.extendsTo))
      rejectOption('earlier-option-open', number);
    const after = endsOn === null || endsOn < option.extendsTo ? option.extendsTo : endsOn;
    return this.#effect(agreementId, option, endsOn, endsOn === null ? null : after);
  }

  /** @throws Problem 'not-found' (404); 'agreement-invalid' (422) when it is not exercised, or a later one is */
  async revoke(agreementId: string, number: number): Promise<OptionEffect> {
    const { endsOn, option, options } = await this.#read(agreementId, number);
    if (option.decided !== 'taken') rejectOption('option-not-exercised', number);
    if (options.some((each) => each.decided === 'taken' && each.extendsTo > option.extendsTo))
      rejectOption('later-option-exercised', number);
    return this.#effect(agreementId, option, endsOn, option.previousEndsOn ?? endsOn);
  }

  async #read(agreementId: string, number: number) {
    const agreement = await this.database.one<{ endsOn: string | null }>(
      'select ends_on as "endsOn" from agreements.agreement where id = $1',
      [agreementId],
    );
    if (!agreement) throw notFound('agreement');
    const options = await this.database.query<OptionRow>(
      `select number, notice_by as "noticeBy", extends_to as "extendsTo", decided, previous_ends_on as "previousEndsOn"
       from agreements.agreement_option where agreement_id = $1 order by number`,
      [agreementId],
    );
    const option = options.find((each) => each.number === number);
    if (!option) throw notFound('option');
    return { endsOn: agreement.endsOn, option, options };
  }

  async #effect(
    agreementId: string,
    { number, noticeBy }: OptionRow,
    before: string | null,
    after: string | null,
  ): Promise<OptionEffect> {
    const parties = await this.database.query<DatedParty & { kind: string; firstDay: string }>(PARTIES_SQL, [
      agreementId,
    ]);
    const moves = ({ lastDay, firstDay }: (typeof parties)[number]) =>
      before !== after && lastDay !== null && lastDay === before && (after === null || firstDay <= after);
    const bare = ({ name, lot, lastDay }: DatedParty): DatedParty => ({ name, lot, lastDay });
    return {
      number,
      noticeBy,
      isNoticePassed: noticeBy !== null && noticeBy < osloDate(this.clock.now()),
      lastDayBefore: before,
      lastDayAfter: after,
      suppliers: parties.filter((each) => each.kind === 'supplier' && moves(each)).map(bare),
      participants: parties.filter((each) => each.kind === 'buyer' && moves(each)).map(bare),
      unchanged: parties.filter((each) => before !== after && each.lastDay !== null && !moves(each)).map(bare),
      endingPrices:
        before === null
          ? []
          : await this.database.query<DatedParty & Record<string, unknown>>(PRICES_SQL, [agreementId, before]),
    };
  }
}

function rejectOption(code: string, number: number): never {
  throw new Problem(422, 'agreement-invalid', {}, [{ code, path: 'number', params: { found: number } }]);
}
