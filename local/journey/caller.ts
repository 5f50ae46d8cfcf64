import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { handle } from '../../cloudfunctions/door.ts';
import type { Answer, Failure, Queries, QueryName } from '../../domain/contract.ts';
import type { ProcessName } from '../../domain/registry.ts';

/** The door said no to a step that should have worked. */
export class Stopped extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, step: string) {
    super(`${step}：${failure.message}`);
    this.failure = failure;
  }
}

export interface Step {
  readonly process: ProcessName;
  readonly id: string;
  readonly command: { readonly type: string; readonly [key: string]: unknown };
  readonly commandId?: string;
}

/** The door, and how one comes to it: straight, or by any line that ends there. */
export type Way = (person: string, request: object) => Promise<Answer>;

function wayTo(door: Cloud | Way): Way {
  return typeof door === 'function' ? door : (person, request) => handle(door, person, request);
}

/** Sends a command through the door as a person; throws {@link Stopped} unless it was taken. */
export async function send(
  door: Cloud | Way,
  person: string,
  { commandId = randomUUID(), ...step }: Step,
): Promise<void> {
  const answer = await wayTo(door)(person, { ...step, commandId });
  if (!answer.ok) throw new Stopped(answer, `${step.process}.${step.command.type}`);
}

/** Asks the door as a person. */
export async function ask<Name extends QueryName>(
  door: Cloud | Way,
  person: string,
  query: Name,
  input: Queries[Name]['input'],
): Promise<Queries[Name]['output']> {
  const answer = await wayTo(door)(person, { query, input });
  if (!answer.ok) throw new Stopped(answer, query);
  return answer.value as Queries[Name]['output'];
}
