import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { handle } from '../../cloudfunctions/door.ts';
import type { Recording } from '../../domain/appeal/recording.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { picture } from '../photos/pictures.ts';
import { submit } from '../rules/told.ts';
import { Desk } from '../support/desk.ts';
import { type Lying, withFiles } from '../support/lying.ts';
import { coordinator, neighbour, resident } from '../support/office.ts';
import { id3, mp3, webm } from './sounds.ts';

let desk: Desk;
let cloud: Cloud;
const lying: Lying = new Map();

beforeEach(async () => {
  lying.clear();
  desk = await Desk.open();
  cloud = withFiles(desk.cloud, lying);
});
afterEach(() => desk.store.close());

const hand = ({ id }: Actor, content: Buffer) => handle(cloud, id, { recording: content.toString('base64') });

async function handedIn(caller: Actor, content: Buffer): Promise<Recording> {
  const answer = await hand(caller, content);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Recording;
}

let sent = 0;
const order = (caller: Actor, id: string, command: object) =>
  handle(cloud, caller.id, { process: 'appeal', id, commandId: `command-${++sent}`, command });
const speak = (caller: Actor, recordings: readonly Recording[], part: object = {}) =>
  order(caller, 'appeal-0001', { ...submit, text: '', photos: [], recordings, ...part });

it('交来的录音只留下声音；说出多长；同一段再交还是同一个文件，换了人就不是', async () => {
  const once = await handedIn(resident, Buffer.concat([id3('第一次'), mp3(3.6)]));
  expect(once).toEqual({ id: expect.stringMatching(/^r[0-9a-f]{40}-mp3$/), seconds: 4 });
  expect(lying.get(once.id)).toEqual({ type: 'audio/mpeg', content: mp3(3.6) });
  expect(await handedIn(resident, Buffer.concat([id3('第二次'), mp3(3.6)]))).toEqual(once);
  expect((await handedIn(neighbour, mp3(3.6))).id).not.toBe(once.id);
  expect(lying.size).toBe(2);
});

it.each([
  ['六十秒的收', mp3(60), { ok: true, value: { seconds: 60 } }],
  ['手机停得晚一点的也收，算六十秒', mp3(61.2), { ok: true, value: { seconds: 60 } }],
  ['更长的不收', mp3(62), { ok: false, message: '一段录音最长 60 秒，请分几段录' }],
  ['一兆以上的不收', Buffer.alloc(1024 * 1024 + 9), { ok: false, message: '录音最大 1 MB，请录短一些' }],
  ['照片不收', picture('baseline'), { ok: false, kind: 'input', field: 'recording' }],
])('%s', async (_, content, expected) => {
  expect(await hand(resident, content)).toMatchObject(expected);
  expect(lying.size).toBe(expected.ok ? 1 : 0);
});

it('不是 base64 的不收', async () => {
  expect(await handle(cloud, resident.id, { recording: '录音' })).toMatchObject({ ok: false, kind: 'input' });
});

it('只有录音、没有文字的，收下；本人的答案里有听的地址', async () => {
  const recordings = [await handedIn(resident, webm(3))];
  expect(await speak(resident, recordings)).toMatchObject({
    ok: true,
    value: { view: { text: '（语音诉求）', recordings } },
  });
  const answer = await handle(cloud, resident.id, { query: 'appeal', input: { id: 'appeal-0001' } });
  const { id } = recordings[0] as Recording;
  expect(answer).toMatchObject({ ok: true, links: { [id]: `https://files/${id}` } });
});

describe('不收的', () => {
  it('别人交来的录音', async () => {
    const answer = await speak(resident, [await handedIn(neighbour, mp3(2))]);
    expect(answer).toMatchObject({ ok: false, kind: 'input', field: 'recordings' });
  });

  it('说短了的长度', async () => {
    const { id } = await handedIn(resident, mp3(36));
    expect(await speak(resident, [{ id, seconds: 1 }])).toMatchObject({ ok: false, field: 'recordings' });
  });

  it('拿照片当录音，拿录音当照片', async () => {
    const recording = await handedIn(resident, mp3(2));
    const photo = await handle(cloud, resident.id, { photo: picture('baseline').toString('base64') });
    const { id } = (photo.ok ? photo.value : {}) as Recording;
    expect(await speak(resident, [{ id, seconds: 2 }])).toMatchObject({ ok: false, field: 'recordings' });
    expect(await speak(resident, [recording], { photos: [recording.id] })).toMatchObject({
      ok: false,
      field: 'photos',
    });
  });

  it('四段录音', async () => {
    const recordings = await Promise.all([1, 2, 3, 4].map((long) => handedIn(resident, mp3(long))));
    expect(await speak(resident, recordings)).toMatchObject({
      ok: false,
      code: 'many-recordings',
      message: '最多 3 段录音，请删去几段',
    });
    expect(await speak(resident, recordings.slice(1))).toMatchObject({ ok: true });
  });
});

describe('本人要求删除以后', () => {
  const forget = () => handle(cloud, resident.id, { forget: 'me' });

  it('办完的，录音没有了，听写的话留着；没用上的录音也没有了', async () => {
    const recording = await handedIn(resident, mp3(2));
    await handedIn(resident, mp3(4));
    await speak(resident, [recording], { identity: 'anonymous', contact: undefined });
    await order(coordinator, 'appeal-0001', { type: 'transcribe', words: '门口的路灯坏了' });
    await order(resident, 'appeal-0001', { type: 'withdraw' });
    expect(await forget()).toMatchObject({ ok: true, value: { open: 0 } });
    expect([...lying.keys()]).toEqual([]);
    expect(await desk.all('file')).not.toContainEqual(expect.objectContaining({ type: 'audio/mpeg' }));
    const everything = await desk.everything();
    expect(everything).not.toContain(recording.id);
    expect(everything).toContain('门口的路灯坏了');
  });

  it('还在办的留着，办完再删', async () => {
    const recording = await handedIn(resident, mp3(2));
    await speak(resident, [recording]);
    expect(await forget()).toMatchObject({ ok: true, value: { open: 1 } });
    expect([...lying.keys()]).toEqual([recording.id]);
    await order(resident, 'appeal-0001', { type: 'withdraw' });
    expect(await forget()).toMatchObject({ ok: true, value: { open: 0 } });
    expect(lying.size).toBe(0);
    expect(await desk.everything()).not.toContain(recording.id);
  });
});
