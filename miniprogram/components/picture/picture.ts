/** A small drawing in the colour and size of the words around it; it says nothing that the words do not. */
Component({
  properties: { name: String },
});
