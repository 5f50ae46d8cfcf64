import { keepTemporary, readBlob } from '../files/store.ts';
import { offTold, onTold, tell } from '../pages/app.ts';
import { isJson, type Json, textOf } from '../world.ts';
import { Failure, type Options, wxCall, wxCalls } from './call.ts';

type Task = {
  abort: () => void;
  onProgressUpdate: (listener: (value: Json) => void) => void;
  offProgressUpdate: () => void;
  onHeadersReceived: () => void;
};

/** Starts an XMLHttpRequest the wx way: a task at once, the answer through callbacks and never a promise. */
function transfer(
  name: string,
  send: (request: XMLHttpRequest, options: Options) => Promise<void> | void,
  read: (request: XMLHttpRequest) => unknown,
) {
  return (options: Options = {}): Task => {
    const request = new XMLHttpRequest();
    let progress: ((value: Json) => void) | undefined;
    const notify = ({ loaded, total }: ProgressEvent) =>
      progress?.({
        progress: total === 0 ? 0 : Math.round((loaded / total) * 100),
        totalBytesSent: loaded,
        totalBytesExpectedToSend: total,
        totalBytesWritten: loaded,
        totalBytesExpectedToWrite: total,
      });
    request.upload.onprogress = notify;
    request.onprogress = notify;
    const act = () => run(request, () => send(request, options), read, Number(options.timeout ?? 60_000));
    wxCall(name, act)({ complete: () => {}, ...options });
    return {
      abort: () => request.abort(),
      onProgressUpdate: (listener) => {
        progress = listener;
      },
      offProgressUpdate: () => {
        progress = undefined;
      },
      onHeadersReceived: () => {},
    };
  };
}

function run(
  request: XMLHttpRequest,
  send: () => Promise<void> | void,
  read: (request: XMLHttpRequest) => unknown,
  timeout: number,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(read(request));
    request.onerror = () => reject(new Failure('', { errno: 600_001 }));
    request.onabort = () => reject(new Failure('abort'));
    request.ontimeout = () => reject(new Failure('timeout', { errno: 5 }));
    request.timeout = timeout;
    Promise.resolve(send()).catch(reject);
  });
}

function headersOf(request: XMLHttpRequest): Record<string, string> {
  const lines = request.getAllResponseHeaders().trim().split(/\r?\n/).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function setHeaders(request: XMLHttpRequest, header: unknown): void {
  for (const [name, value] of Object.entries(isJson(header) ? header : {})) {
    if (!/^(referer|user-agent)$/i.test(name)) request.setRequestHeader(name, textOf(value));
  }
}

function sendRequest(request: XMLHttpRequest, { url, method, data, header, responseType }: Options): void {
  const verb = textOf(method || 'GET').toUpperCase();
  const sent = verb === 'GET' || verb === 'HEAD' ? undefined : data;
  request.open(verb, withQuery(textOf(url), sent === undefined ? data : undefined));
  request.responseType = responseType === 'arraybuffer' ? 'arraybuffer' : 'text';
  const type = Object.entries(isJson(header) ? header : {}).find(([name]) =>
    /^content-type$/i.test(name),
  )?.[1];
  if (type === undefined && sent !== undefined) request.setRequestHeader('content-type', 'application/json');
  setHeaders(request, header);
  request.addEventListener('load', () => {
    if (request.status === 200) tell('answered', { url, data });
  });
  request.send(bodyOf(sent, textOf(type)));
}

function withQuery(url: string, data: unknown): string {
  if (!isJson(data) || Object.keys(data).length === 0) return url;
  const query = new URLSearchParams(Object.entries(data).map(([name, value]) => [name, textOf(value)]));
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function bodyOf(data: unknown, type: string): XMLHttpRequestBodyInit | null {
  if (data === undefined || data === null) return null;
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  if (type.includes('x-www-form-urlencoded') && isJson(data)) return withQuery('', data).slice(1);
  return JSON.stringify(data);
}

function readAnswer(request: XMLHttpRequest): Json {
  const text = request.responseType === 'text' ? request.responseText : undefined;
  return {
    data: text === undefined ? request.response : parsed(text),
    statusCode: request.status,
    header: headersOf(request),
    cookies: [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function sendUpload(
  request: XMLHttpRequest,
  { url, filePath, name, formData, header }: Options,
): Promise<void> {
  const blob = await readBlob(textOf(filePath));
  if (blob === undefined) throw new Failure('file not found');
  const form = new FormData();
  for (const [key, value] of Object.entries(isJson(formData) ? formData : {}))
    form.append(key, textOf(value));
  form.append(textOf(name), blob, textOf(filePath).split('/').pop());
  request.open('POST', textOf(url));
  setHeaders(request, header);
  request.send(form);
}

function sendDownload(request: XMLHttpRequest, { url, header }: Options): void {
  request.open('GET', textOf(url));
  request.responseType = 'blob';
  setHeaders(request, header);
  request.send();
}

function networkType(): string {
  return window.navigator.onLine ? 'wifi' : 'none';
}

export const network = {
  request: transfer('request', sendRequest, readAnswer),
  uploadFile: transfer('uploadFile', sendUpload, (request) => ({
    data: request.responseText,
    statusCode: request.status,
    header: headersOf(request),
  })),
  downloadFile: transfer('downloadFile', sendDownload, (request) => {
    const blob = request.response as Blob;
    return {
      tempFilePath: keepTemporary(blob, `.${blob.type.split('/')[1] ?? 'bin'}`),
      statusCode: request.status,
    };
  }),
  ...wxCalls({ getNetworkType: () => ({ networkType: networkType(), weakNet: false }) }),
  onNetworkStatusChange: (listener: (value: unknown) => void) => onTold('network', listener),
  offNetworkStatusChange: (listener?: (value: unknown) => void) => offTold('network', listener),
  onNetworkWeakChange: (listener: (value: unknown) => void) => onTold('weakNetwork', listener),
  offNetworkWeakChange: (listener?: (value: unknown) => void) => offTold('weakNetwork', listener),
};

export function watchNetwork(): void {
  const told = () => tell('network', { isConnected: window.navigator.onLine, networkType: networkType() });
  window.addEventListener('online', told);
  window.addEventListener('offline', told);
}
