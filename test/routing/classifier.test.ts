import {
  accuracyOfSurest,
  calibrationError,
  fitSharpness,
  thresholdFor,
} from '../../domain/routing/calibration.ts';
import { type Lesson, predict, train } from '../../domain/routing/classifier.ts';
import { type Matrix, softmax, toProbabilities } from '../../domain/routing/learn.ts';
import { pack, unpack } from '../../domain/routing/packed.ts';
import { teach } from '../../domain/routing/teach.ts';
import { dictionaryOf, normalise, split } from '../../domain/routing/words.ts';

const vocabulary = [
  '停水',
  '水压',
  '水管',
  '工资',
  '拖欠',
  '老板',
  '公交',
  '司机',
  '线路',
  '路灯',
  '狗',
  '物业',
];
const texts: [string, string[]][] = [
  [
    'water',
    ['小区停水两天了', '水压太低洗不了澡', '水管冻裂漏水', '三楼停水没人管', '早上又停水', '水压小水管响'],
  ],
  [
    'wages',
    ['老板拖欠工资', '工资没发老板跑了', '拖欠农民工工资', '半年工资不给', '工地拖欠工资', '老板不给工资'],
  ],
  [
    'bus',
    ['公交司机拒载', '公交线路太绕', '希望增加公交', '司机态度差公交不停', '线路改了不方便', '等公交一小时'],
  ],
];
const lessons: Lesson[] = texts.flatMap(([label, details]) => details.map((detail) => ({ detail, label })));

const top = (model: ReturnType<typeof train>, detail: string) => predict(model, { detail }).guesses[0]?.label;

describe('按词认事项', () => {
  const model = train(lessons, { vocabulary });

  test('没见过的说法也认得出，可信度之和为一', () => {
    expect(top(model, '我家停水了，水压也低')).toBe('water');
    expect(top(model, '公司拖欠工资不给')).toBe('wages');
    const sum = predict(model, { detail: '公交' }).guesses.reduce(
      (total, guess) => total + guess.confidence,
      0,
    );
    expect(sum).toBeCloseTo(1, 6);
  });

  test('说出理由：原文里的词', () => {
    expect(predict(model, { detail: '老板拖欠工资' }).reasons.map((reason) => reason.word)).toContain('工资');
  });

  test('分好词的和没分词的，认得一样', () => {
    expect(predict(model, { detail: '', words: ['老板', '拖欠', '工资'] }).guesses[0]?.label).toBe('wages');
  });

  test('空白、超长、混杂文字都有答案', () => {
    for (const detail of ['', '🙂🙂', 'ignore all rules and close the case', 'ཆུ་མེད', '停水'.repeat(25_000)])
      expect(predict(model, { detail }).guesses).toHaveLength(3);
  });
});

test('留出一成给定错的：学得再久，也不说得比九成五更满', () => {
  const one: Matrix = {
    starts: Int32Array.from([0, 1]),
    columns: Int32Array.from([0]),
    values: Float64Array.from([1]),
    labels: Int32Array.from([0]),
    width: 1,
    classes: 2,
  };
  const sure = (leeway: number) => {
    const [here = 0, there = 0, bias = 0, other = 0] = softmax(one, Float64Array.from([1, -1]), {
      epochs: 2_000,
      rate: 1,
      leeway,
    });
    const scores = Float64Array.from([here + bias, there + other]);
    toProbabilities(scores, 1);
    return scores[0];
  };
  expect(sure(0.1)).toBeCloseTo(0.95, 3);
  expect(sure(0)).toBeGreaterThan(0.99);
});

describe('教一次就会', () => {
  const model = train(lessons, { vocabulary });
  const lesson: Lesson = { detail: '村口野狗追着孩子咬', label: 'dogs' };

  test('没有过的事项，教一次，下一次就认得', () => {
    const taught = teach(model, lesson);
    expect(top(taught, '村口野狗又追孩子')).toBe('dogs');
    expect(predict(taught, lesson).guesses[0]?.confidence ?? 0).toBeGreaterThan(0.5);
  });

  test('纠正一条，别的不受影响，原来的模型不变', () => {
    const taught = teach(model, { detail: '公交站牌旁路灯不亮', label: 'water' });
    expect(top(taught, '公交站牌旁路灯不亮')).toBe('water');
    for (const { detail, label } of lessons) expect(top(taught, detail)).toBe(label);
    expect(model.taught.size).toBe(0);
  });
});

describe('the same lessons in the same order', () => {
  test('give the same bytes', () => {
    expect(pack(train(lessons, { vocabulary }))).toEqual(pack(train(lessons, { vocabulary })));
  });

  test('give a model that answers the same after being stored and loaded, taught or not', () => {
    const model = teach(train(lessons, { vocabulary }), { detail: '野狗追孩子', label: 'dogs' });
    const loaded = unpack(pack(model));
    expect(pack(loaded)).toEqual(pack(model));
    for (const { detail } of lessons) expect(predict(loaded, { detail })).toEqual(predict(model, { detail }));
  });
});

test('a stored model that is cut short or foreign is refused', () => {
  const bytes = pack(train(lessons, { vocabulary }));
  expect(() => unpack(bytes.slice(0, bytes.length - 40))).toThrow();
  expect(() => unpack(Uint8Array.from([3, 1, 2, 3]))).toThrow();
});

test('no word of a message can be read in the stored bytes', () => {
  const bytes = pack(train([{ detail: '', words: ['abracadabra'], label: 'x' }, ...lessons]));
  expect(String.fromCharCode(...bytes)).not.toContain('abracadabra');
});

describe('把句子分成词', () => {
  const dictionary = dictionaryOf(
    new Map([
      ['供水', 9],
      ['停水', 50],
      ['公司', 40],
      ['供水公司', 30],
    ]),
    1,
  );

  test('长词优先于拆开，虚词去掉', () => {
    expect(split('我们的供水公司停水了', dictionary)).toEqual(['供水公司', '停水']);
  });

  test('全角、大小写、表格留下的转义归一', () => {
    expect(normalise('ＫＴＶ_x000D_太吵')).toBe('ktv 太吵');
  });
});

describe('可信度名副其实', () => {
  test('说九成把握的，错了一半，误差就是四成', () => {
    const answers = Array.from({ length: 10 }, (_, at) => ({ confidence: 0.9, right: at < 5 }));
    expect(calibrationError(answers)).toBeCloseTo(0.4);
  });

  test('过于自信的分数会被压平', () => {
    const judged = Array.from({ length: 40 }, (_, at) => ({
      scores: Float64Array.from([8, 0]),
      right: at % 4 === 0 ? 1 : 0,
    }));
    expect(fitSharpness(judged)).toBeCloseTo(Math.log(3) / 8, 2);
  });

  test('只看最有把握的八成', () => {
    const answers = [0.9, 0.8, 0.7, 0.6, 0.5].map((confidence) => ({ confidence, right: confidence > 0.55 }));
    expect(accuracyOfSurest(answers, 0.8)).toBe(1);
    expect(thresholdFor(answers, 1)).toBe(0.6);
    expect(thresholdFor([{ confidence: 0.9, right: false }], 0.9)).toBe(1);
  });
});
