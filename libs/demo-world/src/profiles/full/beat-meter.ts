import { factor } from '../../catalogue/factors.ts';
import type { Chapter } from '../../latent/history.ts';
import type { Delivery } from '../../latent/deliveries.ts';
import type { BeatMeter } from '../../setting/scenario.ts';
import type { BeatMeasure } from '../../truth/beat-measure.ts';
import { monthOf, quarterOf, yearOf } from '../../values/calendar.ts';

const tonnesOf = ({ quantity, item }: Delivery) => ((quantity / 1000) * item.footprint) / 1000;
const kronerOf = ({ amount }: Delivery) => amount / 100;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Sums by name for measuring the story beats. Deliveries are not retained. */
class FullBeats implements BeatMeter {
  private readonly sums = new Map<string, number>();

  see({ deliveries, scenario }: Chapter): void {
    for (const one of deliveries) if (monthOf(one.deliveredOn) <= scenario.lastMonth) this.addDelivery(one);
  }

  private addDelivery(one: Delivery): void {
    const { supplier, item, site, deliveredOn } = one;
    const year = yearOf(deliveredOn);
    if (supplier.key === 'finnskog' && site.municipality.number === '3401') {
      this.add(`kitchen kroner ${year}`, kronerOf(one));
      this.add(`kitchen tonnes ${year}`, tonnesOf(one));
      if (item.category.key === 'beef') this.add(`beef tonnes ${year}`, tonnesOf(one));
    }
    if (item.category.key === 'laptops') {
      this.add(`laptops kroner ${year}`, kronerOf(one));
      this.add(`laptops tonnes ${year}`, tonnesOf(one));
      this.add(`laptops pieces ${year}`, one.quantity / 1000);
    }
    if (supplier.key === 'glomma') this.add(item.onAssortment ? 'glomma on' : 'glomma off', kronerOf(one));
    if (item.number === '0041207' && year === 2025)
      this.add(
        'paper',
        ((one.quantity / 1000) * (item.kilogramsPerUnit * factor('paper').value - item.footprint)) / 1000,
      );
    if (supplier.key === 'finnskog' && quarterOf(deliveredOn) === '2024-Q4' && one.price > one.agreedPrice)
      this.add('overcharged', ((one.price - one.agreedPrice) * one.quantity) / 100_000);
    if (deliveredOn >= '2024-05-15' && (supplier.key === 'tregard' || supplier.key === 'omsorg'))
      this.add('furniture', kronerOf(one));
  }

  private add(name: string, value: number): void {
    this.sums.set(name, (this.sums.get(name) ?? 0) + value);
  }

  private of(name: string): number {
    return this.sums.get(name) ?? 0;
  }

  private growth(name: string): number {
    return 100 * (this.of(`${name} 2025`) / this.of(`${name} 2024`) - 1);
  }

  result(): BeatMeasure[] {
    const measures: [beat: string, what: string, value: number, unit: string][] = [
      ['a', 'Kongsvinger food from Finnskog, kroner, 2025 against 2024', this.growth('kitchen kroner'), '%'],
      ['a', 'Kongsvinger food from Finnskog, tonnes, 2025 against 2024', this.growth('kitchen tonnes'), '%'],
      ['a', 'Kongsvinger beef, tonnes, 2025 against 2024', this.growth('beef tonnes'), '%'],
      ['b', 'Laptops, kroner, 2025 against 2024', this.growth('laptops kroner'), '%'],
      ['b', 'Laptops, tonnes, 2025 against 2024', this.growth('laptops tonnes'), '%'],
      ['b', 'Laptops, pieces, 2025 against 2024', this.growth('laptops pieces'), '%'],
      [
        'd',
        'Glomma, share of kroner outside the assortment',
        (100 * this.of('glomma off')) / (this.of('glomma off') + this.of('glomma on')),
        '%',
      ],
      ['f', 'Copy paper 0041207, 2025: factor instead of the expired declaration', this.of('paper'), 't CO2e'],
      ['j', 'Finnskog, 2024-Q4, charged above the agreed price', this.of('overcharged'), 'NOK'],
      ['m', 'RIIK-24-066, delivered from 15 May 2024', this.of('furniture'), 'NOK'],
    ];
    return measures.map(([beat, what, value, unit]) => ({ beat, what, value: rounded(value), unit }));
  }
}

export const newBeatMeter = (): BeatMeter => new FullBeats();
