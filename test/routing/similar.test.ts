import fc from 'fast-check';
import { SimilarIndex } from '../../domain/routing/similar.ts';

const messages = [
  { id: 'a', subject: '幸福花园旁边搅拌站噪音', detail: '幸福花园小区旁边新建搅拌站，整夜轰鸣，粉尘很大。' },
  { id: 'b', subject: '搅拌站扰民', detail: '我住幸福花园，附近的搅拌站灰尘漫天，晚上睡不着。' },
  { id: 'c', subject: '幸福花园停水', detail: '幸福花园三栋停水两天，物业说不知道原因。' },
  { id: 'd', subject: '北京路井盖缺失', detail: '北京路口人行道井盖不见了，老人差点摔倒。' },
  { id: 'e', subject: '公交改线', detail: '希望公交延伸到学校门口，孩子上学方便。' },
];

function filled(): SimilarIndex {
  const index = new SimilarIndex();
  for (const message of messages) index.add(message.id, message);
  return index;
}

describe('同一件事', () => {
  test('换了说法也先找到同一件事，再找到同一个地方的别的事', () => {
    const hits = filled().query(messages[0] ?? { detail: '' }, 3, 'a');
    expect(hits.map((hit) => hit.id).slice(0, 2)).toEqual(['b', 'c']);
    expect(hits[0]?.score ?? 0).toBeGreaterThan(hits[1]?.score ?? 1);
  });

  test('像多少只看两件自己的话：一字不差是 1；只有小区名一样的，就算别无可找，也不到一半', () => {
    const index = new SimilarIndex();
    index.add('lift', { detail: '花园小区二号楼的电梯这个月停了四次，物业只贴了一张纸' });
    index.add('dogs', { detail: '小学后门有五六条流浪狗，追着孩子跑' });
    const score = (detail: string) => index.query({ detail }, 1)[0]?.score;
    expect(score('花园小区二号楼的电梯这个月停了四次，物业只贴了一张纸')).toBeCloseTo(1, 6);
    expect(score('花园小区三号楼从昨晚十点停电到现在，请尽快来人')).toBeLessThan(0.5);
  });

  test('列出共同的词', () => {
    const [hit] = filled().query({ detail: '幸福花园的搅拌站太吵' }, 1);
    expect(hit?.common.join('、')).toMatch(/搅拌站/);
    expect(hit?.common.join('、')).toMatch(/幸福花园/);
  });

  test('撤掉的不再找到，改过的按新的找', () => {
    const index = filled();
    index.remove('b');
    expect(index.query({ detail: '搅拌站' }, 5).map((hit) => hit.id)).not.toContain('b');
    index.add('d', { detail: '北京路路灯不亮' });
    expect(index.query({ detail: '井盖不见了' }, 5).map((hit) => hit.id)).not.toContain('d');
    expect(index.size).toBe(4);
  });

  test('毫无共同之处就一条也不给', () => {
    expect(filled().query({ detail: 'zzz' }, 5)).toEqual([]);
    expect(new SimilarIndex().query({ detail: '停水' }, 5)).toEqual([]);
  });
});

const letters = '水电路灯狗车学校医院噪声物业工资停修吵坏';
const text = fc
  .array(fc.integer({ min: 0, max: letters.length - 1 }), { minLength: 4, maxLength: 30 })
  .map((at) => at.map((i) => letters.charAt(i)).join(''));

test('whatever is added and removed: the message itself comes first, scores fall, nothing removed returns', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 3, maxLength: 25 }), fc.nat(), (texts, pick) => {
      const index = new SimilarIndex({ lend: 0 });
      for (const [at, detail] of texts.entries()) index.add(`m${at}`, { detail });
      const gone = pick % texts.length;
      index.remove(`m${gone}`);
      for (const [at, detail] of texts.entries()) {
        const hits = index.query({ detail }, 50);
        const scores = hits.map((hit) => hit.score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(hits.map((hit) => hit.id)).not.toContain(`m${gone}`);
        const own = hits.find((hit) => hit.id === `m${at}`);
        if (own) expect(own.score).toBeCloseTo(hits[0]?.score ?? 0, 5);
      }
    }),
  );
});
