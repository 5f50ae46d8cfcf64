/** Standing columns over time, each said aloud by what it is. `columns`: Column[] of lib/figures-shown. */
Component({
  properties: {
    columns: Array,
    label: String,
    /** What stands under the first and the last column. */
    from: String,
    to: String,
    /** A line where all of all would be. */
    whole: Boolean,
  },
});
