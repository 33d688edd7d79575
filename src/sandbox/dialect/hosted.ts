import { isObject } from "#contract/json.ts";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import type { Dialect } from "./dialect.ts";
import { presentHostedBlob, presentHostedStep, presentHostedWorkflow, presentPlainBlob } from "./hosted-answers.ts";
import { hostedJobId, hostedUserId, newHostedWorkflowId } from "./hosted-ids.ts";
import { offerHosted } from "./hosted-operations.ts";
import { writeHostedProblem } from "./hosted-problems.ts";

/** As the hosted API was seen to answer where that differs from the guide. Each rule names its row of the facts. */
export const hostedDialect: Dialect = {
  offer: offerHosted,
  tolerate: withoutFakeRed,
  // Declared on no other operation (facts 1.5 #31).
  isLimited: ({ id }) => id === submitWorkflow.id,
  // Facts 5.4. The quota behind it is one of requests all the same.
  limitName: "buzz",
  userIdOf: hostedUserId,
  newWorkflowId: newHostedWorkflowId,
  jobIdOf: hostedJobId,
  presentWorkflow: presentHostedWorkflow,
  presentStep: presentHostedStep,
  presentBlob: presentHostedBlob,
  presentOwnBlob: presentPlainBlob,
  // Facts 6, "Signed URLs".
  writeLinkEnd: (instantMs) => new Date(instantMs).toISOString(),
  // Measured, where the document says 308 (facts 1.3, 1.5 #34).
  redirect: ({ pathname, search }) => ({ status: 301, location: `${pathname}${search}` }),
  writeProblem: writeHostedProblem,
  // Silently (facts 1.5 #35).
  namesDroppedFields: false,
  // Facts 1.5 #8.
  answersUpdates: false,
  // Facts 1.5 #9.
  rewritesInputs: false,
  // Facts 1.5 #1.
  recipesAnswer: "output",
  // The server does not clamp, and the proxy before it gives up near 100 s (facts 1.5 #11).
  longestWaitSeconds: 24 * 60 * 60,
  gatewaySeconds: 100,
};

/** A disabled kind of Buzz is taken in a list of currencies and pays nothing; alone it can't pay. Source: facts 2.1, 3.1. */
function withoutFakeRed({ id }: { id: string }, body: unknown): unknown {
  if (id !== submitWorkflow.id || !isObject(body) || !Array.isArray(body.currencies)) return body;
  const currencies = body.currencies.filter((currency) => currency !== "fakeRed");
  return currencies.length === 0 ? body : { ...body, currencies };
}
