import { whistle } from '../../domain/whistle/index.ts';
import type { Command } from '../../domain/whistle/whistle.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told.ts';

const rows = cells(`
          coordinator leader housing resident system
new       -           -      -       -        blow
mustering cancel      -      -       -        note
working   cancel      -      -       -        note
delivered -           -      -       -        note
cancelled -           -      -       -        note
`);

const commands: readonly Command[] = [
  told.blow,
  told.light('housing', 'handling', 9)[1],
  { type: 'cancel', words: '已解决' },
];

holds({ name: '哨', rows, commands, moves: whistle.moves }, told.whistles, (steps) =>
  told.whistleAfter(...steps),
);
