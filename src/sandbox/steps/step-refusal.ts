/** Thrown anywhere inside of a run: why the step can't be done. The message is fit for its sender, who has no other. */
export class StepRefusal extends Error {}
