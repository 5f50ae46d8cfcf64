import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { officeId, officeOf } from '../../cloudfunctions/office-store.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { unitName } from '../../domain/office/office.ts';
import { readOffice } from '../deploy/files.ts';
import { inFolder, readAddress } from '../host/address.ts';
import { openFactors, removeFactors } from '../host/factors.ts';
import { sealOf } from '../host/seal.ts';
import { openStore } from '../host/store.ts';
import { Usage } from '../host/usage.ts';
import { must, said, told, wordsOf } from '../move/telling.ts';
import { peopleOf } from '../roster/people.ts';
import { rowsOf } from '../roster/table.ts';
import { unbind, writeRoster } from '../roster/write.ts';

const help = `npm run roster -- [--data DIR] [--store ADDR] 做什么

把街道和工作人员放进自建服务器的库。SQLite 的库要先停主机，PostgreSQL 不用。
  --office FILE   街道：单位、网格、事项、时限（JSON）
  --file FILE     名册，CSV 或 JSON。CSV 第一行是：姓名,职务,角色,单位,网格,手机；一格里几个用顿号隔开
  --replace yes   名册以外的人都去掉；不写就只添加和修改
  --unbind 手机   这个人换了微信，让他重新验证手机号
  --enrol 手机    给这个人一个登记码，一天内用一次，用它在浏览器里（/staff）登记；要先设好 FACTOR_KEYS
  --remove 手机   不再让这个人从浏览器登录，已登录的立即退出
  --data DIR      数据在哪里，默认 ./data
  --store ADDR    数据库不在 --data 里时：sqlite:文件 或 postgres://用户:密码@主机:端口/库名
工作人员第一次在小程序里用微信验证手机号，就和名册上的那一行绑定。
登记码只显示这一次，请当面交给本人。`;

const options = ['office', 'file', 'replace', 'unbind', 'enrol', 'remove', 'data', 'store'] as const;
type Asked = ReturnType<typeof wordsOf<(typeof options)[number]>>;

export function main(args: readonly string[]): Promise<number> {
  return told(async () => {
    const asked = wordsOf(args, options);
    if (asked.help) return said(help);
    const folder = resolve(asked.data ?? './data');
    const address = asked.store === undefined ? inFolder(folder) : readAddress(asked.store, '--store');
    const { store, close } = await openStore(address);
    try {
      return await act(store, asked);
    } finally {
      await close();
    }
  });
}

async function act(store: Store, asked: Asked): Promise<number> {
  const { office, file, unbind: phone, enrol, remove } = asked;
  if ([office, file, phone, enrol, remove].every((each) => each === undefined)) must(undefined, '--file');
  if (office !== undefined) await putOffice(store, office);
  if (file !== undefined) await putPeople(store, file, asked.replace === 'yes');
  if (phone !== undefined && !(await unbind(store, phone))) throw new Usage('名册上没有这个手机号。');
  if (enrol !== undefined) await enrolPerson(store, enrol);
  if (remove !== undefined) await removePerson(store, remove);
  return 0;
}

async function putOffice(store: Store, file: string): Promise<void> {
  const office = await readOffice(file).catch((error: Error) => {
    throw new Usage(error.message);
  });
  await store.transact((tx) => tx.put('office', { _id: officeId, office }));
  said(`街道放好了：${office.zh}`);
}

async function putPeople(store: Store, file: string, replace: boolean): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`没有找到文件 ${file}。`);
  });
  const office = await officeOf(store)().catch(() => {
    throw new Usage('库里还没有街道，请先用 --office 放进去。');
  });
  const rows = file.endsWith('.json') ? listIn(text) : rowsOf(text);
  const written = await writeRoster(store, peopleOf(rows, office), replace);
  const { added, changed, removed, pending, acting } = written;
  said(`新增 ${added} 人，修改 ${changed} 人，去掉 ${removed} 人；还没有验证手机号的 ${pending} 人。`);
  if (acting.length === 0) return;
  const units = acting.map((id) => unitName(office, id)).join('、');
  said(`没有负责人的单位，由社区干事、经办人代负责：${units}。`);
}

function listIn(text: string): Record<string, unknown>[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list as Record<string, unknown>[];
  } catch {
    // Said below, as for any other text.
  }
  throw new Usage('名册读不懂：应是一个 JSON 列表。');
}

async function enrolPerson(store: Store, phone: string): Promise<void> {
  const seal = sealOf(process.env);
  if (!seal) throw new Usage('请先设好 FACTOR_KEYS，主机上设的是同一个。');
  const person = await boundTo(store, phone);
  const invitation = await openFactors(store, seal, Date.now).invite(person.id);
  said(`${person.name} 的登记码：${invitation}`);
  said('请本人一天之内打开 https://主机的地址/staff ，用手机号和登记码登记。');
}

async function removePerson(store: Store, phone: string): Promise<void> {
  await removeFactors(store, (await boundTo(store, phone)).id);
  said('已经不能从浏览器登录，登录着的已退出。');
}

async function boundTo(store: Store, phone: string): Promise<{ id: string; name: string }> {
  const [person] = await store.find({ collection: 'person', where: { phone }, limit: 1 });
  if (!person) throw new Usage('名册上没有这个手机号。');
  if (person._id.startsWith('phone-')) throw new Usage('这个人还没有在小程序里验证手机号，请他先验证。');
  return { id: person._id, name: String(person.name) };
}
