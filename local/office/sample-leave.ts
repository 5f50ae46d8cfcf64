import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { ask, send } from '../journey/caller.ts';
import { demoPeople } from './people.ts';

const coordinator = 'coordinator-pubu';

/** The lead asks for a hold, the 专班 has signed it: it waits for the street's leader. */
export async function holdAsked(cloud: Cloud, appeal: string, lead: string): Promise<void> {
  const command = {
    type: 'ask',
    kind: 'hold',
    reason: 'season',
    words: '夜里上冻不能浇筑，开春化冻以后施工，先围挡、每周巡查一次。',
    days: 30,
  };
  await send(cloud, inUnit(lead, 'handler'), { process: 'appeal', id: appeal, command });
  const { leave } = await ask(cloud, coordinator, 'appeal', { id: appeal });
  const id = leave.requests[0]?.view.id ?? '';
  const signed = { type: 'endorse', words: '现场看过，确实上冻，同意上报。' };
  await send(cloud, coordinator, { process: 'request', id, command: signed });
}

/** The lead says it is another unit's duty: it waits for the ruling. */
export async function objected(cloud: Cloud, appeal: string, lead: string): Promise<void> {
  const { view } = await ask(cloud, coordinator, 'appeal', { id: appeal });
  const task = view.units.find(({ unit }) => unit === lead)?.task ?? '';
  const owner = lead === 'property' ? 'housing' : 'property';
  const command = { type: 'object', duty: '本单位职责清单只到公共部分，小区内部由物业维护管理。', owner };
  await send(cloud, inUnit(lead, 'unitLeader'), { process: 'task', id: task, command });
}

function inUnit(unit: string, role: 'handler' | 'unitLeader'): string {
  const found = demoPeople.find((person) => person.unit === unit && person.roles.includes(role));
  if (!found) throw new Error(`${unit} has no ${role}`);
  return found.id;
}
