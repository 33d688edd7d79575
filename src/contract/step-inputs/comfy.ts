import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { quantity } from "./fields.ts";
import { stepType } from "./step-type.ts";

/**
 * A value of a node, or a link to another node: its id and which of its results. ComfyUI writes ids as texts, the
 * published document as numbers.
 */
const nodeInput = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).length(2)]);

const node = z.object({
  classType: z.string().describe("What the node does, such as KSampler."),
  inputs: z.record(z.string(), nodeInput).describe("Its values, and links to other nodes."),
  meta: z.record(z.string(), z.string()).nullish().describe("Notes, such as a title."),
  isChanged: z.string().nullish().describe("What tells that it has to run again."),
});

export const comfy = stepType({
  type: "comfy",
  title: "Run ComfyUI graph",
  description: "Runs a graph of ComfyUI nodes, given in its API format.",
  group: "image",
  input: z.object({
    comfyWorkflow: z.record(z.string(), node).describe("The nodes by their ids, as ComfyUI exports them for its API."),
    quantity: quantity(100).describe("How often to run the graph."),
    imageMetadata: z.string().nullish().describe("Notes to be stored with the pictures."),
    useSpineComfy: z.boolean().nullish().describe("Use the spine controller alone."),
  }),
  output: z.object({ blobs: z.array(blobSchema) }),
});
export type ComfyInput = z.output<typeof comfy.input>;
export type ComfyNode = z.output<typeof node>;
