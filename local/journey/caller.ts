import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { handle } from '../../cloudfunctions/door.ts';
import type { Failure, Queries, QueryName } from '../../domain/contract.ts';

/** The door said no to a step that should have worked. */
export class Stopped extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, step: string) {
    super(`${step}：${failure.message}`);
    this.failure = failure;
  }
}

export interface Step {
  readonly process: 'appeal' | 'task' | 'whistle' | 'followUp' | 'supervision' | 'topic' | 'meeting';
  readonly id: string;
  readonly command: { readonly type: string; readonly [key: string]: unknown };
  readonly commandId?: string;
}

/** Sends a command through the door as a person; throws {@link Stopped} unless it was taken. */
export async function send(
  cloud: Cloud,
  person: string,
  { commandId = randomUUID(), ...step }: Step,
): Promise<void> {
  const answer = await handle(cloud, person, { ...step, commandId });
  if (!answer.ok) throw new Stopped(answer, `${step.process}.${step.command.type}`);
}

/** Asks the door as a person. */
export async function ask<Name extends QueryName>(
  cloud: Cloud,
  person: string,
  query: Name,
  input: Queries[Name]['input'],
): Promise<Queries[Name]['output']> {
  const answer = await handle(cloud, person, { query, input });
  if (!answer.ok) throw new Stopped(answer, query);
  return answer.value as Queries[Name]['output'];
}
