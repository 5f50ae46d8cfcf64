/** Nothing here yet: what will be here, and the way to begin. Event `act`. */
Component({
  properties: { title: String, text: String, action: String },
  methods: {
    act() {
      this.triggerEvent('act');
    },
  },
});
