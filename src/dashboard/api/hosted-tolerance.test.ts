import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { getWorkflow } from "#contract/workflow-operations.ts";
import { createApi } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { balanceQuery } from "./balance-query.ts";
import { everything } from "./list-filter.ts";
import { readListPage } from "./list-pages.ts";
import { readCapabilities } from "./server-capabilities.ts";
import { changeWorkflow } from "./workflow-mutations.ts";
import { readWorkflow } from "./workflow-queries.ts";

/*
 * The replies of a hosted server that differ from the guide, one by one (facts 1.5 and 5.1). They are played back at
 * `fetch`, because no hosted server can be reached from a test.
 */

const hosted = createApi(
  { id: "hosted", label: "Civitai", kind: "hosted", upstream: "https://orchestration.civitai.com" },
  () => "key",
  true,
);

const aWorkflow = (id: string, status = "succeeded") => ({
  id,
  createdAt: "2026-11-01T10:00:00Z",
  status,
  steps: [{ $type: "echo", name: "$0", status }],
});

function answer(...replies: Response[]) {
  const requests: { method: string; url: URL }[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    requests.push({ method: init.method ?? "GET", url: new URL(url, "http://baton.test") });
    const reply = replies.shift();
    if (!reply) throw new TypeError("No more replies.");
    return reply;
  });
  return requests;
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiProblem)) throw new Error(`Expected an ApiProblem, got ${String(error)}.`);
  return error;
}

const read = () => hosted.call(getWorkflow, { params: { workflowId: "7-1" } });

afterEach(() => vi.unstubAllGlobals());

describe("a refusal", () => {
  it("reads a bare JSON string of a 403", async () => {
    answer(Response.json("Insufficient funds for this request", { status: 403 }));
    const problem = await problemOf(read());
    expect(problem).toMatchObject({ kind: "refused", status: 403, message: "Insufficient funds for this request" });
  });

  it("reads the older error member of a 403", async () => {
    answer(Response.json({ error: "Insufficient Buzz" }, { status: 403 }));
    expect((await problemOf(read())).message).toBe("Insufficient Buzz");
  });

  it("reads an HTML error page by its title and shows none of its markup", async () => {
    const page =
      "<!doctype html><html><head><title>524: A timeout occurred</title></head><body><h1>x</h1></body></html>";
    answer(new Response(page, { status: 524, headers: { "Content-Type": "text/html" } }));
    const problem = await problemOf(read());
    expect(problem).toMatchObject({ kind: "server", status: 524 });
    expect(problem.message).toContain("524: A timeout occurred");
    expect(problem.message).not.toContain("<");
  });

  it("keeps the paths of field errors and the time to wait", async () => {
    const body = {
      title: "Invalid",
      status: 429,
      errors: { "steps[0].input.prompt": ["The prompt field is required."] },
    };
    answer(Response.json(body, { status: 429, headers: { "Retry-After": "7" } }));
    expect(await problemOf(read())).toMatchObject({
      retryAfterSeconds: 7,
      fieldErrors: { "steps[0].input.prompt": ["The prompt field is required."] },
    });
  });

  it("keeps what is needed, at hand and missing of an insufficient balance", async () => {
    const body = { title: "Insufficient Buzz", required: 48, available: { yellow: 40 }, missing: 8 };
    answer(Response.json(body, { status: 403 }));
    expect((await problemOf(read())).insufficientBuzz).toMatchObject({ required: 48, missing: 8 });
  });

  it("says of a broken connection that the outcome is unknown", async () => {
    answer();
    expect(await problemOf(read())).toMatchObject({ kind: "network", status: undefined });
  });

  it("says of an answer with another shape that it could not be read", async () => {
    answer(Response.json({ surprise: true }));
    expect(await problemOf(read())).toMatchObject({ kind: "unreadable", status: 200 });
  });
});

describe("a workflow", () => {
  it("is read when everything optional is missing", async () => {
    answer(Response.json({ createdAt: "2026-11-01T10:00:00Z", status: "processing", steps: [] }, { status: 202 }));
    expect(await readWorkflow(hosted, "7-1")).toMatchObject({ status: "processing" });
  });

  it("reads the status pending as unassigned", async () => {
    answer(Response.json(aWorkflow("7-1", "pending")));
    expect((await readWorkflow(hosted, "7-1")).status).toBe("unassigned");
  });

  it("is fetched after an update that answers 204", async () => {
    const requests = answer(new Response(null, { status: 204 }), Response.json(aWorkflow("7-1")));
    const workflow = await changeWorkflow(hosted, "7-1", { tags: ["spring"] });
    expect(workflow.id).toBe("7-1");
    expect(requests.map(({ method }) => method)).toEqual(["PUT", "GET"]);
  });

  it("is asked for through the relay, with hideMatureContent", async () => {
    const requests = answer(Response.json(aWorkflow("7-1")));
    await readWorkflow(hosted, "7-1");
    expect(requests[0]?.url.pathname).toBe("/relay/https%3A%2F%2Forchestration.civitai.com/v2/consumer/workflows/7-1");
    expect(requests[0]?.url.searchParams.get("hideMatureContent")).toBe("true");
  });
});

describe("a list of a server without a status filter", () => {
  const capabilities = readCapabilities({
    paths: { "/v2/consumer/workflows": { get: { parameters: [{ name: "tags" }] } } },
  });
  const page = (status: string, next?: string) =>
    Response.json({ items: Array.from({ length: 30 }, (_, index) => aWorkflow(`${status}-${index}`, status)), next });

  it("goes on fetching until the page is full and says how many it looked at", async () => {
    const requests = answer(page("succeeded", "a"), page("failed", "b"), page("succeeded", "c"), page("failed", "d"));
    const read = await readListPage(hosted, { ...everything, statuses: ["failed"] }, capabilities, undefined);
    expect(read.items).toHaveLength(60);
    expect(read).toMatchObject({ lookedAt: 120, next: "d" });
    expect(requests.every(({ url }) => !url.searchParams.has("status"))).toBe(true);
  });

  it("ends with the list: a next that is missing, null or empty", async () => {
    for (const next of [undefined, null, ""]) {
      answer(Response.json({ items: [aWorkflow("1", "failed")], next }));
      const read = await readListPage(hosted, { ...everything, statuses: ["failed"] }, capabilities, undefined);
      expect(read.next).toBeUndefined();
    }
  });
});

describe("the balance", () => {
  it("is unknown on a hosted server, and nothing is asked", async () => {
    const requests = answer();
    expect(await new QueryClient().fetchQuery(balanceQuery(hosted))).toBe("unknown");
    expect(requests).toEqual([]);
  });
});
