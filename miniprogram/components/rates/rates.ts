/** Rates in two columns. `rows`: RateRow[] of lib/figures-shown; `one` and `other` head the columns. */
Component({
  properties: { rows: Array, one: String, other: String },
});
