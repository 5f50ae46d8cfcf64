export { main } from '../routing/duplicates-eval.ts';
