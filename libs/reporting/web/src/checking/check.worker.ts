import type { Asked } from './check-messages.ts';
import { FileCheck } from './file-check.ts';

// A thread of its own: the page stays quick while a file is read, and no byte of it leaves the machine.
const check = new FileCheck((said) => self.postMessage(said));

self.addEventListener('message', (message: MessageEvent<Asked>) => void check.hear(message.data));
