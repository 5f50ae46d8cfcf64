import type { Collection } from './store.ts';

/** Every collection and its indexes, declared once: drives SQLite, PostgreSQL and the CloudBase index file. */
export const collections: readonly Collection[] = [
  { name: 'appeal', indexes: [['owner', 'at'], ['desk', 'sortAt'], ['wakeAt'], ['checkAt']] },
  {
    name: 'task',
    indexes: [['unit', 'desk', 'sortAt'], ['appeal', 'at'], ['whistle', 'at'], ['wakeAt']],
  },
  { name: 'whistle', indexes: [['desk', 'at'], ['wakeAt']] },
  { name: 'request', indexes: [['desk', 'sortAt'], ['appeal', 'at'], ['wakeAt']] },
  { name: 'objection', indexes: [['desk', 'sortAt'], ['appeal', 'at'], ['wakeAt']] },
  { name: 'event', indexes: [['stream', 'seq'], ['pendingAt'], ['deadAt']] },
  { name: 'inbox', indexes: [['to', 'at'], ['tellAt']] },
  { name: 'account', indexes: [['wakeAt']] },
  { name: 'file', indexes: [] },
  { name: 'person', indexes: [['phone']] },
  { name: 'session', indexes: [] },
  { name: 'factor', indexes: [] },
  { name: 'mediaCheck', indexes: [['verdict', 'at']] },
  { name: 'office', indexes: [] },
];
