import { catalogue } from '../../domain/catalogue/index.ts';
import type { Matter } from '../../domain/office/office.ts';
import { coordinator, housing, leader, resident } from '../support/office.ts';
import { stories } from '../support/story.ts';

const given = stories(catalogue, 'catalogue');

const row: Matter = {
  id: 'leak',
  zh: '屋顶漏水',
  group: '住房建设',
  lead: 'housing',
  assists: ['water'],
  tier: 'T3',
  words: ['漏水', '屋顶'],
  from: '2026-04-01',
};
const revise = (part: Partial<Matter> = {}) =>
  ({ type: 'revise', row: { ...row, ...part }, words: '机构改革，职责调整' }) as const;
const retire = { type: 'retire', matter: 'leak', until: '2026-12-31', words: '事项取消' } as const;

describe('调整派单目录（条例第十一条）', () => {
  test('专班可以，别人都不可以', () => {
    given().when(coordinator, revise()).gives({ type: 'revised', row, words: '机构改革，职责调整' });
    for (const other of [resident, housing, leader]) given().when(other, revise()).refuses('not-yours');
  });

  test('一个街道只有一份目录', () => {
    stories(catalogue, 'catalogue-2')().when(coordinator, revise()).refuses('bad-id');
  });

  test('没写施行日期的，今天起', () => {
    given()
      .when(coordinator, revise({ from: undefined }))
      .gives({ type: 'revised', row: { ...row, from: '2026-03-09' }, words: '机构改革，职责调整' });
  });

  test('不倒签；停用不早于施行', () => {
    given()
      .when(coordinator, revise({ from: '2026-03-08' }))
      .refuses('too-early');
    given()
      .when(coordinator, revise({ until: '2026-03-31' }))
      .refuses('ends-before');
    given()
      .when(coordinator, { ...retire, until: '2026-03-08' })
      .refuses('too-early');
  });

  test('单位要在名册上，主办不兼协办', () => {
    given()
      .when(coordinator, revise({ lead: 'nobody' }))
      .refuses('unknown-unit');
    given()
      .when(coordinator, revise({ assists: ['nobody'] }))
      .refuses('unknown-unit');
    given()
      .when(coordinator, revise({ assists: ['housing'] }))
      .refuses('unit-twice');
  });

  test('不在社区职责清单上的，不能交给社区；只能协助的，社区可以协办（条例第十七条）', () => {
    given()
      .when(coordinator, revise({ assists: ['east'] }))
      .refuses('not-for-communities');
    given()
      .when(coordinator, revise({ community: 'assist', lead: 'east' }))
      .refuses('not-for-communities');
    const helped = { ...row, community: 'assist', assists: ['east'] } as const;
    given()
      .when(coordinator, revise(helped))
      .gives({ type: 'revised', row: helped, words: '机构改革，职责调整' });
  });

  test('停用：到那天为止', () => {
    given()
      .when(coordinator, retire)
      .gives({
        type: 'retired',
        row: expect.objectContaining({ id: 'leak', until: '2026-12-31' }),
        words: '事项取消',
      });
    given()
      .when(coordinator, { ...retire, matter: 'nothing' })
      .refuses('unknown-matter');
  });

  test('同一天同一事项改两次，后一次算', () => {
    const story = given([coordinator, revise()], [coordinator, revise({ lead: 'urban' })]);
    expect(story.state.rows).toEqual([{ ...row, lead: 'urban' }]);
  });

  test('谁改的、为什么，专班和街道领导看得到，别人不知道', () => {
    const story = given([coordinator, revise()]);
    expect(story.readBy(leader)).toMatchObject([
      { zh: '“屋顶漏水”由住建局主办，自 2026-04-01 起', words: '机构改革，职责调整' },
    ]);
    expect(story.seenBy(resident)).toBeUndefined();
    expect(story.seenBy(housing)).toBeUndefined();
  });
});
