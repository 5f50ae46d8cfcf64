import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { handle } from '../../cloudfunctions/door.ts';
import { submit } from '../rules/told.ts';
import { Desk } from '../support/desk.ts';
import { type Lying, withFiles } from '../support/lying.ts';
import { neighbour, resident } from '../support/office.ts';
import { exif, seg, withSegments } from './parts.ts';
import { picture } from './pictures.ts';

let desk: Desk;
let cloud: Cloud;
const lying: Lying = new Map();

beforeEach(async () => {
  lying.clear();
  desk = await Desk.open();
  cloud = withFiles(desk.cloud, lying);
});
afterEach(() => desk.store.close());

const taken = (text: string) => withSegments(picture('baseline'), seg(0xe1, exif('II', 6, text)));

async function handedIn(caller: string, content: Buffer): Promise<string> {
  const answer = await handle(cloud, caller, { photo: content.toString('base64') });
  if (!answer.ok) throw new Error(answer.message);
  return (answer.value as { id: string }).id;
}

it('交来的照片只留下干净的一份，别处也没有原件', async () => {
  const id = await handedIn(resident.id, taken('29.6525N 91.1721E'));
  const kept = lying.get(id);
  expect(kept?.type).toBe('image/jpeg');
  expect(kept?.content.includes('29.6525N')).toBe(false);
  expect(lying.size).toBe(1);
  expect(await desk.everything()).not.toContain('29.6525N');
});

it('同一张照片换了时间地点还是同一个文件，换了人就不是', async () => {
  const once = await handedIn(resident.id, taken('第一次'));
  expect(await handedIn(resident.id, taken('第二次'))).toBe(once);
  expect(await handedIn(neighbour.id, taken('第一次'))).not.toBe(once);
  expect(lying.size).toBe(2);
});

it('别人交来的照片不能写进自己的诉求', async () => {
  const photos = [await handedIn(neighbour.id, picture('baseline'))];
  const order = {
    process: 'appeal',
    id: 'appeal-0001',
    commandId: 'command-1',
    command: { ...submit, photos },
  };
  const answer = await handle(cloud, resident.id, order);
  expect(answer).toMatchObject({ ok: false, kind: 'input', field: 'photos' });
});

it('坏照片不收，什么也没有留下', async () => {
  const answer = await handle(cloud, resident.id, {
    photo: picture('baseline').subarray(0, 200).toString('base64'),
  });
  expect(answer).toMatchObject({ ok: false, kind: 'input', field: 'photo' });
  expect(lying.size).toBe(0);
});

it('四兆以上的照片不收', async () => {
  const heavy = Buffer.concat([picture('baseline'), Buffer.alloc(4 * 1024 * 1024)]);
  const answer = await handle(cloud, resident.id, { photo: heavy.toString('base64') });
  expect(answer).toMatchObject({ ok: false, message: '照片最大 4 MB，请压缩后再传' });
});
