import type { Mode } from './handset.ts';

/** Every story by finger and by mouse; `place` keeps the words of the two apart. */
export const modes: readonly { readonly mode: Mode; readonly by: string; readonly place: string }[] = [
  { mode: 'touch', by: '手指', place: '一号' },
  { mode: 'mouse', by: '鼠标', place: '二号' },
];
