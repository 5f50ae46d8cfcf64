import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../../domain/contract.ts';
import { picture as pictureOf } from '../photos/pictures.ts';
import { mp3 } from '../recordings/sounds.ts';
import { type Machine, openMachine } from './machine.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.close());

const picture = pictureOf('baseline');

describe('who may speak to it', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '10.0.0.1'])(
    'another name for this machine, “%s”, gets nothing: a foreign site could have made it up',
    async (name) => {
      const answer = await machine.send('GET', '/m', undefined, { host: name });
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ ok: false, kind: 'refusal', message: '只接受本页面的请求' });
    },
  );

  test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is this machine', async (name) => {
    const answer = await machine.send('GET', '/m', undefined, { host: `${name}:${machine.port}` });
    expect(answer).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  });

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'a page from %s may not send anything',
    async (origin) => {
      for (const path of ['/api', '/session', '/demo/reset', '/demo/clock'])
        expect((await machine.send('POST', path, {}, { origin })).status).toBe(403);
    },
  );

  test('its own page may', async () => {
    const origin = `http://127.0.0.1:${machine.port}`;
    const opened = await machine.send('POST', '/session', { code: 'demo:resident-zhuoma' }, { origin });
    expect(opened.status).toBe(200);
  });

  test('no answer may be framed, guessed or passed on by another site', async () => {
    const response = await fetch(`http://127.0.0.1:${machine.port}/m`);
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('sessions', () => {
  const wrong = ['', 'Bearer', `Bearer ${'A'.repeat(43)}`, 'Basic ZGVtbzpkZW1v', 'Bearer resident-zhuoma'];

  test.each(wrong)('a call with “%s” has no session', async (authorization) => {
    const answer = await machine.send('POST', '/api', { query: 'me' }, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ ok: false, kind: 'refusal', message: '请重新登录' });
  });

  test.each([{}, { code: 7 }, { code: 'resident-zhuoma' }, { code: 'demo:nobody' }, null, 'not json'])(
    'nobody is let in with %j',
    async (body) => {
      expect((await machine.send('POST', '/session', body)).status).toBe(401);
    },
  );

  test('whoever is picked is who calls', async () => {
    const answer = await machine.send('POST', '/api', { query: 'me' }, await machine.as('resident-zhuoma'));
    expect(answer.body).toMatchObject({ ok: true, value: { id: 'resident-zhuoma', name: '卓玛央宗' } });
  });
});

describe('what it does not know and what it cannot read', () => {
  test.each(['/nowhere', '//', '/%', '/m/', '/../m/..', '/files', '/demo/nothing', '/onewhistle.sqlite'])(
    'GET %s is 404',
    async (path) => {
      const answer = await machine.send('GET', path);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ ok: false, message: '没有这个页面' });
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s of a page is 404', async (method) => {
    expect((await machine.send(method, '/m')).status).toBe(404);
  });

  test('no address at all is 404', async () => {
    expect((await machine.send('OPTIONS', '*')).status).toBe(404);
  });

  test.each(['', 'not json', '{"query":', '\u0000'])('a call of “%s” is an input mistake', async (body) => {
    const answer = await machine.send('POST', '/api', body, await machine.as('resident-zhuoma'));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ok: false, kind: 'input' });
  });

  test('so is a call heavier than 6 MB, and the host lives on', async () => {
    const session = await machine.as('resident-zhuoma');
    const heavy = JSON.stringify({ query: 'me', input: { more: 'x'.repeat(6 * 1024 * 1024) } });
    const answer = await machine.send('POST', '/api', heavy, session);
    expect(answer.body).toMatchObject({
      ok: false,
      kind: 'input',
      message: '请求太大或格式不对，请刷新后重试',
    });
    expect((await machine.send('POST', '/api', { query: 'me' }, session)).body).toMatchObject({ ok: true });
  });
});

describe('files', () => {
  async function handIn(): Promise<{ id: string; link: URL }> {
    const session = await machine.as('resident-zhuoma');
    const { body } = await machine.send('POST', '/api', { photo: picture.toString('base64') }, session);
    const { value } = body as Extract<Answer<{ id: string }>, { ok: true }>;
    const links = await machine.host.files.links([value.id]);
    return { id: value.id, link: new URL(links[value.id] ?? '', 'http://host') };
  }

  const open = ({ pathname, search }: URL) => machine.send('GET', `${pathname}${search}`);

  test('the link of an answer leads to the photo as it was handed in', async () => {
    const { link } = await handIn();
    expect(await open(link)).toEqual({ status: 200, type: 'image/jpeg', body: picture });
  });

  test('the link of a recording leads to its sound, until it is thrown away', async () => {
    const session = await machine.as('resident-zhuoma');
    const { body } = await machine.send('POST', '/api', { recording: mp3(2).toString('base64') }, session);
    const { value } = body as Extract<Answer<{ id: string }>, { ok: true }>;
    const { [value.id]: address = '' } = await machine.host.files.links([value.id]);
    const link = new URL(address, 'http://host');
    expect(await open(link)).toEqual({ status: 200, type: 'audio/mpeg', body: mp3(2) });
    const forgotten = await machine.send('POST', '/api', { forget: 'me' }, session);
    expect(forgotten.body).toMatchObject({ ok: true });
    expect((await open(link)).status).toBe(403);
  });

  test('a link can be used for ten minutes at most, and for five at least', async () => {
    const before = Date.now();
    const { link } = await handIn();
    const until = Number(link.searchParams.get('until'));
    expect(until).toBeLessThanOrEqual(Date.now() + 600_000);
    expect(until).toBeGreaterThan(before + 300_000);
  });

  test.each([
    ['without its signature', (link: URL) => link.searchParams.delete('sign')],
    ['with another signature', (link: URL) => link.searchParams.set('sign', '0'.repeat(64))],
    ['with a signature of another length', (link: URL) => link.searchParams.set('sign', 'é'.repeat(64))],
    ['made to last longer', (link: URL) => link.searchParams.set('until', '9999999999999')],
    ['of another file', (link: URL) => Object.assign(link, { pathname: '/files/.secret' })],
    ['that climbs out of the folder', (link: URL) => Object.assign(link, { pathname: '/files/%2e%2e%2fx' })],
  ])('a link %s leads nowhere', async (_, spoil) => {
    const { link } = await handIn();
    spoil(link);
    const answer = await open(link);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ ok: false, message: '链接已失效，请刷新页面' });
  });

  test('a link that was right yesterday leads nowhere today', async () => {
    const { id, link } = await handIn();
    const yesterday = String(Date.now() - 86_400_000);
    const secret = await readFile(join(machine.data, 'files/.secret'));
    link.searchParams.set('until', yesterday);
    link.searchParams.set('sign', createHmac('sha256', secret).update(`${id} ${yesterday}`).digest('hex'));
    expect((await open(link)).status).toBe(403);
  });
});
