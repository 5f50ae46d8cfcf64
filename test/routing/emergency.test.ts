import { emergencyIn } from '../../domain/routing/emergency.ts';

describe('紧急词当即显示电话', () => {
  test.each([
    ['三楼着火了，快来人', ['119']],
    ['楼下好像着火了', ['119']],
    ['居委会旁边的仓库着火了', ['119']],
    ['现在屋里闻到煤气味，头晕', ['119']],
    ['我妈突然昏迷，没有呼吸了', ['120']],
    ['有人持刀在小区门口', ['110']],
    ['金珠路口刚才发生车祸，撞到人了', ['122']],
    ['孩子掉井里了', ['119']],
    ['有人要跳楼', ['120', '110']],
    ['没有人管，着火了', ['119']],
    ['心里着火一样急，楼下着火了', ['119']],
    ['不是没有着火，是着火了你们不来', ['119']],
    ['他喊“快来救人，着火了”', ['119']],
    ['མེ་སྐྱོན་བྱུང་སོང་།', ['119']],
  ])('%s', (text, numbers) => {
    expect(emergencyIn(text).numbers).toEqual(numbers);
  });
});

describe('否认、转述、担心和过去的事不算紧急', () => {
  test.each([
    '这不是火灾，只是烧烤的烟',
    '没有着火，请不用派人',
    '楼道堆满纸箱，容易引发火灾',
    '担心电线老化会着火',
    '为防止发生火灾，请清理消防通道',
    '之前失火的那家店已经重新开业，油烟很大',
    '去年发生过车祸的路口还没有装红绿灯',
    '建议开展火灾演练',
    '这里交通事故多发，请装减速带',
    '请问交通事故赔偿怎么办理',
    '社区放映《大火》这部片子太吵',
    '物业费贵得要命，笑死人了',
    '急得心里着火一样',
    '请问公积金怎么提取',
    '',
  ])('%s', (text) => {
    expect(emergencyIn(text).numbers).toEqual([]);
  });
});

test('以前着过火，现在又着火了：按现在的算', () => {
  expect(emergencyIn('去年这里就着火过，现在又着火了').numbers).toEqual(['119']);
});

test('说出是哪个词，一词可以对应几个电话', () => {
  expect(emergencyIn('河边有人溺水')).toEqual({ numbers: ['119', '120'], words: ['溺水'] });
});

test('fifty thousand characters are read within 50 ms', () => {
  const started = performance.now();
  emergencyIn('不是着火'.repeat(12_500));
  expect(performance.now() - started).toBeLessThan(50);
});
