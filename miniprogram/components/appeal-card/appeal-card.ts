/** One appeal in a list; `card` comes from `cardOf`. The page listens for the tap. */
Component({
  properties: { card: Object },
});
