import { safeParse } from 'valibot';
import { appealSheet } from '../../cloudfunctions/exports/appeals.ts';
import type { Identity } from '../../domain/appeal/appeal.ts';
import { input } from '../../domain/appeal/inputs.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import type { View } from '../../domain/appeal/view.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import {
  colleague,
  coordinator,
  gridWorker,
  housing,
  leader,
  neighbour,
  office,
  resident,
  system,
  urban,
} from '../support/office.ts';
import { type Seeing, sees } from '../support/seeing.ts';
import { at } from '../support/story.ts';
import {
  accept,
  appealAfter,
  call,
  muster,
  note,
  pass,
  rate,
  reply,
  speak,
  spokenAppeals,
  submit,
  transcribe,
} from './told.ts';

const { spoken, writtenDown, spokenDispatched, spokenWithdrawn } = spokenAppeals;
const recording = { id: 'recording-1', seconds: 23 };
const times = (count: number, part: object = {}) =>
  Array.from({ length: count }, (_, place) => ({ ...recording, id: `recording-${place}`, ...part }));

describe('用说的（条例第八条）', () => {
  const wrong = (command: object) =>
    safeParse(input, { ...submit, ...command }).issues?.map(({ path, message }) => [path?.[0]?.key, message]);

  test('有一段录音的，可以一个字也不写，也可以只写几个字', () => {
    expect(wrong({ text: '', recordings: [recording] })).toBeUndefined();
    expect(wrong({ text: '漏水', recordings: [recording] })).toBeUndefined();
  });

  test('既没有说、又没有写够五个字的，请他说一段或写下来', () => {
    for (const command of [{ text: '' }, { text: '漏水' }, { text: '', recordings: [] }])
      expect(wrong(command)).toEqual([['text', '诉求内容至少 5 字，也可以用说的']]);
  });

  test('记下录音；没有文字的地方写“（语音诉求）”', () => {
    const story = appealAfter(...spoken);
    expect(story.state).toMatchObject({ text: '', recordings: [recording] });
    expect(story.seenBy(resident)).toMatchObject({ text: '（语音诉求）', recordings: [recording] });
  });

  test('一件最多三段，一段最长六十秒', () => {
    appealAfter()
      .when(resident, { ...speak, recordings: times(4) })
      .refuses('many-recordings');
    appealAfter()
      .when(resident, { ...speak, recordings: times(1, { seconds: 61 }) })
      .refuses('long-recording');
    expect(
      appealAfter([resident, { ...speak, recordings: times(3, { seconds: 60 }) }]).state.recordings,
    ).toHaveLength(3);
  });
});

describe('听写', () => {
  test('专班听了写下来；本人、承办单位读得到，写明是工作人员听写', () => {
    const story = appealAfter(...spokenDispatched, [coordinator, transcribe]);
    for (const who of [resident, coordinator, housing]) {
      expect(story.seenBy(who)).toMatchObject({ text: transcribe.words, transcript: transcribe.words });
      expect(story.readBy(who).at(-1)).toMatchObject({ zh: '工作人员听写', words: transcribe.words });
    }
  });

  test('又写又说的，写的还是原话，听写另放', () => {
    const story = appealAfter([resident, { ...submit, recordings: [recording] }], [coordinator, transcribe]);
    expect(story.seenBy(resident)).toMatchObject({ text: submit.text, transcript: transcribe.words });
  });

  test('写错了可以再写，以后一次为准', () => {
    const words = '我家屋顶漏水，已经三天';
    expect(appealAfter(...writtenDown, [colleague, { ...transcribe, words }]).state.transcript).toEqual({
      words,
      event: 3,
    });
  });

  test('居民、单位、领导、网格员不能听写；没有录音的、结束了的没有可听写的', () => {
    for (const who of [resident, neighbour, leader, housing, gridWorker])
      appealAfter(...spokenDispatched)
        .when(who, transcribe)
        .refuses('not-yours');
    appealAfter([resident, submit]).when(coordinator, transcribe).refuses('not-now');
    appealAfter(...spokenWithdrawn)
      .when(coordinator, transcribe)
      .refuses('not-now');
  });

  test('专班自己提的，由同事听写', () => {
    const own = appealAfter([coordinator, speak]);
    own.when(coordinator, transcribe).refuses('not-yours');
    own.when(colleague, transcribe).gives({ ...transcribe, type: 'transcribed' });
  });
});

const units = [...call.units, { unit: 'police', role: 'assist', need: '维持秩序' }] as const;
const w3 = 'appeal-0001-w3';
const closed = (identity: Identity, written: boolean): readonly (readonly [Actor, Command])[] => [
  [resident, { ...speak, identity }],
  ...(written ? [[coordinator, transcribe] as const] : []),
  [coordinator, accept],
  [coordinator, { ...call, units }],
  [system, { ...muster, whistle: written ? 'appeal-0001-w4' : w3, units }],
  ...['housing', 'water'].map((unit) => note(unit, 'submitted', 5, written ? 'appeal-0001-w4' : w3)),
  note('police', 'released', 5, written ? 'appeal-0001-w4' : w3),
  [housing, reply],
  [coordinator, pass],
  [resident, rate],
];

