import type { Collection } from './store.ts';

/** Every collection and its indexes, declared once: drives SQLite, PostgreSQL and the CloudBase index file. */
export const collections: readonly Collection[] = [
  { name: 'appeal', indexes: [['owner', 'at'], ['desk', 'sortAt'], ['wakeAt'], ['checkAt'], ['at']] },
  {
    name: 'task',
    indexes: [['unit', 'desk', 'sortAt'], ['appeal', 'at'], ['whistle', 'at'], ['wakeAt'], ['at']],
  },
  { name: 'whistle', indexes: [['desk', 'at'], ['wakeAt'], ['at']] },
  { name: 'request', indexes: [['desk', 'sortAt'], ['appeal', 'at'], ['wakeAt'], ['at']] },
  { name: 'objection', indexes: [['desk', 'sortAt'], ['appeal', 'at'], ['wakeAt'], ['at']] },
  { name: 'event', indexes: [['stream', 'seq'], ['pendingAt'], ['deadAt']] },
  { name: 'inbox', indexes: [['to', 'at'], ['tellAt']] },
  { name: 'account', indexes: [['wakeAt'], ['at']] },
  { name: 'file', indexes: [] },
  { name: 'person', indexes: [['phone']] },
  { name: 'session', indexes: [] },
  { name: 'factor', indexes: [] },
  { name: 'mediaCheck', indexes: [['verdict', 'at']] },
  { name: 'office', indexes: [] },
];
