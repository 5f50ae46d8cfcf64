/** Lying bars, each with its number beside it. `bars`: Bar[] of lib/figures-shown. */
Component({
  properties: { bars: Array, label: String },
});
