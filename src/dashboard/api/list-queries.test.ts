// @vitest-environment jsdom
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { deleteWorkflow, submitWorkflow } from "#contract/workflow-operations.ts";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { everything } from "./list-filter.ts";
import { liveHeadQuery, liveRowsQuery, workflowListQuery } from "./list-queries.ts";
import { wholeWorkflows } from "./list-shape.ts";
import { freshOf } from "./merge-head.ts";

describe("a row that is gone when it is read by itself", () => {
  it("leaves the list, and is not called new afterwards", async () => {
    const api = apiOf(openTestSandbox());
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const submit = async () => {
      const { body } = await api.call(submitWorkflow, {
        body: { steps: [{ $type: "echo", input: { message: "a" } }] },
      });
      return body.id ?? "";
    };
    const [kept, gone] = [await submit(), await submit()];
    const list = workflowListQuery(api, everything, wholeWorkflows);
    await client.fetchInfiniteQuery(list);
    await api.call(deleteWorkflow, { params: { workflowId: gone } });
    await client.fetchQuery(liveRowsQuery(api, everything, wholeWorkflows, [kept, gone]));

    const rows = client.getQueryData(list.queryKey)?.pages.flatMap(({ items }) => items) ?? [];
    const head = client.getQueryData(liveHeadQuery(api, everything, wholeWorkflows).queryKey);
    expect(rows.map(({ id }) => id)).toEqual([kept]);
    expect(head?.items.map(({ id }) => id)).toEqual([kept]);
    expect(freshOf(rows, head?.items ?? [], false)).toEqual([]);
  });
});
