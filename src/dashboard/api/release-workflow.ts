import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { netByCurrency } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { changeWorkflow, rememberWorkflow } from "./workflow-mutations.ts";
import { readWorkflow } from "./workflow-queries.ts";

/**
 * Release a workflow: blue and green come back, yellow pays. After a lost answer the workflow is read again and tells
 * whether it went through; releasing twice is one release anyway. Source: decisions, "Mature content".
 */
export function releaseMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationKey: ["release-workflow"],
    mutationFn: ({ id, quotedYellow }: ReleaseWish) => releaseAndLog(api, id, quotedYellow),
    onSuccess: ({ workflow }, { id }) => rememberWorkflow(api, client, id, workflow),
  });
}

/** Which workflow to release, and the price that was named for it, in whole yellow. */
export type ReleaseWish = { id: string; quotedYellow: number };

/** A released workflow; `isLogged`: that it was written into its metadata, too. */
export type Released = { workflow: Workflow; isLogged: boolean };

/**
 * Release a workflow and write into its metadata when, at which price it was named and what was charged, so that every
 * operator sees it. A log that could not be written takes nothing back. Source: product, "Release desk".
 */
export async function releaseAndLog(api: Api, id: string, quotedYellow: number): Promise<Released> {
  const workflow = await release(api, id);
  const entry = {
    at: new Date().toISOString(),
    quotedYellow,
    chargedYellow: netByCurrency(workflow.transactions)?.yellow,
  };
  const earlier = Array.isArray(workflow.metadata?.releases) ? workflow.metadata.releases : [];
  // Another operator was quicker: one release has one entry.
  if (earlier.length > 0) return { workflow, isLogged: true };
  try {
    const metadata = { ...workflow.metadata, releases: [...earlier, entry] };
    return { workflow: await changeWorkflow(api, id, { metadata }), isLogged: true };
  } catch {
    return { workflow, isLogged: false };
  }
}

/** Neither the release nor a look at the workflow was answered: what is known of the money is nothing. */
export class UnknownRelease extends ApiProblem {
  constructor() {
    super({
      kind: "network",
      title: "No answer from the server",
      detail: "No answer came. Release it again: a workflow is released and charged only once.",
    });
  }
}

async function release(api: Api, id: string): Promise<Workflow> {
  try {
    return await changeWorkflow(api, id, { allowMatureContent: true });
  } catch (error) {
    const isUnknown = error instanceof ApiProblem && (error.kind === "network" || error.kind === "server");
    if (!isUnknown) throw error;
    const now = await readWorkflow(api, id).catch(() => {
      throw new UnknownRelease();
    });
    if (now.allowMatureContent === true) return now;
    throw error;
  }
}
