import { parentPort, workerData } from 'node:worker_threads';

/**
 * The main loop of a program for `ProgramThread`. Answers each message with bytes, which are moved and not copied. An
 * error ends the thread and reaches the sender.
 * @param start creates the function that answers, from the `setup` of the thread
 */
export function serveMessages<Setup, Message>(
  start: (setup: Setup) => (message: Message) => Promise<Uint8Array<ArrayBuffer>>,
): void {
  const answer = start(workerData as Setup);
  parentPort!.on('message', async (message: Message) => {
    const bytes = await answer(message); // a rejection is an uncaught error of the thread
    parentPort!.postMessage(bytes, [bytes.buffer]);
  });
}
