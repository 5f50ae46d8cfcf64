import fc from 'fast-check';
import { propose } from '../../domain/routing/propose.ts';
import { city } from '../support/city.ts';
import { learnt, tricky } from '../support/tricky.ts';
import { median, rounded } from './measure.ts';

/** Five hundred messages that try to lead the router astray, up to 50,000 characters each. */
export async function* routing(): AsyncGenerator<object> {
  const taught = learnt();
  const endless = ['不是着火', '投诉住建局'].map((words) => words.repeat(50_000 / words.length));
  const texts = [...fc.sample(tricky, { numRuns: 498, seed: 1 }).map(({ text }) => text), ...endless];
  for (const text of texts.slice(0, 50)) propose({ text }, city, taught);
  const times = texts.map((text) => {
    const started = performance.now();
    propose({ text }, city, taught);
    return performance.now() - started;
  });
  yield {
    what: 'a tricky message is proposed',
    messages: times.length,
    ms: rounded(median(times)),
    worstMs: rounded(Math.max(...times)),
  };
}
