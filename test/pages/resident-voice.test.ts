import type { Draft } from '../../miniprogram/lib/drafts.ts';
import { fine, type Phone, pickUpPhone, refused } from '../support/phone.ts';

/** The phone's one recorder, in the hands of the test: it begins, stops and fails when told. */
class Recorder {
  readonly asked: object[] = [];
  stopped = 0;
  #told: Record<string, (value: object) => void> = {};

  onStart(listener: () => void): void {
    this.#told.start = listener;
  }
  onStop(listener: (value: object) => void): void {
    this.#told.stop = listener;
  }
  onError(listener: (value: object) => void): void {
    this.#told.error = listener;
  }
  start(options: object): void {
    this.asked.push(options);
  }
  stop(): void {
    this.stopped += 1;
  }

  tell(what: 'start' | 'stop' | 'error', value: object = {}): void {
    this.#told[what]?.(value);
  }
}

async function fresh() {
  jest.resetModules();
  const phone = pickUpPhone();
  const recorder = new Recorder();
  const { wx } = globalThis as unknown as { wx: { getFileSystemManager(): object } };
  const files = wx.getFileSystemManager();
  const saveFile = ({ filePath, success }: { filePath: string; success(saved: object): void }) =>
    success({ savedFilePath: filePath });
  Object.assign(wx, {
    env: { USER_DATA_PATH: 'kept' },
    getRecorderManager: () => recorder,
    getFileSystemManager: () => ({ ...files, saveFile }),
  });
  return {
    ...{ phone, recorder },
    ...(await import('../../miniprogram/lib/voice.ts')),
    ...(await import('../../miniprogram/lib/outbox.ts')),
    ...(await import('../../miniprogram/lib/drafts.ts')),
  };
}

const stopped = { tempFilePath: 'tmp/a.mp3', duration: 22_600 };

describe('录音', () => {
  test('单声道、一万六千赫、MP3，最长六十秒；录好的留在手机里', async () => {
    const { recorder, speak } = await fresh();
    let started = false;
    const speaking = speak(60, () => {
      started = true;
    });
    recorder.tell('start');
    recorder.tell('stop', stopped);
    expect(await speaking).toEqual({ path: expect.stringMatching(/^kept\/.+\.mp3$/), seconds: 23 });
    expect(started).toBe(true);
    expect(recorder.asked).toEqual([
      { sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 24_000, format: 'mp3', duration: 60_000 },
    ]);
  });

  test.each([
    ['不到一秒的不算', 'stop', { ...stopped, duration: 900 }, 'short'],
    ['没有允许麦克风', 'error', { errMsg: 'operateRecorder:fail auth deny' }, 'refused'],
    ['系统不让用麦克风', 'error', { errMsg: 'operateRecorder:fail:system permission denied' }, 'refused'],
    ['别的毛病', 'error', { errMsg: 'operateRecorder:fail audio is occupied' }, 'failed'],
  ] as const)('%s', async (_, what, value, heard) => {
    const { recorder, speak } = await fresh();
    const speaking = speak(60, () => {});
    recorder.tell(what, value);
    expect(await speaking).toBe(heard);
  });

  test('叫停以后，等录好的存下来才算完；没有在录的，什么也不做', async () => {
    const { recorder, speak, stopSpeaking } = await fresh();
    await stopSpeaking();
    expect(recorder.stopped).toBe(0);
    let kept: unknown;
    void speak(60, () => {}).then((heard) => {
      kept = heard;
    });
    recorder.tell('start');
    const stopping = stopSpeaking();
    expect(recorder.stopped).toBe(1);
    recorder.tell('stop', stopped);
    await stopping;
    expect(kept).toMatchObject({ seconds: 23 });
  });
});

