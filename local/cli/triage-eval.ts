export { main } from '../routing/triage-eval.ts';
