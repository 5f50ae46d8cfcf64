import type { Collection } from './store.ts';

/** Every collection and its indexes, declared once: drives SQLite, PostgreSQL and the CloudBase index file. */
export const collections: readonly Collection[] = [
  {
    name: 'appeal',
    indexes: [['owner', 'at'], ['collector', 'at'], ['desk', 'sortAt'], ['status', 'at'], ['wakeAt'], ['at']],
  },
  {
    name: 'task',
    indexes: [['unit', 'desk', 'sortAt'], ['appeal', 'at'], ['whistle', 'at'], ['wakeAt']],
  },
  { name: 'whistle', indexes: [['desk', 'at'], ['wakeAt']] },
  { name: 'event', indexes: [['stream', 'seq'], ['pendingAt'], ['deadAt']] },
  { name: 'inbox', indexes: [['to', 'at']] },
  { name: 'file', indexes: [['owner', 'at']] },
  { name: 'person', indexes: [['unit', 'name']] },
  { name: 'session', indexes: [['person', 'at']] },
  { name: 'office', indexes: [] },
];
