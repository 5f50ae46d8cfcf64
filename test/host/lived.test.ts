import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweep } from '../../cloudfunctions/sweep.ts';
import { openHost } from '../../local/host/host.ts';
import { ask } from '../../local/journey/caller.ts';

test('第一次打开：两个月的旧事都结了案，数据算得出来，消息都读过，这一周河边的垃圾成了苗头', async () => {
  const data = await mkdtemp(join(tmpdir(), 'onewhistle-lived-'));
  const host = await openHost({ data, assets: new Map(), empty: false, lived: true });
  try {
    for (let left = 1; left > 0; ) left = (await sweep(host.cloud)).figures;
    const closed = await ask(host.cloud, 'coordinator-pubu', 'desk', { desk: 'none' });
    expect(closed.next).toBeDefined();
    const figures = await ask(host.cloud, 'resident-dawa', 'publicFigures', {});
    expect(figures.appeals).toBeGreaterThan(20);
    const { unread } = await ask(host.cloud, 'resident-liufang', 'me', {});
    expect(unread).toBeLessThan(5);
    const { items } = await ask(host.cloud, 'coordinator-pubu', 'signs', {});
    expect(items.map(({ grid, matter }) => `${grid.zh}：${matter.zh}`)).toEqual(['河湾网格：垃圾堆积']);
  } finally {
    await host.close();
    await rm(data, { recursive: true });
  }
});
