import { deployment } from '../deployment';
import { learn } from './clock';
import type {
  AccountCommand,
  AlertCommand,
  Answer,
  AppealCommand,
  CatalogueCommand,
  Failure,
  FollowUpCommand,
  MeetingCommand,
  ObjectionCommand,
  Queries,
  QueryName,
  RequestCommand,
  SignCommand,
  SupervisionCommand,
  TaskCommand,
  TopicCommand,
  WhistleCommand,
} from './domain';
import { carry } from './transport';

/** The office answered no: its sentence can be shown as it is. `field` names the input it is about. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }

  get field(): string | undefined {
    return this.failure.kind === 'input' ? this.failure.field : undefined;
  }
}

/** What comes back with links to the files it names. */
export type Linked<Value> = Value & { readonly links: Readonly<Record<string, string>> };

interface Commands {
  appeal: AppealCommand;
  task: TaskCommand;
  whistle: WhistleCommand;
  account: AccountCommand;
  alert: AlertCommand;
  followUp: FollowUpCommand;
  supervision: SupervisionCommand;
  topic: TopicCommand;
  meeting: MeetingCommand;
  request: RequestCommand;
  objection: ObjectionCommand;
  catalogue: CatalogueCommand;
  sign: SignCommand;
}

export interface Order<Name extends keyof Commands = keyof Commands> {
  readonly process: Name;
  readonly id: string;
  readonly commandId: string;
  readonly command: Commands[Name];
}

export async function ask<Name extends QueryName>(
  query: Name,
  input: Queries[Name]['input'],
): Promise<Linked<Queries[Name]['output']>> {
  return taken(await carry({ query, input })) as Linked<Queries[Name]['output']>;
}

/** Sends an order; answers how it looks now. The same `commandId` may be sent again and again: it does one thing. */
export async function send<Name extends keyof Commands>(
  order: Order<Name>,
): Promise<{ readonly view?: unknown }> {
  return taken(await carry(order)) as { readonly view?: unknown };
}

/** Gives the office WeChat's code for this phone's number. */
export async function provePhone(phoneCode: string): Promise<{ readonly phone: string }> {
  return taken(await carry({ phoneCode })) as { readonly phone: string };
}

/** Has the office forget this person; `open`: appeals still under way, which keep their name. */
export async function forgetMe(): Promise<{ readonly open: number }> {
  return taken(await carry({ forget: 'me' })) as { readonly open: number };
}

/** Has something that was put aside tried once more. */
export async function retry(id: string): Promise<{ readonly done: boolean }> {
  return taken(await carry({ retry: id })) as { readonly done: boolean };
}

/** An id nobody else makes: for a new appeal, and for each thing a person wants once. */
export function newId(): string {
  const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${Date.now().toString(36)}${part()}${part()}`;
}

export function taken(answer: Answer): unknown {
  learn(answer.now);
  if (!answer.ok) throw new Refused(answer);
  return { ...(answer.value as object), links: absolute(answer.links) };
}

/** An own server names its files from its root; a phone needs the whole address. */
function absolute(links: Readonly<Record<string, string>>): Record<string, string> {
  const host = deployment.kind === 'server' ? deployment.url : '';
  const whole: Record<string, string> = {};
  for (const [id, link] of Object.entries(links)) whole[id] = link.startsWith('/') ? `${host}${link}` : link;
  return whole;
}
