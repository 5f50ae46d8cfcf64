/** One light for each unit; `lights` come from `lightOf` in lib/lights. `large`: one beneath the other. */
Component({
  properties: { lights: Array, large: Boolean },
});
