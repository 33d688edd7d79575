import type { QueryClient } from "@tanstack/react-query";
import { netByCurrency } from "#contract/cost.ts";
import { type Amounts, noBuzz } from "#contract/currency.ts";
import { releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "#dashboard/api/api.ts";
import { ApiProblem } from "#dashboard/api/api-problem.ts";
import { BulkStop } from "#dashboard/api/bulk-run.ts";
import { takeOffDesk } from "#dashboard/api/desk-list.ts";
import { askReleasePrice } from "#dashboard/api/release-preview.ts";
import { releaseAndLog } from "#dashboard/api/release-workflow.ts";
import { readWorkflow, workflowKeys } from "#dashboard/api/workflow-queries.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import type { PriceOf } from "./use-release-plan.ts";

/** What one release moved, in whole Buzz, by the transactions before and after it. */
export type ReleaseResult = {
  quotedYellow: number;
  /** `undefined` when the server told no transactions. */
  charged: number | undefined;
  refund: Amounts | undefined;
  /** Somebody else had released it: nothing was charged by this. */
  wasReleased: boolean;
  isLogged: boolean;
};

/**
 * What releases one of many at the price that was named. It is read anew first: a price that went up, or yellow that
 * does not suffice, ends the run before anything more is spent. Source: product, "Release desk".
 */
export function releaser(api: Api, client: QueryClient, priceOf: PriceOf = releasePrice) {
  // What was once sent is not compared again: its transactions may tell the release already.
  const begun = new Map<string, Workflow>();
  return async (shown: Workflow): Promise<ReleaseResult> => {
    const id = shown.id ?? "";
    const quotedYellow = priceOf(shown)?.chargeYellow;
    if (quotedYellow === undefined) throw new BulkStop("Nothing is released without a price.");
    const before = begun.get(id) ?? (await readWorkflow(api, id));
    if (!begun.has(id)) {
      if (before.allowMatureContent === true) {
        takeOffDesk(client, api, new Set([id]));
        return { quotedYellow, charged: 0, refund: noBuzz, wasReleased: true, isLogged: true };
      }
      const now = (await askReleasePrice(api, client, before))?.chargeYellow;
      if (now === undefined || now > quotedYellow) {
        throw new BulkStop(
          `The price of a release changed from ${buzzNumber(quotedYellow)} to ${now === undefined ? "unknown" : buzzNumber(now)} yellow.`,
        );
      }
    }
    begun.set(id, before);
    try {
      const { workflow, isLogged } = await releaseAndLog(api, id, quotedYellow);
      client.setQueryData(workflowKeys.one(api, id), workflow);
      takeOffDesk(client, api, new Set([id]));
      return { quotedYellow, ...moved(before, workflow), wasReleased: false, isLogged };
    } catch (error) {
      if (error instanceof ApiProblem && isShortfall(error)) {
        throw new BulkStop(error.status === 403 ? refusedWords(error) : `Yellow does not suffice: ${error.message}`);
      }
      throw error;
    }
  };
}

/** A 403 may be about the Buzz, the key or the workflow: servers say it alike. Source: facts 5.2. */
function refusedWords({ message, insufficientBuzz }: ApiProblem): string {
  return insufficientBuzz
    ? `Yellow does not suffice: ${message}`
    : `Refused, which may mean too little yellow or a key that may not: ${message}`;
}

function isShortfall({ status, insufficientBuzz }: ApiProblem): boolean {
  return insufficientBuzz !== undefined || status === 402 || status === 403;
}

function moved(before: Workflow, after: Workflow): Pick<ReleaseResult, "charged" | "refund"> {
  const [was, is] = [netByCurrency(before.transactions), netByCurrency(after.transactions)];
  if (!was || !is) return { charged: undefined, refund: undefined };
  return {
    charged: is.yellow - was.yellow,
    refund: { blue: was.blue - is.blue, green: was.green - is.green, yellow: 0 },
  };
}
