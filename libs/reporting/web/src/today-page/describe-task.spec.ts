import type { TaskDto } from '@tallgrunn/api-client/shapes';
import { en } from '../texts/en.ts';
import { nb } from '../texts/nb.ts';
import { nn } from '../texts/nn.ts';
import { describeTask } from './describe-task.ts';

const task = (changes: Partial<TaskDto>): TaskDto => ({
  kind: 'overdue',
  isMine: false,
  subjectId: 'd1',
  agreement: { id: 'a1', number: 'A-1', title: 'Mat' },
  supplier: { id: 's1', name: 'Finnskog' },
  versionId: null,
  periodKey: '2026-03',
  dueOn: '2026-04-20',
  amount: '120000',
  currency: 'NOK',
  count: 2,
  days: 3,
  number: null,
  note: null,
  ...changes,
});
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('task in the list Today', () => {
  it('has a title, a reason, an amount and a button with a target', () => {
    const said = describeTask(task({}), -3, nb.today, 'nb');
    expect(said).toMatchObject({
      what: '2 rapporter mangler, den eldste for mars 2026',
      about: 'Finnskog, A-1 Mat',
      why: '3 virkedager over fristen 20. april 2026.',
      act: 'Se hva som mangler',
      link: ['/reports', 'd1'],
    });
    expect(plain(said.amount)).toBe('forrige rapport: 120 000 kr');
  });

  it('opens the received report of an overdue obligation, and the obligation when there is none', () => {
    expect(describeTask(task({ versionId: 'v1' }), -3, nb.today, 'nb')).toMatchObject({
      act: 'Åpne rapporten',
      link: ['/reports/versions', 'v1'],
    });
    for (const [texts, language] of [
      [nb, 'nb'],
      [nn, 'nn'],
      [en, 'en'],
    ] as const)
      expect(describeTask(task({}), -3, texts.today, language).act).toBe(texts.today.actMissing);
  });

  it('names an option and its notice date, and opens the option of the agreement', () => {
    const said = describeTask(
      task({ kind: 'option', supplier: null, periodKey: null, number: 1, dueOn: '2026-06-30' }),
      77,
      nb.today,
      'nb',
    );
    expect(said).toMatchObject({
      what: 'Opsjon 1 må avgjøres',
      why: 'Siste dag for å varsle er 30. juni 2026, om 77 dager.',
      link: ['/agreements', 'a1', 'utilisation'],
    });
    expect(describeTask(task({ kind: 'option', dueOn: '2026-04-10' }), -4, nb.today, 'nb').why).toBe(
      'Siste dag for å varsle var 10. april 2026.',
    );
  });

  it('states when a maximum value may be reached, and only of a day that has passed that it was', () => {
    const maximum = task({ kind: 'maximum', dueOn: '2026-08-10' });
    expect(describeTask(maximum, 118, nb.today, 'nb')).toMatchObject({
      what: 'Maksimalverdien kan bli nådd før avtalen utløper',
      why: 'Med dagens forbruk er den brukt opp tidligst i august 2026.',
    });
    expect(describeTask(maximum, -3, nb.today, 'nb')).toMatchObject({
      what: 'Maksimalverdien er nådd før avtalen utløper',
      why: 'Den ble nådd 10. august 2026, og avtalen varer videre.',
    });
  });

  it('has texts for every kind in each language', () => {
    for (const kind of [
      'decide',
      'overdue',
      'returned',
      'option',
      'maximum',
      'price-case',
      'register',
      'checks',
      'declarations',
      'factors',
      'rulings',
      'figures',
      'nil-question',
      'case',
    ] as const) {
      for (const [texts, language] of [
        [nb, 'nb'],
        [nn, 'nn'],
        [en, 'en'],
      ] as const) {
        const { what, why, act, link } = describeTask(task({ kind, note: 'Feil pris' }), 4, texts.today, language);
        expect([what, why, act].every((words) => words.length > 0)).toBe(true);
        expect(link[0]).toMatch(/^\//);
      }
    }
  });
});
