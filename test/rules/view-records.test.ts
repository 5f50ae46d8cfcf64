import type { View as AttendanceView } from '../../domain/attendance/index.ts';
import type { View as SignView } from '../../domain/sign/index.ts';
import { type Seeing, sees } from '../support/seeing.ts';
import { attendanceAfter, attendances, signAfter, signs } from './told-records.ts';

describe('苗头：专班和街道领导看得见；谁写的、怎么写的，谁也读不到', () => {
  const fields: Seeing<SignView>['fields'] = {
    zh: (view) => view.zh,
    appeals: (view) => view.appeals,
    into: (view) => view.into,
    text: (view) => (view as { words?: string }).words,
    owner: (view) => (view.appeals[0] as { owner?: string } | undefined)?.owner,
  };
  const plain = ['id', 'status', 'grid', 'matter', 'handledAt'] as const;

  describe('派单巡查', () =>
    sees({
      fields,
      plain,
      seenBy: signAfter(...signs.patrolled).seenBy,
      text: `
              zh appeals into text owner
  owner       0  0       0    0    0
  stranger    0  0       0    0    0
  grid        0  0       0    0    0
  elsewhere   0  0       0    0    0
  chief       0  0       0    0    0
  coordinator +  +       +    -    -
  leader      +  +       +    -    -
  secretary   0  0       0    0    0
  supervisor  0  0       0    0    0
  clerk       0  0       0    0    0
  lead        0  0       0    0    0
  leadsHead   0  0       0    0    0
  assist      0  0       0    0    0
  uninvolved  0  0       0    0    0
  released    0  0       0    0    0
  partner     0  0       0    0    0`,
    }));

  describe('不作处理：没有去处', () =>
    sees({
      fields,
      seenBy: signAfter(...signs.dismissed).seenBy,
      text: `
              zh appeals into
  coordinator +  +       -
  leader      +  +       -
  lead        0  0       0
  grid        0  0       0`,
    }));
});

describe('报到记录：街道和本单位看得见，哪几哨也看得见；别人什么也看不见', () =>
  sees<AttendanceView>({
    fields: {
      count: (view) => view.count,
      sentence: (view) => view.sentence,
      reds: (view) => view.reds,
    },
    plain: ['id', 'zh', 'status'],
    seenBy: attendanceAfter(...attendances.named).seenBy,
    text: `
              count sentence reds
  owner       0     0        0
  stranger    0     0        0
  grid        0     0        0
  elsewhere   0     0        0
  chief       0     0        0
  coordinator +     +        +
  leader      +     +        +
  secretary   +     +        +
  supervisor  +     +        +
  clerk       0     0        0
  lead        +     +        +
  leadsHead   +     +        +
  assist      0     0        0
  uninvolved  0     0        0
  released    0     0        0
  partner     0     0        0`,
  }));
