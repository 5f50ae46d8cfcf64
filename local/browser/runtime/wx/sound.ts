import { keepTemporary, resolveUrl } from '../files/store.ts';
import type { Json } from '../world.ts';
import { type Options, wxCalls } from './call.ts';

type Listener = (value: Json) => void;

/** What happens, by its name, to those who want to know. */
function teller() {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on: (name: string) => (listener: Listener) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off: (name: string) => (listener?: Listener) => {
      if (listener) listeners.get(name)?.delete(listener);
      else listeners.delete(name);
    },
    tell(name: string, value: Json = {}): void {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(value);
    },
  };
}

const containers = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const { on, tell } = teller();
let recording: { readonly recorder: MediaRecorder; readonly timer: number } | undefined;

function start({ duration = 60_000, encodeBitRate = 48_000 }: Options = {}): void {
  const sound = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
  const asked = window.navigator.mediaDevices?.getUserMedia({ audio: sound });
  const failed = (reason: string) => tell('error', { errMsg: `operateRecorder:fail ${reason}` });
  if (asked)
    asked.then(
      (stream) => record(stream, Number(duration), Number(encodeBitRate)),
      ({ name }) => failed(name === 'NotAllowedError' ? 'auth deny' : String(name)),
    );
  else failed('not supported');
}

/** The browser records in the container it has; the phone in the one it was asked for. */
function record(stream: MediaStream, longest: number, audioBitsPerSecond: number): void {
  const mimeType = containers.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond });
  const parts: Blob[] = [];
  let began = 0;
  recorder.onstart = () => {
    began = performance.now();
    tell('start');
  };
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop();
    const blob = new Blob(parts, { type: mimeType.split(';')[0] ?? '' });
    const tempFilePath = keepTemporary(blob, `.${blob.type.split('/')[1] ?? 'bin'}`);
    tell('stop', { tempFilePath, duration: performance.now() - began, fileSize: blob.size });
  };
  recorder.start();
  recording = { recorder, timer: window.setTimeout(stop, longest) };
}

function stop(): void {
  if (!recording) return;
  window.clearTimeout(recording.timer);
  recording.recorder.stop();
  recording = undefined;
}

const manager = {
  start,
  stop,
  onStart: on('start'),
  onStop: on('stop'),
  onError: on('error'),
};

const heard = {
  Play: 'playing',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Canplay: 'canplay',
};

/** A sound that plays beside the page until it is destroyed. */
function createInnerAudioContext() {
  const audio = new Audio();
  const told = teller();
  let src = '';
  let ready = Promise.resolve();
  for (const [name, event] of Object.entries(heard)) audio.addEventListener(event, () => told.tell(name));
  const failed = () => src !== '' && told.tell('Error', { errCode: 10_001, errMsg: 'cannot play' });
  audio.addEventListener('error', failed);
  const listening = ['Error', ...Object.keys(heard)].flatMap((name) => [
    [`on${name}`, told.on(name)],
    [`off${name}`, told.off(name)],
  ]);
  return Object.defineProperties(
    {
      ...Object.fromEntries(listening),
      play: () => void ready.then(() => audio.play()).catch(failed),
      pause: () => audio.pause(),
      seek: (seconds: number) => {
        audio.currentTime = seconds;
      },
      destroy: () => {
        src = '';
        audio.pause();
        audio.removeAttribute('src');
      },
    },
    {
      src: {
        get: () => src,
        set(path: string) {
          src = path;
          ready = resolveUrl(path).then((url) => {
            audio.src = url;
          });
        },
      },
      duration: { get: () => (Number.isFinite(audio.duration) ? audio.duration : 0) },
      currentTime: { get: () => audio.currentTime },
      paused: { get: () => audio.paused },
    },
  );
}

export const sound = {
  getRecorderManager: () => manager,
  createInnerAudioContext,
  ...wxCalls({ setInnerAudioOption: () => ({}) }),
};
