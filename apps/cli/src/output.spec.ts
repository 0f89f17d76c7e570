import { PassThrough, Writable } from 'node:stream';
import { outputTo, OutputClosed } from './output.ts';

const log = new PassThrough();

describe('results on stdout', () => {
  it('are one JSON object per line', async () => {
    const stdout = new PassThrough();
    await outputTo(stdout, log).line({ a: 'æ\n' });
    expect(String(stdout.read())).toBe('{"a":"æ\\n"}\n');
  });

  it('wait for a slow reader', async () => {
    const stdout = new PassThrough({ highWaterMark: 4 });
    let written = false;
    const writing = outputTo(stdout, log)
      .text('longer than four')
      .then(() => (written = true));
    await new Promise(setImmediate);
    expect(written).toBe(false);
    stdout.read();
    await writing;
  });

  it('end without an error when the reader closes the pipe', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })),
    });
    const output = outputTo(stdout, log);
    await output.text('first').catch(() => undefined);
    await new Promise(setImmediate);
    await expect(output.text('second')).rejects.toThrow(OutputClosed);
  });
});