const fields: Seeing<View>['fields'] = {
  words: (view) => (view.text === '（语音诉求）' ? undefined : view.text),
  recordings: (view) => view.recordings,
  transcript: (view) => view.transcript,
};

/** `+` 看得到、听得到，`-` 不，`0` 连有这件事也不知道. */
const outside = `
  partner     0     0          0
  elsewhere   0     0          0
  stranger    0     0          0
  uninvolved  0     0          0
  released    0     0          0`;
const tables = {
  open: {
    before: `
              words recordings transcript
  owner       -     +          -
  coordinator -     +          -
  leader      -     +          -
  clerk       -     +          -
  lead        -     +          -
  leadsHead   -     +          -
  assist      -     +          -
  grid        -     -          -
  chief       -     -          -
  secretary   -     -          -
  supervisor  -     -          -${outside}`,
    after: `
              words recordings transcript
  owner       +     +          +
  coordinator +     +          +
  leader      +     +          +
  clerk       +     +          +
  lead        +     +          +
  leadsHead   +     +          +
  assist      +     +          +
  grid        +     -          +
  chief       +     -          +
  secretary   +     -          +
  supervisor  +     -          +${outside}`,
  },
  hidden: {
    before: `
              words recordings transcript
  owner       -     +          -
  coordinator -     +          -
  leader      -     -          -
  clerk       -     -          -
  lead        -     -          -
  leadsHead   -     -          -
  assist      -     -          -
  grid        -     -          -
  chief       -     -          -
  secretary   -     -          -
  supervisor  -     -          -${outside}`,
    after: `
              words recordings transcript
  owner       +     +          +
  coordinator +     -          +
  leader      +     -          +
  clerk       +     -          +
  lead        +     -          +
  leadsHead   +     -          +
  assist      +     -          +
  grid        +     -          +
  chief       +     -          +
  secretary   +     -          +
  supervisor  +     -          +${outside}`,
  },
};

describe.each([
  ['公开', 'open', tables.open],
  ['隐名', 'nameHidden', tables.hidden],
  ['匿名', 'anonymous', tables.hidden],
] as const)('声音认得出人：%s的，谁听得到（条例第八条、第三十五条）', (_, identity, { before, after }) => {
  describe('听写以前', () =>
    sees({ text: before, fields, seenBy: appealAfter(...closed(identity, false)).seenBy }));
  describe('听写以后', () =>
    sees({ text: after, fields, seenBy: appealAfter(...closed(identity, true)).seenBy }));
});

describe('听不到的人', () => {
  test('隐名的，经两人同意查看身份的人，三十分钟里听得到', () => {
    const unmask = { type: 'unmask', by: coordinator.id, words: '核实地址' } as const;
    const hidden = [
      [resident, { ...speak, identity: 'nameHidden' }],
      [coordinator, transcribe],
    ] as const;
    const story = appealAfter(...hidden, [system, unmask]);
    expect(story.seenBy(coordinator)?.recordings).toEqual([recording]);
    expect(story.seenBy(colleague)?.recordings).toBeUndefined();
    const later = appealAfter(...hidden, [system, unmask], '2026-03-09 10:31');
    expect(later.seenBy(coordinator)?.recordings).toBeUndefined();
  });

  test('被投诉的单位听不到录音，也读不到听写', () => {
    const both = [
      { unit: 'housing', role: 'lead' },
      { unit: 'urban', role: 'assist' },
    ] as const;
    const story = appealAfter(
      [resident, { ...speak, recordings: [recording] }],
      [coordinator, transcribe],
      [coordinator, { ...accept, kind: 'complain', accused: 'urban' }],
      [coordinator, { type: 'dispatch', units: both }],
    );
    expect(story.seenBy(urban)?.relation).toBe('accused');
    const read = JSON.stringify([story.seenBy(urban), story.readBy(urban)]);
    for (const secret of [recording.id, transcribe.words]) expect(read).not.toContain(secret);
  });

  test('导出的清单里没有录音，只有听写的话', () => {
    const cells = (steps: readonly (readonly [Actor, Command])[]) =>
      JSON.stringify(appealSheet([appealAfter(...steps).state], office, at('2026-03-09 12:00')).rows);
    expect(cells(spoken)).toContain('（语音诉求）');
    expect(cells(writtenDown)).toContain(transcribe.words);
    for (const steps of [spoken, writtenDown]) expect(cells(steps)).not.toContain(recording.id);
  });

  test('本人要求删除以后，录音也没有了，听写的话留着', () => {
    const story = appealAfter(...writtenDown, [resident, { type: 'withdraw' }], [system, { type: 'forget' }]);
    expect(story.state).toMatchObject({
      contact: {},
      recordings: undefined,
      transcript: { words: transcribe.words },
    });
  });
});
