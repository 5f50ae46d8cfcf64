import { randomBytes } from 'node:crypto';
import { isObject } from './ejson.ts';
import { Fault, invalid } from './fault.ts';

type Params = Readonly<Record<string, unknown>>;

/** What a path of this server answers: a status and a body. */
export interface Served {
  readonly status: number;
  readonly body: Uint8Array;
}

/** The file store of an environment: nothing in it can be read but through a link that expires. */
export class Storage {
  readonly #bucket: string;
  readonly #now: () => number;
  readonly #files = new Map<string, Uint8Array>();
  readonly #tickets = new Map<
    string,
    { readonly path: string; readonly until: number; readonly put: boolean }
  >();

  constructor(env: string, now: () => number) {
    this.#bucket = `cloud://${env}.bucket-${env}-1250000000/`;
    this.#now = now;
  }

  perform(params: Params, url: string): object {
    if (params.action === 'storage.getUploadMetadata') return { data: this.#metadata(params, url) };
    if (params.action === 'storage.batchDeleteFile') return { data: this.#delete(params) };
    if (params.action !== 'storage.batchGetDownloadUrl' || !Array.isArray(params.file_list))
      throw new Fault('INVALID_ACTION', `action ${String(params.action)} is not declared`);
    if (params.file_list.length > 50) throw invalid('at most 50 files at once');
    return { data: { download_list: params.file_list.map((file) => this.#link(file, url)) } };
  }

  /** Takes a file, or gives one, for a ticket. */
  serve(method: string, ticket: string, body: Uint8Array): Served {
    const { path = '', until = 0, put = false } = this.#tickets.get(ticket) ?? {};
    const content = this.#files.get(path);
    const empty = new Uint8Array();
    if (until < this.#now() || put !== (method === 'PUT')) return { status: 403, body: empty };
    if (!put) return content ? { status: 200, body: content } : { status: 404, body: empty };
    this.#files.set(path, body);
    return { status: 200, body: empty };
  }

  #metadata({ path }: Params, url: string): object {
    if (typeof path !== 'string' || !/^[\w-]+(\/[\w.-]+)*$/.test(path))
      throw invalid('a path is names and slashes');
    const fileId = this.#bucket + path;
    const signed = this.#ticket(path, 900, true);
    return {
      url: `${url}/files/${signed}`,
      token: 'token',
      authorization: 'signed',
      fileId,
      cosFileId: 'cos',
    };
  }

  #link(file: unknown, url: string): object {
    if (!isObject(file) || typeof file.fileid !== 'string')
      throw invalid('a file is asked for by its fileid');
    const { fileid, max_age: age } = file;
    const path = fileid.startsWith(this.#bucket) ? fileid.slice(this.#bucket.length) : '';
    if (!this.#files.has(path))
      return { code: 'STORAGE_FILE_NONEXIST', fileid, fileID: fileid, tempFileURL: '' };
    const tempFileURL = `${url}/files/${this.#ticket(path, Number(age ?? 86_400), false)}`;
    return { code: 'SUCCESS', fileid, fileID: fileid, tempFileURL };
  }

  #delete({ fileid_list: files }: Params): object {
    if (!Array.isArray(files) || files.length > 50) throw invalid('at most 50 files at once');
    const deleted = files.map((file) => ({ fileID: file, code: this.#drop(String(file)) }));
    return { delete_list: deleted };
  }

  #drop(file: string): string {
    const path = file.startsWith(this.#bucket) ? file.slice(this.#bucket.length) : '';
    return this.#files.delete(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST';
  }

  #ticket(path: string, seconds: number, put: boolean): string {
    const ticket = randomBytes(16).toString('hex');
    this.#tickets.set(ticket, { path, put, until: this.#now() + seconds * 1000 });
    return ticket;
  }
}
