/** A file that a person has begun on and not sent, and what was answered about it, kept by their browser on this machine. Nobody else's page of this browser opens it: it goes when they sign out, or when another person signs in. */
export interface DeviceDraft {
  /** What file and answers have in common: answers to one file are never those of another. */
  readonly draftId: string;
  readonly file: File;
  /** Null when there are none of this file. */
  readonly answers: unknown;
}

interface Stored {
  readonly id: string;
  /** id of the person */
  readonly owner: string;
  readonly savedAt: string;
  readonly draftId?: string;
  readonly value: unknown;
}

const databaseName = 'tallgrunn-drafts';
const storeName = 'drafts';
const dayMs = 86_400_000;
/** Drafts that nobody has touched for so long are removed. */
export const draftDaysMax = 14;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore(storeName, { keyPath: 'id' }).createIndex('owner', 'owner');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the browser keeps nothing'));
  });
}

/** Does what belongs together in the store, and answers when all of it is on the disk. Rejects where the browser keeps nothing, or has no room; then nothing of it is done. */
async function within<T = void>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => () => T): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const answer = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(answer());
      transaction.onerror = transaction.onabort = () =>
        reject(transaction.error ?? new Error('the browser kept nothing'));
    });
  } finally {
    database.close();
  }
}

const nothing = (): void => undefined;
const isOld = ({ savedAt }: Stored): boolean => Date.now() - Date.parse(savedAt) > draftDaysMax * dayMs;
const idOf = (owner: string, name: string, part: 'file' | 'answers'): string => `${owner} ${name} ${part}`;

/** Keeps the answers as they are, and the file with them where it is not what is kept: it is outside the page's memory. `mayKeep` is asked when the store is ours. */
export async function keepDraft(
  owner: string,
  name: string,
  { draftId, file, answers }: DeviceDraft,
  mayKeep: () => boolean = () => true,
): Promise<void> {
  await within('readwrite', (store) => {
    if (!mayKeep()) return nothing;
    const stored = (part: 'file' | 'answers', value: unknown): Stored => ({
      id: idOf(owner, name, part),
      owner,
      savedAt: new Date().toISOString(),
      draftId,
      value,
    });
    const before = store.get(idOf(owner, name, 'file')) as IDBRequest<Stored | undefined>;
    before.onsuccess = () => {
      if (before.result?.draftId !== draftId) store.put(stored('file', file));
      store.put(stored('answers', answers));
    };
    return nothing;
  });
}

export function draftOf(owner: string, name: string): Promise<DeviceDraft | null> {
  return within('readonly', (store) => {
    const [file, answers] = (['file', 'answers'] as const).map(
      (part) => store.get(idOf(owner, name, part)) as IDBRequest<Stored | undefined>,
    );
    return () => draftFrom(file!.result, answers!.result);
  });
}

function draftFrom(file: Stored | undefined, answers: Stored | undefined): DeviceDraft | null {
  if (!(file?.value instanceof File) || isOld(file)) return null;
  const belong = file.draftId !== undefined && answers?.draftId === file.draftId;
  return { draftId: file.draftId ?? '', file: file.value, answers: belong ? answers.value : null };
}

export async function removeDraft(owner: string, name: string): Promise<void> {
  await within('readwrite', (store) => {
    for (const part of ['file', 'answers'] as const) store.delete(idOf(owner, name, part));
    return nothing;
  });
}

/** Removes all of everybody: the person signs out. */
export async function clearDrafts(): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  await within('readwrite', (store) => {
    store.clear();
    return nothing;
  }).catch(nothing);
}

/** Removes what is somebody else's, and what is old. */
export async function clearOthersDrafts(owner: string): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  const isOver = (draft: Stored): boolean => draft.owner !== owner || isOld(draft);
  await within('readwrite', (store) => {
    const asked = store.openCursor();
    asked.onsuccess = () => {
      const cursor = asked.result;
      if (cursor && isOver(cursor.value as Stored)) cursor.delete();
      cursor?.continue();
    };
    return nothing;
  }).catch(nothing);
}
