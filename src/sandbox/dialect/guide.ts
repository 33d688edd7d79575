import { jobIdOf, newWorkflowId } from "../engine/ids.ts";
import type { Dialect } from "./dialect.ts";

/** As the published guide and the decisions say it: the sandbox's own tongue. */
export const guideDialect: Dialect = {
  offer: (operation) => operation,
  tolerate: (_, body) => body,
  isLimited: ({ path }) => path.startsWith("/v2/"),
  limitName: "account",
  userIdOf: String,
  newWorkflowId: (_, instantMs) => newWorkflowId(instantMs),
  jobIdOf,
  presentWorkflow: (workflow) => workflow,
  presentStep: (step) => step,
  presentBlob: (blob) => blob,
  presentOwnBlob: (blob) => blob,
  writeLinkEnd: String,
  redirect: ({ href }) => ({ status: 308, location: href }),
  writeProblem: (status, problem) => ({
    status,
    mediaType: "application/problem+json",
    text: JSON.stringify(problem),
  }),
  namesDroppedFields: true,
  answersUpdates: true,
  rewritesInputs: true,
  recipesAnswer: "workflow",
  // The guide's limit of a request.
  longestWaitSeconds: 100,
};
