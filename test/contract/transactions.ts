import { Conflict, type Doc, type Transaction } from '../../cloudfunctions/store.ts';
import type { Bench } from './store.contract.ts';

interface Counter extends Doc {
  readonly n: number;
}

export function transactionPromises({ store, put }: Bench): void {
  const get = (id: string) => store().get('thing', id);

  const add = async (tx: Transaction): Promise<number> => {
    const n = ((await tx.get<Counter>('thing', 'counter'))?.n ?? 0) + 1;
    await tx.put('thing', { _id: 'counter', n });
    return n;
  };

  test('a transaction gives what its callback gives, once everything is written', async () => {
    const given = await store().transact(async (tx) => {
      await tx.put('thing', { _id: 'a', n: 1 });
      await tx.create('note', { _id: 'b', n: 2 });
      return 'done';
    });
    expect(given).toBe('done');
    expect(await get('a')).toEqual({ _id: 'a', n: 1 });
    expect(await store().get('note', 'b')).toEqual({ _id: 'b', n: 2 });
  });

  test('a transaction that throws leaves nothing behind and passes on what it threw', async () => {
    await put({ _id: 'a', n: 1 }, { _id: 'gone', n: 1 });
    const fault = new Error('no');
    const work = store().transact(async (tx) => {
      await tx.put('thing', { _id: 'a', n: 2 });
      await tx.create('thing', { _id: 'new' });
      await tx.remove('thing', 'gone');
      throw fault;
    });
    await expect(work).rejects.toBe(fault);
    expect(await get('a')).toEqual({ _id: 'a', n: 1 });
    expect(await get('new')).toBeUndefined();
    expect(await get('gone')).toEqual({ _id: 'gone', n: 1 });
  });

  test('of transactions started together only those that throw are undone', async () => {
    const work = (n: number) =>
      store().transact(async (tx) => {
        await tx.create('thing', { _id: `t${n}` });
        if (n % 3 === 0) throw new Error(`third ${n}`);
        return n;
      });
    const settled = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => work(n)));
    for (const [n, { status }] of settled.entries()) {
      expect(status).toBe(n % 3 === 0 ? 'rejected' : 'fulfilled');
      expect(await get(`t${n}`)).toEqual(n % 3 === 0 ? undefined : { _id: `t${n}` });
    }
  });

  test('a callback that throws before its first await is undone like any other', async () => {
    const fault = new Error('at once');
    const thrower = (): Promise<void> => {
      throw fault;
    };
    await expect(store().transact(thrower)).rejects.toBe(fault);
    await put({ _id: 'after' });
    expect(await get('after')).toEqual({ _id: 'after' });
  });

  test('create of a document that is there ends in Conflict and writes nothing', async () => {
    await put({ _id: 'a', n: 1 });
    const work = store().transact(async (tx) => {
      await tx.put('thing', { _id: 'b' });
      await tx.create('thing', { _id: 'a', n: 2 });
    });
    await expect(work).rejects.toBeInstanceOf(Conflict);
    expect(await get('a')).toEqual({ _id: 'a', n: 1 });
    expect(await get('b')).toBeUndefined();
  });

  test('a transaction whose create met a conflict cannot commit, even if its callback keeps quiet', async () => {
    await put({ _id: 'a', n: 1 });
    const work = store().transact(async (tx) => {
      await tx.put('thing', { _id: 'b' });
      await tx.create('thing', { _id: 'a', n: 2 }).catch(() => undefined);
    });
    await expect(work).rejects.toBeInstanceOf(Conflict);
    expect(await get('b')).toBeUndefined();
  });

  test('of many who create one document exactly one succeeds, the others end in Conflict', async () => {
    const work = (n: number) => store().transact((tx) => tx.create('thing', { _id: 'one', n }));
    const settled = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => work(n)));
    const won = settled.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
    expect(won).toHaveLength(1);
    expect(await get('one')).toEqual({ _id: 'one', n: won[0] });
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
  });

  test('a removed document can be created again in the same transaction', async () => {
    await put({ _id: 'a', n: 1 });
    await store().transact(async (tx) => {
      await tx.remove('thing', 'a');
      await tx.create('thing', { _id: 'a', n: 2 });
    });
    expect(await get('a')).toEqual({ _id: 'a', n: 2 });
  });

  test('a missing document is undefined, inside and outside, and removing it is no fault', async () => {
    expect(await get('nobody')).toBeUndefined();
    await store().transact(async (tx) => {
      expect(await tx.get('thing', 'nobody')).toBeUndefined();
      await tx.remove('thing', 'nobody');
    });
  });

  test('a transaction reads its own writes', async () => {
    await put({ _id: 'a', n: 1 }, { _id: 'b', n: 1 });
    await store().transact(async (tx) => {
      await tx.put('thing', { _id: 'a', n: 2 });
      await tx.remove('thing', 'b');
      await tx.create('thing', { _id: 'c', n: 3 });
      expect(await tx.get('thing', 'a')).toEqual({ _id: 'a', n: 2 });
      expect(await tx.get('thing', 'b')).toBeUndefined();
      expect(await tx.get('thing', 'c')).toEqual({ _id: 'c', n: 3 });
    });
  });

  test('reads outside see nothing that is not committed', async () => {
    await put({ _id: 'a', rank: 1 });
    const seen: Promise<unknown>[] = [];
    const work = store().transact(async (tx) => {
      await tx.put('thing', { _id: 'a', rank: 2 });
      seen.push(get('a'), store().count({ collection: 'thing', where: { rank: { gt: 1 } } }));
      await tx.put('thing', { _id: 'a', rank: 3 });
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await Promise.all(seen)).toEqual([{ _id: 'a', rank: 1 }, 0]);
  });

  test('the second decides on what the first left', async () => {
    const claim = (who: string) =>
      store().transact(async (tx) => {
        const taken = await tx.get('thing', 'desk');
        if (taken) return taken.who;
        await tx.put('thing', { _id: 'desk', who });
        return who;
      });
    const [first, second] = await Promise.all([claim('first'), claim('second')]);
    expect(first).toBe(second);
    expect(await get('desk')).toEqual({ _id: 'desk', who: first });
  });

  test('20 increments at once make 20, and each was told its own', async () => {
    const told = await Promise.all(Array.from({ length: 20 }, () => store().transact(add)));
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await get('counter')).toEqual({ _id: 'counter', n: 20 });
  });

  test('whoever was answered finds the work of the transaction in the next read', async () => {
    const work = async (n: number) => {
      await put({ _id: `w${n}`, rank: n });
      return get(`w${n}`);
    };
    expect(await Promise.all([1, 2, 3, 4].map(work))).toEqual(
      [1, 2, 3, 4].map((n) => ({ _id: `w${n}`, rank: n })),
    );
  });

  test('a transaction kept past its end is of no use', async () => {
    let kept: Transaction | undefined;
    await store().transact(async (tx) => {
      kept = tx;
    });
    await expect(kept?.put('thing', { _id: 'late' })).rejects.toThrow();
    expect(await get('late')).toBeUndefined();
  });
}
