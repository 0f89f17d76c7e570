import type { ComponentFixture } from '@angular/core/testing';
import { accessibilityViolations, show } from '../testing.ts';
import { FileDrop } from './file-drop.ts';

describe('file drop', () => {
  let fixture: ComponentFixture<FileDrop>;
  let taken: (readonly File[])[];

  beforeEach(async () => {
    fixture = await show(FileDrop, { kinds: 'Excel- eller CSV-filen', endings: ['.xlsx', '.csv'], sizeBytesMax: 1024 });
    taken = [];
    fixture.componentInstance.taken.subscribe((files) => taken.push(files));
  });

  const drop = async (...files: File[]) => {
    const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } });
    fixture.nativeElement.querySelector('.drop').dispatchEvent(event);
    await fixture.whenStable();
    return fixture.nativeElement.querySelector('[role=alert]').textContent.trim();
  };

  it('shows its limits in advance', async () => {
    expect(fixture.nativeElement.textContent).toContain('Inntil 1\u00a0kB');
    expect(await accessibilityViolations(fixture.nativeElement)).toEqual([]);
  });

  it('accepts a file within the limits', async () => {
    expect(await drop(new File(['a;b'], 'Mars.CSV'))).toBe('');
    expect(taken[0]?.[0]?.name).toBe('Mars.CSV');
  });

  it.each([
    [[new File(['x'], 'bilde.png')], 'en filtype vi ikke kan lese'],
    [[new File([], 'tom.csv')], 'er tom'],
    [[new File(['x'.repeat(2000)], 'stor.csv')], 'Grensen er 1\u00a0kB'],
    [[new File(['x'], 'a.csv'), new File(['x'], 'b.csv')], 'én fil om gangen'],
  ])('rejects other files with a reason', async (files, words) => {
    expect(await drop(...files)).toContain(words);
    expect(taken).toEqual([]);
  });

  it('opens the file picker from the keyboard through a real button', () => {
    const opened = jest.spyOn(fixture.nativeElement.querySelector('input'), 'click');
    const button: HTMLButtonElement = fixture.nativeElement.querySelector('button');
    button.focus();
    expect(document.activeElement).toBe(button);
    button.click();
    expect(opened).toHaveBeenCalled();
  });
});
