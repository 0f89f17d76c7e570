import { FileSlots } from './file-places.ts';

/** Returns a promise and the function that resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('FileSlots', () => {
  it('starts work at once while a slot is free', async () => {
    const slots = new FileSlots(2);
    const { opened, open } = gate();
    const file = slots.runInSlot(() => opened);
    await slots.waitUntilFree(Date.now() + 60_000);
    open();
    await file;
  });

  it('delays work while all slots are taken', async () => {
    const slots = new FileSlots(2);
    const { opened, open } = gate();
    const files = [slots.runInSlot(() => opened), slots.runInSlot(() => opened)];
    const order: string[] = [];
    const yielding = slots.waitUntilFree(Date.now() + 60_000).then(() => order.push('work'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    order.push('files');
    open();
    await Promise.all([...files, yielding]);
    expect(order).toEqual(['files', 'work']);
  });

  it('starts work at its deadline, however many files wait', async () => {
    const slots = new FileSlots(1);
    const { opened, open } = gate();
    const file = slots.runInSlot(() => opened);
    await slots.waitUntilFree(Date.now());
    open();
    await file;
  });

  it('delays work while file follows file, although a slot is often free', async () => {
    let now = 0;
    const slots = new FileSlots(2, () => now);
    const readFiles = async (count: number, everyMs: number) => {
      for (let n = 0; n < count; n += 1) {
        now += everyMs;
        await slots.runInSlot(() => Promise.resolve());
      }
    };
    await readFiles(5, 1500);
    expect(slots.isBusy).toBe(false);
    await readFiles(1, 1500);
    expect(slots.isBusy).toBe(true);
    now += 2400;
    expect(slots.isBusy).toBe(true);
    now += 200;
    expect(slots.isBusy).toBe(false);
    await readFiles(20, 2500);
    expect(slots.isBusy).toBe(false);
  });
});
