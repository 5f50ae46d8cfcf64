import { keepTemporary, resolveUrl } from '../files/store.ts';
import type { Json } from '../world.ts';

type Listener = (value?: unknown) => void;

/** Keeps one listener per event under onXxx names, as WeChat's managers do. */
function listeners(events: string[]) {
  const heard = new Map<string, Listener>();
  const on = Object.fromEntries(
    events.flatMap((event) => [
      [`on${event}`, (listener: Listener) => void heard.set(event, listener)],
      [`off${event}`, () => void heard.delete(event)],
    ]),
  );
  return { on, tell: (event: string, value?: unknown) => heard.get(event)?.(value) };
}

let manager: Json | undefined;

export function getRecorderManager(): Json {
  manager ??= createRecorder();
  return manager;
}

function createRecorder(): Json {
  const { on, tell } = listeners([
    'Start',
    'Stop',
    'Pause',
    'Resume',
    'Error',
    'FrameRecorded',
    'InterruptionBegin',
    'InterruptionEnd',
  ]);
  let recorder: MediaRecorder | undefined;
  let timer = 0;
  async function start({ duration = 60_000 }: { duration?: number } = {}): Promise<void> {
    try {
      const stream = await window.navigator.mediaDevices.getUserMedia({ audio: true });
      recorder = record(stream, tell);
      timer = window.setTimeout(() => recorder?.stop(), duration);
    } catch {
      tell('Error', { errMsg: 'operateRecorder:fail auth deny' });
    }
  }
  return {
    ...on,
    start,
    stop: () => {
      window.clearTimeout(timer);
      if (recorder?.state === 'recording' || recorder?.state === 'paused') recorder.stop();
    },
    pause: () => recorder?.pause(),
    resume: () => recorder?.resume(),
  };
}

function record(stream: MediaStream, tell: (event: string, value?: unknown) => void): MediaRecorder {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const begun = Date.now();
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstart = () => tell('Start');
  recorder.onpause = () => tell('Pause');
  recorder.onresume = () => tell('Resume');
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop();
    const blob = new Blob(parts, { type: recorder.mimeType });
    tell('Stop', {
      tempFilePath: keepTemporary(blob, '.webm'),
      duration: Date.now() - begun,
      fileSize: blob.size,
    });
  };
  recorder.start();
  return recorder;
}

const AUDIO_EVENTS = [
  'Canplay',
  'Play',
  'Pause',
  'Stop',
  'Ended',
  'TimeUpdate',
  'Error',
  'Waiting',
  'Seeking',
  'Seeked',
];

export function createInnerAudioContext(): Json {
  const audio = new Audio();
  const { on, tell } = listeners(AUDIO_EVENTS);
  let path = '';
  for (const event of AUDIO_EVENTS) audio.addEventListener(event.toLowerCase(), () => tell(event, {}));
  const context: Json = {
    ...on,
    play: () => void audio.play().catch(() => tell('Error', { errMsg: 'play:fail' })),
    pause: () => audio.pause(),
    stop: () => {
      audio.pause();
      audio.currentTime = 0;
      tell('Stop');
    },
    seek: (position: number) => {
      audio.currentTime = position;
    },
    destroy: () => {
      audio.pause();
      audio.removeAttribute('src');
    },
  };
  Object.defineProperties(context, {
    src: {
      get: () => path,
      set: (value: string) => {
        path = value;
        void resolveUrl(value).then((url) => {
          audio.src = url;
        });
      },
    },
    duration: { get: () => audio.duration || 0 },
    currentTime: { get: () => audio.currentTime },
    paused: { get: () => audio.paused },
    loop: property(audio, 'loop'),
    autoplay: property(audio, 'autoplay'),
    volume: property(audio, 'volume'),
    playbackRate: property(audio, 'playbackRate'),
    obeyMuteSwitch: { value: true, writable: true },
  });
  return context;
}

function property<Key extends 'loop' | 'autoplay' | 'volume' | 'playbackRate'>(
  audio: HTMLAudioElement,
  key: Key,
): PropertyDescriptor {
  return {
    get: () => audio[key],
    set: (value: HTMLAudioElement[Key]) => {
      audio[key] = value;
    },
  };
}
