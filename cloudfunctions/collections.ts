import type { Collection } from './store.ts';

/** Every collection and its indexes, declared once: drives SQLite, PostgreSQL and the CloudBase index file. */
export const collections: readonly Collection[] = [
  {
    name: 'appeal',
    indexes: [
      ['owner', 'at'],
      ['number', 'at'],
      ['desk', 'sortAt'],
      ['wakeAt'],
      ['checkAt'],
      ['tallyAt'],
      ['at'],
      ['sortedAt'],
      ['cell', 'at'],
    ],
  },
  {
    name: 'task',
    indexes: [['unit', 'desk', 'sortAt'], ['appeal', 'at'], ['whistle', 'at'], ['wakeAt'], ['tallyAt']],
  },
  { name: 'followUp', indexes: [['desk', 'sortAt'], ['wakeAt']] },
  { name: 'supervision', indexes: [['unit', 'desk', 'sortAt'], ['desk', 'sortAt'], ['wakeAt']] },
  { name: 'topic', indexes: [['agenda', 'at'], ['wakeAt']] },
  { name: 'meeting', indexes: [['desk', 'at'], ['wakeAt']] },
  { name: 'whistle', indexes: [['desk', 'at'], ['wakeAt'], ['tallyAt']] },
  { name: 'request', indexes: [['desk', 'sortAt'], ['appeal', 'at'], ['wakeAt']] },
  { name: 'objection', indexes: [['desk', 'sortAt'], ['appeal', 'at'], ['wakeAt']] },
  { name: 'alert', indexes: [['desk', 'at'], ['wakeAt']] },
  { name: 'event', indexes: [['stream', 'seq'], ['pendingAt'], ['deadAt']] },
  { name: 'rollup', indexes: [['by', 'month']] },
  { name: 'inbox', indexes: [['to', 'at'], ['tellAt']] },
  { name: 'account', indexes: [['wakeAt']] },
  { name: 'file', indexes: [['owner', 'at']] },
  { name: 'person', indexes: [['phone']] },
  { name: 'session', indexes: [] },
  { name: 'factor', indexes: [] },
  { name: 'mediaCheck', indexes: [['verdict', 'at']] },
  { name: 'office', indexes: [] },
  { name: 'catalogue', indexes: [['wakeAt']] },
  { name: 'sign', indexes: [['at'], ['wakeAt']] },
  { name: 'router', indexes: [] },
];
