/** What a person has begun and not sent, kept by their browser on this machine. Nobody else's page of this browser opens it: it goes when they sign out, or when another person signs in. */
export interface DeviceDraft {
  readonly savedAt: string;
  readonly value: unknown;
}

interface Stored extends DeviceDraft {
  readonly id: string;
  /** id of the person */
  readonly owner: string;
}

const databaseName = 'tallgrunn-drafts';
const storeName = 'drafts';
const dayMs = 86_400_000;
/** Drafts that nobody has touched for so long are removed. */
export const draftDaysMax = 14;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName, { keyPath: 'id' }).createIndex('owner', 'owner');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the browser keeps nothing'));
  });
}

/** Does one thing in the store and answers when it is on the disk. Rejects where the browser keeps nothing, or has no room. */
async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T> | null): Promise<T | undefined> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const asked = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'));
    });
  } finally {
    database.close();
  }
}

const idOf = (owner: string, name: string): string => `${owner} ${name}`;

/** Keeps a value as it is; files are kept outside the page's memory. */
export async function keepDraft(owner: string, name: string, value: unknown): Promise<void> {
  await within('readwrite', (store) => store.put({ id: idOf(owner, name), owner, savedAt: new Date().toISOString(), value } satisfies Stored));
}

export async function draftOf(owner: string, name: string): Promise<DeviceDraft | null> {
  const stored = (await within('readonly', (store) => store.get(idOf(owner, name)) as IDBRequest<Stored | undefined>)) ?? null;
  return stored && Date.now() - Date.parse(stored.savedAt) <= draftDaysMax * dayMs ? stored : null;
}

export async function removeDraft(owner: string, names: readonly string[]): Promise<void> {
  await within('readwrite', (store) => {
    for (const name of names) store.delete(idOf(owner, name));
    return null;
  });
}

/** Removes all of everybody: the person signs out. */
export async function clearDrafts(): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  await within('readwrite', (store) => store.clear()).catch(() => undefined);
}

/** Removes what is somebody else's, and what is old. */
export async function clearOthersDrafts(owner: string): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  const isOver = (draft: Stored): boolean => draft.owner !== owner || Date.now() - Date.parse(draft.savedAt) > draftDaysMax * dayMs;
  await within('readwrite', (store) => {
    const asked = store.openCursor();
    asked.onsuccess = () => {
      const cursor = asked.result;
      if (cursor && isOver(cursor.value as Stored)) cursor.delete();
      cursor?.continue();
    };
    return null;
  }).catch(() => undefined);
}
