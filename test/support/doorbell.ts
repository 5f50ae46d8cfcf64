import type { Answer, Queries, QueryName } from '../../domain/contract.ts';

/** Asks the office behind `url` as somebody, past every phone. */
export async function askDoor<Name extends QueryName>(
  url: string,
  person: string,
  query: Name,
  input: Queries[Name]['input'],
): Promise<Queries[Name]['output']> {
  const { token } = (await post(`${url}/session`, { code: `demo:${person}` })) as { token: string };
  const answer = (await post(`${url}/api`, { query, input }, token)) as Answer<Queries[Name]['output']>;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** How many appeals of a person the office has with exactly these words. */
export async function countAtDoor(url: string, person: string, text: string): Promise<number> {
  const { items } = await askDoor(url, person, 'mine', {});
  return items.filter((view) => view.text === text).length;
}

async function post(url: string, body: object, token = ''): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

/** Sends the office behind `url` an order of somebody, past every phone. */
export async function sendToDoor(
  url: string,
  person: string,
  order: { readonly process: string; readonly id: string; readonly command: { readonly type: string } },
): Promise<void> {
  const { token } = (await post(`${url}/session`, { code: `demo:${person}` })) as { token: string };
  const commandId = `${order.command.type}-${order.id}`;
  const answer = (await post(`${url}/api`, { ...order, commandId }, token)) as Answer;
  if (!answer.ok) throw new Error(answer.message);
}
