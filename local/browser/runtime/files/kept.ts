const NAME = 'onewhistle';
const STORE = 'files';
let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE);
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Files that outlive a reload, each person's apart. */
export async function readKept(person: string, path: string): Promise<Blob | undefined> {
  return run('readonly', (store) => store.get(`${person}|${path}`) as IDBRequest<Blob | undefined>);
}

export async function writeKept(person: string, path: string, blob: Blob): Promise<void> {
  await run('readwrite', (store) => store.put(blob, `${person}|${path}`));
}

export async function removeKept(person: string, path: string): Promise<void> {
  await run('readwrite', (store) => store.delete(`${person}|${path}`));
}

/** Forgets the files of all people of this browser, as soon as no phone holds them open. */
export function forgetFiles(): void {
  window.indexedDB.deleteDatabase(NAME);
}
