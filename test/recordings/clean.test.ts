import { cleanRecording } from '../../cloudfunctions/recordings/clean.ts';
import { picture } from '../photos/pictures.ts';
import { checksum } from './crc.ts';
import { aac, element, id3, id3v1, mp3, mp4, ogg, webm } from './sounds.ts';

const canary = '雀 29.6525N';
const seconds = (content: Buffer) => Math.round(cleanRecording(content).seconds * 100) / 100;

it.each([
  ['audio/mpeg', 'mp3', mp3(3.6), 3.6],
  ['audio/aac', 'aac', aac(3.2), 3.2],
  ['audio/mp4', 'm4a', mp4(4), 4],
  ['audio/webm', 'webm', webm(4), 3.94],
  ['audio/ogg', 'ogg', ogg(4), 4],
] as const)('按内容认出 %s，量出多长', (type, ending, content, lasts) => {
  expect(cleanRecording(content)).toMatchObject({ type, ending });
  expect(seconds(content)).toBe(lasts);
});

it('带 ID3 的 MP3 还是 MP3，带 ID3 的 AAC 还是 AAC', () => {
  expect(cleanRecording(Buffer.concat([id3(canary), mp3(1.8)]))).toMatchObject({ type: 'audio/mpeg' });
  expect(cleanRecording(Buffer.concat([id3(canary), aac(1.6)]))).toMatchObject({ type: 'audio/aac' });
});

it('MP3 只留下声音：前面的 ID3、后面的 ID3 和切断的一帧都去掉', () => {
  const sound = mp3(1.8);
  const half = mp3(0.036).subarray(0, 50);
  expect(cleanRecording(Buffer.concat([id3(canary), id3('再来'), sound, id3v1(canary)])).content).toEqual(
    sound,
  );
  expect(cleanRecording(Buffer.concat([sound, half])).content).toEqual(sound);
});

it.each([
  ['MP3', Buffer.concat([id3(canary), mp3(1.8), id3v1(canary)])],
  ['M4A', mp4(2, canary)],
  ['WebM', webm(2, canary)],
  ['Ogg', ogg(2, canary)],
])('%s 里埋下的话一句不剩；再洗一遍不变', (_, content) => {
  expect(content.includes(canary)).toBe(true);
  const { content: cleaned, seconds: lasts } = cleanRecording(content);
  expect(cleaned.includes(canary)).toBe(false);
  expect(cleanRecording(cleaned)).toMatchObject({ content: cleaned, seconds: lasts });
});

it('M4A 里什么时候录的也不留，别的都在原处', () => {
  const given = mp4(2, canary);
  const { content } = cleanRecording(given);
  const made = Buffer.alloc(4);
  made.writeUInt32BE(3_900_000_000);
  expect([given.includes(made), content.includes(made)]).toEqual([true, false]);
  expect([content.length, content.indexOf('mdat')]).toEqual([given.length, given.indexOf('mdat')]);
});

it('Ogg 洗过的那一页，校验还是对的', () => {
  const { content } = cleanRecording(ogg(1, canary));
  const from = content.indexOf('OggS', 4);
  const tags = Buffer.from(content.subarray(from, content.indexOf('OggS', from + 4)));
  const written = tags.readUInt32LE(22);
  tags.writeUInt32LE(0, 22);
  expect(written).toBe(checksum(tags));
});

it.each([
  ['照片', picture('baseline')],
  ['网页', Buffer.from('<html><script>alert(1)</script></html>')],
  ['一帧也没有的 ID3', id3(canary)],
  ['空的', Buffer.alloc(0)],
  ['写着 mp3 三个字的文字', Buffer.from('mp3')],
])('%s不是录音，不收', (_, content) => {
  expect(() => cleanRecording(content)).toThrow('只能上传 MP3、AAC、M4A、WebM 或 Ogg 录音');
});

it.each([
  ['有画面的 WebM', webm(1, '', 1)],
  ['有画面的 M4A', mp4(1, '', 'vide')],
  ['切断的 M4A', mp4(1).subarray(0, -40)],
  ['切断的 Ogg', ogg(2).subarray(0, -40)],
  ['只有头的 WebM', element('1a45dfa3', 'webm')],
  ['后面跟着别的东西的 MP3', Buffer.concat([mp3(1.8), Buffer.alloc(9000, 1)])],
])('%s不收', (_, content) => {
  expect(() => cleanRecording(content)).toThrow('录音不完整或已经损坏，请重新录一段');
});

it('一层套一层、套十万层的 M4A 不收', () => {
  const layers = 100_000;
  const nested = Buffer.alloc(8 * layers);
  for (let layer = 0; layer < layers; layer += 1) {
    nested.writeUInt32BE(8 * (layers - layer), 8 * layer);
    nested.write('moov', 8 * layer + 4, 'latin1');
  }
  const content = Buffer.concat([mp4(1).subarray(0, 20), nested]);
  expect(() => cleanRecording(content)).toThrow('录音不完整或已经损坏，请重新录一段');
});

it('塞了十万个空块的 WebM 不收', () => {
  const empty = Buffer.concat(Array.from({ length: 100_000 }, () => element('a3', Buffer.alloc(4))));
  const content = Buffer.concat([webm(1), element('1f43b675', empty, true)]);
  expect(() => cleanRecording(content)).toThrow('录音不完整或已经损坏，请重新录一段');
});

it('任意截断、任意改一个字节：要么收下，要么说不完整，从不出别的错', () => {
  for (const whole of [mp3(1), aac(1), mp4(1, '话'), webm(1, '话'), ogg(1, '话')])
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      for (const content of [whole.subarray(0, at), changed]) {
        try {
          cleanRecording(content);
        } catch (error) {
          expect((error as Error).constructor.name).toBe('BadInput');
        }
      }
    }
});
