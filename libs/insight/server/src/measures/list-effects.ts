import { Injectable } from '@nestjs/common';
import { Clock, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { ListMeasures } from './list-measures.ts';
import { baseMonths, yearsOfMeasure } from './measure.ts';
import { ReadMeasureEffect, type MeasureEffect } from './read-effect.ts';

/** Recalculates the realised effect of a measure from today's data: each of its years compared with the year before it. */
@Injectable()
export class ListMeasureEffects {
  constructor(
    private readonly measures: ListMeasures,
    private readonly effect: ReadMeasureEffect,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) */
  async run(id: string): Promise<MeasureEffect[]> {
    const [measure] = await this.measures.run(id);
    if (!measure) throw notFound('measure');
    const today = osloDate(this.clock.now());
    const effects: MeasureEffect[] = [];
    for (const year of yearsOfMeasure(measure.startsOn, today.slice(0, 7)))
      effects.push(await this.effect.run(measure, baseMonths(measure.startsOn), year));
    return effects;
  }
}
