import type { WorkerRequest } from './check-messages.ts';
import { FileCheck } from './file-check.ts';

// Worker thread: the page stays responsive while a file is read, and no byte leaves the machine.
const check = new FileCheck((said) => self.postMessage(said));

self.addEventListener('message', (message: MessageEvent<WorkerRequest>) => void check.hear(message.data));
