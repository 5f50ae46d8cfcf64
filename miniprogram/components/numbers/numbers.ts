/** Figures as tiles, the number large. `numbers`: NumberShown[] of lib/figures-shown. */
Component({
  properties: {
    numbers: Array,
    /** The numbers a page begins with. */
    large: Boolean,
  },
});
