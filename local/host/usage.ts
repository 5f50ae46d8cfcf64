/** A mistake of the one who starts it: one sentence, no stack. */
export class Usage extends Error {}
