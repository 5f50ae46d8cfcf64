/** Figures as tiles, the number large. `numbers`: NumberShown[] of lib/figures-shown. */
Component({
  properties: { numbers: Array },
});
