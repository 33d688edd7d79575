import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import type * as z from "zod/mini";
import { readDroppedFields } from "#contract/dropped-header.ts";
import type { Workflow, workflowTemplateSchema } from "#contract/workflow.ts";
import { droppedFieldsHeader, submitWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "./api.ts";

/** A workflow as it is sent. */
export type TemplateInput = z.input<typeof workflowTemplateSchema>;

/** What a whatif answered: the priced workflow, and the fields that the server would drop (where it tells). */
export type Quote = { workflow: Workflow; droppedFields: string[] };

/**
 * The part of a template that a price depends on: without `externalId` (a whatif does not claim it) and callbacks.
 */
export function quotedTemplate({ externalId: _, callbacks: __, ...template }: TemplateInput): TemplateInput {
  return template;
}

const quoteKey = ["quote"] as const;

/** Let prices be asked for anew where they are next looked at: who pays follows from the balances, which have changed. */
export function forgetPrices(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: quoteKey, refetchType: "none" });
}

/**
 * The price of a template by whatif. A query, because it only reads: superseded calls are aborted, the last price stays
 * while the next one is on its way. `undefined` is a chain that can't be priced yet. Source: house, "Operation table".
 */
export function quoteQuery(api: Api, template: TemplateInput | undefined) {
  const quoted = template && quotedTemplate(template);
  return queryOptions({
    queryKey: [...quoteKey, quoted ?? null],
    enabled: quoted !== undefined,
    queryFn: async ({ signal }): Promise<Quote> => {
      if (!quoted) throw new Error("There is nothing to price.");
      const { body, headers } = await api.call(submitWorkflow, { query: { whatif: true }, body: quoted, signal });
      return { workflow: body, droppedFields: readDroppedFields(headers.get(droppedFieldsHeader)) };
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });
}