describe('不让人等', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('手机还没有开始听就叫停：马上算完，后来才开始的也停下', async () => {
    const { recorder, speak, stopSpeaking } = await fresh();
    const speaking = speak(60, () => {});
    await stopSpeaking();
    expect(await speaking).toBe('dropped');
    recorder.tell('start');
    expect(recorder.stopped).toBe(1);
  });

  test('叫停了，手机五秒没有交出来：不再等它', async () => {
    const { recorder, speak, stopSpeaking } = await fresh();
    const speaking = speak(60, () => {});
    recorder.tell('start');
    const stopping = stopSpeaking();
    await jest.advanceTimersByTimeAsync(5_000);
    await stopping;
    expect(await speaking).toBe('failed');
  });

  test('等着点“允许”的时候又点了一下：还是一段，不是两段', async () => {
    const { recorder, newDraft } = await fresh();
    const { listen } = await import('../../miniprogram/pages/submit/speaking.ts');
    const shown: object[] = [];
    const page = {
      draft: newDraft(),
      setData: (part: object) => void shown.push(part),
      set(part: Partial<Draft>) {
        this.draft = { ...this.draft, ...part };
      },
      save: () => {},
    };
    const both = Promise.all([listen(page, 60), listen(page, 60)]);
    recorder.tell('start');
    recorder.tell('stop', stopped);
    await both;
    expect(recorder.asked).toHaveLength(1);
    expect(page.draft.recordings).toMatchObject([{ seconds: 23 }]);
    expect(shown).toEqual([
      { speaking: true, unheard: '' },
      { speaking: false, unheard: '' },
    ]);
  });
});

describe('发出去', () => {
  const spoken = (draft: Draft, ...paths: string[]): Draft => ({
    ...draft,
    recordings: paths.map((path) => ({ path, seconds: 23 })),
  });
  const orders = ({ sent }: Phone) => sent.flatMap((call) => ('command' in call ? [call.command] : []));
  const handed = ({ sent }: Phone) => sent.flatMap((call) => ('recording' in call ? [call.recording] : []));
  const measured = (call: object) =>
    'recording' in call ? { ...fine, value: { id: `id-${call.recording}`, seconds: 22 } } : fine;

  test('录音一段一段传，传过的不再传；多长听街道的；发出以后手机里不留', async () => {
    const { phone, put, flush, newDraft } = await fresh();
    for (const name of ['a', 'b']) phone.files.set(name, `sound-${name}`);
    put(spoken(newDraft(), 'a', 'b'), 0);
    let calls = 0;
    phone.door = (call) => {
      calls += 1;
      if (calls === 2) throw new Error('dropped');
      return measured(call);
    };
    await flush();
    await flush();
    expect(handed(phone)).toEqual(['sound-a', 'sound-b', 'sound-b']);
    const recordings = ['a', 'b'].map((name) => ({ id: `id-sound-${name}`, seconds: 22 }));
    expect(orders(phone)).toEqual([{ type: 'submit', text: '', photos: [], recordings, identity: 'open' }]);
    expect(phone.files.size).toBe(0);
  });

  test('手机上已经没有的录音不耽误文字', async () => {
    const { phone, put, flush, newDraft } = await fresh();
    put({ ...spoken(newDraft(), 'gone'), text: '小区路灯不亮三天了' }, 0);
    await flush();
    expect(orders(phone)).toEqual([
      { type: 'submit', text: '小区路灯不亮三天了', photos: [], identity: 'open' },
    ]);
  });

  test('街道不收的录音，变回草稿，那句话在“什么事”下面', async () => {
    const { phone, put, flush, drafts, newDraft } = await fresh();
    const { refusalOf } = await import('../../miniprogram/pages/submit/content.ts');
    phone.files.set('a', 'noise');
    phone.door = () => refused('录音不完整或已经损坏，请重新录一段', 'recording');
    put(spoken(newDraft(), 'a'), 0);
    await flush();
    expect(drafts().map(refusalOf)).toEqual([{ recordings: '录音不完整或已经损坏，请重新录一段' }]);
    expect(phone.files.has('a')).toBe(true);
  });

  test('只有录音的也是草稿，叫“（语音诉求）”；删草稿，录音一起删', async () => {
    const { phone, keepDraft, drafts, dropAllDrafts, titleOf, newDraft } = await fresh();
    phone.files.set('a', 'sound');
    keepDraft(spoken(newDraft(), 'a'));
    expect(drafts().map(titleOf)).toEqual(['（语音诉求）']);
    dropAllDrafts();
    expect([drafts(), phone.files.size]).toEqual([[], 0]);
  });

  test('没有文字、没有录音的不能提交；有一段录音就可以', async () => {
    const { newDraft } = await fresh();
    const { wrongWith } = await import('../../miniprogram/pages/submit/content.ts');
    expect(wrongWith(newDraft())).toEqual({
      errors: { text: '诉求内容至少 5 字，也可以用说的' },
      first: 'text',
    });
    expect(wrongWith(spoken(newDraft(), 'a'))).toEqual({ errors: {} });
  });
});
