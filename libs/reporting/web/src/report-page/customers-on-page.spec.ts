import { accessibilityViolations } from '@tallgrunn/design/testing';
import { context, fileOf, validRow, terms } from '../testing.ts';
import { openReport, readAsText } from './testing-report-page.ts';

describe('customers on the report page', () => {
  it('does not upload other customers, asks about similar names, and uploads the file without them', async () => {
    const { page, http, settle, drop, summary, press } = await openReport();
    const others = ['Rema 1000 Elverum AS', 'Hamar Hotell AS'].map((name) => validRow.replace('Kongsvinger', name));
    await drop(validRow, ...others, validRow.replace('Kongsvinger', 'Kongsvinger Gård'));
    expect(summary('read')).toContain('2 rader gjelder andre kunder og sendes ikke fra maskinen din');
    expect(page.textContent).toContain('Hører denne kunden til innkjøpssamarbeidet?');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Send inn');
    expect(page.querySelector('ds-error-summary')?.textContent).toContain(
      'Svar på om én kunde hører til innkjøpssamarbeidet',
    );
    const no = page.querySelector<HTMLButtonElement>('button[aria-label="Nei, Kongsvinger Gård hører ikke til"]');
    no?.click();
    await settle();
    expect(summary('read')).toContain('3 rader gjelder andre kunder');
    await press('Send inn én linje');
    await settle();
    const form = http.expectOne('/api/v1/obligations/d1/versions').request.body as FormData;
    const sent = await readAsText(form.get('file') as File);
    expect(sent).toContain('Kongsvinger;7001');
    expect(sent).not.toMatch(/Rema|Hotell|Gård/);
    const told = String(form.get('cut'));
    expect(JSON.parse(told)).toMatchObject({
      rows: 3,
      columns: [],
      cells: 0,
      whole: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(`${told}${String(form.get('answers'))}`).not.toMatch(/Rema|Hotell|Gård/);
  });

  it('asks once about each name in any spelling, and applies one yes to all', async () => {
    const { page, drop, press } = await openReport();
    await drop(
      validRow,
      ...['Elverum kommune', 'Kongsvnger', 'KONGSVNGER', 'Kongsvinge'].map((name) =>
        validRow.replace('Kongsvinger', name),
      ),
    );
    const asked = () => page.querySelector('#customers-asked')?.parentElement;
    expect(asked()?.textContent).toContain('Hører disse 2 kundene');
    expect(
      [...asked()!.querySelectorAll('li')].map((item) => [
        item.querySelector('.name')?.textContent,
        item.querySelector('.tg-subtle')?.textContent,
      ]),
    ).toEqual([
      ['KONGSVNGER', '2 rader'],
      ['Kongsvinge', 'én rad'],
    ]);
    await press('Ja til 2 uten svar');
    expect(
      [...page.querySelectorAll('#customers-asked ~ ul button[aria-pressed="true"], #customers-asked ~ p button')].map(
        (button) => button.textContent?.trim(),
      ),
    ).toEqual(['Ja', 'Ja']);
  });

  it('requests the file when a column is used that was not uploaded, and then uploads it', async () => {
    const { page, http, settle, dropFile, press } = await openReport();
    const text = ['Kunde;Varenummer;Antall;Enhet;Pris;Beløp;Levert;Bilag', `${validRow};F-77`].join('\r\n');
    await dropFile(fileOf(new TextEncoder().encode(text), 'mars.csv'));
    http.match('/api/v1/obligations/d1/terms').forEach((asked) =>
      asked.flush({
        ...terms,
        tables: terms.tables.map((table) => ({
          ...table,
          fields: [...table.fields, { name: 'invoiceNumber', type: 'string' as const }],
        })),
      }),
    );
    http.match('/api/v1/obligations/d1/context').forEach((asked) => asked.flush(context));
    await settle();
    const column = () => page.querySelector<HTMLSelectElement>('select[aria-label*="Bilag"]')!;
    const point = async (field: string) => {
      column().value = field;
      column().dispatchEvent(new Event('change'));
      await settle();
    };
    const alert = () => page.querySelector('tg-columns-step .ds-alert');
    const mapping = {
      sheet: '',
      headingRow: 1,
      columns: { buyer: 0, itemNumber: 1, quantity: 2, unit: 3, unitPrice: 4, amount: 5, deliveredOn: 6 },
    };
    const details = () => page.querySelector<HTMLDetailsElement>('tg-columns-step details')!;
    Object.assign(details(), { open: true }).dispatchEvent(new Event('toggle'));
    await point('');
    expect(alert()).toBeNull();
    expect([details().open, details().parentElement?.textContent]).toEqual([
      true,
      expect.stringMatching(/Brukes ikke: «Bilag»\..*Fakturanummer: så finnes like linjer/s),
    ]);
    await press('Send inn én linje');
    await settle();
    const first = http.expectOne('/api/v1/obligations/d1/versions');
    expect(await readAsText((first.request.body as FormData).get('file') as File)).not.toContain('F-77');
    first.flush({ id: 'v1' });
    await settle();
    http.expectOne('/api/v1/report-versions/v1').flush({
      id: 'v1',
      state: 'checked',
      verdict: {
        rows: 1,
        accepted: 0,
        quarantined: 1,
        totals: { currency: 'NOK', amount: '0.00', credit: '0.00', fees: '0.00', quarantined: '240.00', byBuyer: [] },
        groups: [],
        columns: [mapping],
        sheets: [],
      },
      progress: null,
    });
    await settle();
    await point('invoiceNumber');
    expect(alert()?.textContent).toContain('Innholdet i kolonnen «Bilag» ble ikke sendt');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Send inn én linje');
    await settle();
    const second = http.expectOne('/api/v1/obligations/d1/versions');
    expect(await readAsText((second.request.body as FormData).get('file') as File)).toContain('F-77');
  });

  it('fills down when the user assigns rows without a customer, and reverts it', async () => {
    const { page, drop, summary, press } = await openReport();
    const nameless = validRow.replace('Kongsvinger', '');
    await drop(validRow, nameless, validRow.replace('Kongsvinger', 'Rema 1000 Elverum AS'), nameless, nameless);
    expect(page.querySelector('#customers-asked')?.parentElement?.textContent).toContain('Rader uten kunde');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Fyll «Kunde» nedover i tomme rader');
    expect(page.querySelector('#customers-asked')).toBeNull();
    expect(summary('read')).toContain('3 rader gjelder andre kunder');
    expect(summary('send')).toContain('2 linjer');
    await press('Angre');
    expect(page.querySelector('#customers-asked')).not.toBeNull();
  });
});
