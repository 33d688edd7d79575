import type { FormScope } from "#dashboard/features/builder/form/form-context.ts";

/** The scope of a step that stands alone: nothing to refer to, nothing wrong with it, and nothing that gave way. */
export const bareFormScope: Omit<FormScope, "Editor" | "Control"> = {
  stepKey: "test",
  sources: [],
  errorAt: () => undefined,
  isFaulty: () => false,
  parked: {},
  park: () => {},
  upload: async () => "",
  argumentNames: [],
  pastOutput: () => undefined,
  addArgument: (name) => name,
};
