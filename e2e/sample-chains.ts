/** A picture twice, for what is done with outputs. */
export const pair = {
  steps: [{ $type: "imageGen", name: "hill", input: { engine: "flux", prompt: "a hill", quantity: 2 } }],
};

/** Steps of several kinds with a reference, a misspelt field and an argument. */
export const chain = {
  steps: [
    { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse", misspelt: 1 } },
    { $type: "imageUpscaler", name: "big", input: { image: { $ref: "hero", path: "output.images[0].url" } } },
    { $type: "echo", name: "note", input: {} },
  ],
  arguments: { who: "you" },
};
