import { randomUUID } from "node:crypto";
import { type APIRequestContext, test as base, expect } from "@playwright/test";
import type * as z from "zod/mini";
import type { Workflow, workflowTemplateSchema } from "#contract/workflow.ts";

/** Whole Buzz per currency. */
type Balances = { blue: number; green: number; yellow: number };

/** A workflow as it is sent. */
export type Template = z.input<typeof workflowTemplateSchema>;

/** What a journey needs of its operator: an account that nobody else has, and hands on the API for what came before. */
export type Operator = {
  token: string;
  /** Open the account with other balances than 500 blue, 1 000 green, 2 000 yellow. Before the first page is opened. */
  has(balances: Partial<Balances>): Promise<void>;
  balances(): Promise<Balances>;
  /** Give the open account other balances, as if something else had spent or earned meanwhile. */
  nowHas(balances: Partial<Balances>): Promise<void>;
  /** Submit a workflow and answer its id; with `wait`, only when it is over. */
  submits(template: Template, wait?: number): Promise<string>;
  reads(id: string): Promise<Workflow>;
  /** Every workflow of the account, newest first. */
  lists(): Promise<Workflow[]>;
  /** Call the API, as somebody else with the same account does meanwhile. Fails when that is refused. */
  calls(method: "PUT" | "DELETE", path: string, data?: object): Promise<void>;
};

export const test = base.extend<{ operator: Operator }>({
  operator: [
    async ({ page, request }, use) => {
      const token = `sandbox_${randomUUID().replaceAll("-", "")}`;
      await page.addInitScript((value) => {
        localStorage.setItem("baton.sandbox-token", JSON.stringify(value));
        // Somebody who has been here before: the first steps have a journey of their own.
        localStorage.setItem("baton.tour-seen", "true");
      }, token);
      await use(operatorOf(request, token));
    },
    // Also for a test that does not name it: nobody shares the demo account.
    { auto: true },
  ],
});

export { expect };

function operatorOf(request: APIRequestContext, token: string): Operator {
  const headers = { Authorization: `Bearer ${token}` };
  const calls: Operator["calls"] = async (method, path, data) => {
    const answer = await request.fetch(path, { method, headers, ...(data === undefined ? {} : { data }) });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  return {
    token,
    has: async (balances) => {
      const answer = await request.post("/_sandbox/accounts", {
        data: { token, balances: { blue: 0, green: 0, yellow: 0, ...balances } },
      });
      expect(answer.status()).toBe(201);
    },
    balances: async () => (await (await request.get("/_sandbox/account", { headers })).json()).balances,
    nowHas: (balances) => calls("PUT", "/_sandbox/account/balances", balances),
    submits: async (template, wait = 0) => {
      const answer = await request.post(`/v2/consumer/workflows?wait=${wait}`, { headers, data: template });
      expect([200, 202], await answer.text()).toContain(answer.status());
      return (await answer.json()).id;
    },
    reads: async (id) => (await request.get(`/v2/consumer/workflows/${id}`, { headers })).json(),
    lists: async () => (await (await request.get("/v2/consumer/workflows?take=1000", { headers })).json()).items,
    calls,
  };
}
