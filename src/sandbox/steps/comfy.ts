import type { ComfyInput } from "#contract/step-inputs/comfy.ts";
import { findGraphFault } from "./comfy/graph.ts";
import { runGraph } from "./comfy/run-graph.ts";
import { flatPrice } from "./flat-price.ts";
import { known } from "./known.ts";
import { type BlobStub, stepHandler } from "./step-handler.ts";

export const comfyHandler = stepHandler<ComfyInput>({
  type: "comfy",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 4,
  itemCount: ({ quantity }) => known(quantity, 1),
  run: async ({ comfyWorkflow }, tools) => {
    const fault = findGraphFault(comfyWorkflow);
    if (fault !== undefined) return { ok: false, reason: fault };
    const blobs: BlobStub[] = [];
    for (let run = 0; run < tools.items; run += 1) {
      for (const { content, width, height } of await runGraph(comfyWorkflow, run, tools)) {
        blobs.push(tools.addBlob({ medium: "image", mediaType: "image/png", content, width, height }));
      }
    }
    return { ok: true, output: { blobs } };
  },
});
