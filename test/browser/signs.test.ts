import { sendToDoor } from '../support/doorbell.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();

/** The same lamp, told of by three, each accepted as what it is. */
async function threeTell(): Promise<void> {
  const place = { address: '柳林巷口', grid: 'grid-huayuan' };
  for (const person of ['resident-zhuoma', 'resident-dawa', 'resident-deji']) {
    const to = { process: 'appeal', id: `lamp-${person}` };
    const text = '柳林巷口的路灯不亮，晚上看不见路。';
    const submit = { type: 'submit', text, photos: [], place, identity: 'open' };
    const accept = { type: 'accept', kind: 'help', tier: 'T3', matter: 'street-lamp' };
    await sendToDoor(stage.street.url, person, { ...to, command: submit });
    await sendToDoor(stage.street.url, step.people.coordinator, { ...to, command: accept });
  }
}

it('三个人反映同一网格的路灯：专班一点就派单巡查，苗头不再列，处理过的看得到下文', async () => {
  await threeTell();
  const coordinator = await stage.phone(step.people.coordinator);
  await coordinator.go('/coordinator/pages/signs/signs');
  await coordinator.see('花园网格 · 路灯不亮', '3 人反映 3 件', '目录里的主办：城市管理局');
  await coordinator.tap('派单巡查');
  await coordinator.see('巡查要求', '立为未诉先办，依据的编号自动附上，派给城市管理局');
  await coordinator.tap('派单巡查');
  await coordinator.see('处理过的', '已派巡查', '这七天没有明显多起来的事');
  await coordinator.tap('花园网格 · 路灯不亮');
  await coordinator.see('近七天 3 人反映 3 件', '依据：JSJB-', '城市管理局');

  const urban = await stage.phone(step.people.urban);
  await urban.go(step.at.inbox);
  await urban.see('路灯不亮', '签收');
});
