import { type Lesson, type Model, scoresOf } from './classifier.ts';
import { type Features, featuresOf } from './features.ts';

/** How far ahead of the next a taught label must be, in units of calibrated log odds. */
const lead = 1.5;

/**
 * Learns one lesson at once, by the smallest change that puts its label ahead; a label never seen is added.
 * The model given is left as it was. For many lessons train again: this is for the hours in between.
 */
export function teach(model: Model, lesson: Lesson): Model {
  const known = model.labels.includes(lesson.label);
  const labels = known ? model.labels : [...model.labels, lesson.label];
  const right = labels.indexOf(lesson.label);
  const features = featuresOf(lesson, model.dictionary, model.trust);
  const taught = new Map(model.taught);
  for (const key of features.keys) taught.set(key, widened(taught.get(key), labels.length));
  const next: Model = { ...model, labels, taught };
  for (let round = 0; round < 8; round++) if (!nudge(next, features, right)) break;
  return next;
}

const widened = (from: Float32Array | undefined, width: number) => {
  const to = new Float32Array(width);
  if (from) to.set(from);
  return to;
};

/** Moves the taught weights of these features so that `right` leads the strongest other label; false when it does. */
function nudge(model: Model, features: Features, right: number): boolean {
  const scores = scoresOf(model, features);
  let rival = -1;
  for (let c = 0; c < scores.length; c++)
    if (c !== right && (rival < 0 || (scores[c] ?? 0) > (scores[rival] ?? 0))) rival = c;
  const short = lead / model.sharpness - ((scores[right] ?? 0) - (scores[rival] ?? 0));
  if (rival < 0 || short <= 1e-3) return false;
  const length = Math.sqrt(features.values.reduce((sum, value) => sum + value * value, 0)) || 1;
  for (const [i, key] of features.keys.entries()) {
    const weights = model.taught.get(key);
    if (!weights) continue;
    const value = features.values[i] ?? 0;
    weights[right] = (weights[right] ?? 0) + (short / 2) * (value / length);
    weights[rival] = (weights[rival] ?? 0) - (short / 2) * (value / length);
  }
  return true;
}
