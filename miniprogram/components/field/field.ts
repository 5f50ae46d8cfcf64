/** A labelled place to fill in, with the sentence about what is wrong beneath it. */
Component({
  properties: {
    label: String,
    note: String,
    /** The words 选填, where it may stay empty. */
    optional: String,
    /** A sentence, or nothing. */
    error: null,
  },
});
