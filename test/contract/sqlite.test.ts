import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../local/store/sqlite.ts';
import { contractCollections as collections, storeContract } from './store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
let files = 0;
let file = '';

afterAll(() => rmSync(folder, { recursive: true }));

const open = () => {
  files += 1;
  file = join(folder, `${files}.db`);
  return openSqlite({ file, collections });
};

storeContract('SQLite in a file', open, {
  reopen: async (store) => {
    await store.close();
    return openSqlite({ file, collections });
  },
});

storeContract('SQLite in memory', () => openSqlite({ file: ':memory:', collections }), { runs: 400 });
