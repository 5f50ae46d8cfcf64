import type { Files } from '../../cloudfunctions/cloud.ts';

/** Where no file is ever sent: asking for one is a fault. */
export const noFiles: Files = {
  keep: () => Promise.reject(new Error('there is no place for files')),
  drop: () => Promise.reject(new Error('there is no place for files')),
  links: async (ids) => (ids.length === 0 ? {} : Promise.reject(new Error('there is no place for files'))),
};
