import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTerminal } from "#contract/status.ts";
import { awaitWorkflow, type Wait } from "./await.ts";
import { deleteWorkflow } from "./delete.ts";
import { getWorkflow } from "./get.ts";
import { openView, sandboxForTests, type TestSandbox } from "./sandbox-for-tests.ts";
import { updateWorkflow } from "./update.ts";

const chain = {
  steps: [
    { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a fox" } },
    { $type: "echo", name: "after", input: { message: { $ref: "hero", path: "output.images[0].id" } } },
    { $type: "imageGen", name: "other", input: { engine: "flux", prompt: "a crow [rated:x]" } },
  ],
};

type Waiter = { id: string; until: Wait["until"]; seen: string; caller: AbortController; isOver: boolean };

/** What a reader can tell a workflow's states apart by. */
function look({ services, account }: TestSandbox, id: string): string {
  const found = getWorkflow(services, account, id, openView);
  if (!found.ok) return "gone";
  const { status, tags, steps } = found.value.workflow;
  return JSON.stringify([status, tags, steps.map((step) => [step.status, step.output])]);
}

function hasEnded({ services, account }: TestSandbox, id: string): boolean {
  const workflow = services.store.workflows.find(account.id, id);
  return !workflow || isTerminal(workflow.status);
}

function wait(sandbox: TestSandbox, id: string, until: Wait["until"]): Waiter {
  const waiter: Waiter = { id, until, seen: look(sandbox, id), caller: new AbortController(), isOver: false };
  const { signal } = waiter.caller;
  void awaitWorkflow(sandbox.services, sandbox.account, id, { waitSeconds: 100, until, signal }).then(() => {
    waiter.isOver = true;
  });
  return waiter;
}

/** Whatever was set off has come to its end when this resolves. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("many waiters", () => {
  it("400 for 40 workflows: each resolves at the end of its own, and none stays behind", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 100_000 } });
    const ids: string[] = [];
    for (let one = 0; one < 40; one += 1) ids.push((await sandbox.submit(chain)).id ?? "");
    const waiters = ids.flatMap((id) => Array.from({ length: 10 }, () => wait(sandbox, id, "completion")));
    expect(sandbox.services.changes.waiting()).toBe(400);
    const [first = ""] = ids;
    const update = { status: "canceled" } as const;
    await updateWorkflow(sandbox.services, sandbox.account, first, update, { ...openView, whatif: false });
    await settle();
    expect(waiters.filter(({ isOver }) => isOver).map(({ id }) => id)).toEqual(Array(10).fill(first));
    await sandbox.pass(60);
    await settle();
    expect(waiters.every(({ isOver }) => isOver)).toBe(true);
    expect(sandbox.services.changes.waiting()).toBe(0);
  });

  it("300 whose callers go away leave nothing behind, and the others wait on", async () => {
    const sandbox = sandboxForTests();
    const id = (await sandbox.submit(chain)).id ?? "";
    const gone = Array.from({ length: 300 }, () => wait(sandbox, id, "change"));
    const stays = wait(sandbox, id, "completion");
    for (const { caller } of gone) caller.abort();
    await settle();
    expect(sandbox.services.changes.waiting()).toBe(1);
    expect(stays.isOver).toBe(false);
    await sandbox.pass(60);
    await settle();
    expect(stays.isOver).toBe(true);
  });

  it("warn of nothing, however many there are", async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error) => warnings.push(warning);
    process.on("warning", hear);
    const sandbox = sandboxForTests();
    const id = (await sandbox.submit(chain)).id ?? "";
    Array.from({ length: 300 }, () => wait(sandbox, id, "completion"));
    await sandbox.pass(60);
    await settle();
    process.off("warning", hear);
    expect(warnings).toEqual([]);
  });

  it("are woken by exactly what they wait for, whatever happens in which order", async () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constantFrom("wait-change", "wait-completion", "leave"), at: fc.nat(4) }),
      fc.record({ kind: fc.constantFrom("tag", "cancel", "delete", "release", "same-tags"), at: fc.nat(4) }),
      fc.record({ kind: fc.constant("pass"), at: fc.constantFrom(0, 100, 200, 1000, 3000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const sandbox = sandboxForTests({ balances: { blue: 100_000 } });
        const { services, account } = sandbox;
        const ids: string[] = [];
        for (let one = 0; one < 5; one += 1) ids.push((await sandbox.submit(chain)).id ?? "");
        const waiters: Waiter[] = [];
        const left = new Set<Waiter>();
        const change = (id: string, update: Parameters<typeof updateWorkflow>[3]) =>
          updateWorkflow(services, account, id, update, { ...openView, whatif: false });
        for (const [turn, { kind, at }] of actions.entries()) {
          const id = ids[at % 5] ?? "";
          if (kind === "pass") await sandbox.pass(at / 1000);
          if (kind === "wait-change") waiters.push(wait(sandbox, id, "change"));
          if (kind === "wait-completion") waiters.push(wait(sandbox, id, "completion"));
          if (kind === "leave") {
            for (const waiter of waiters.filter((one) => one.id === id)) {
              waiter.caller.abort();
              left.add(waiter);
            }
          }
          if (kind === "tag") await change(id, { tags: [`turn ${turn}`] });
          if (kind === "same-tags") await change(id, { metadata: {} });
          if (kind === "cancel") await change(id, { status: "canceled" });
          if (kind === "release") await change(id, { allowMatureContent: true });
          if (kind === "delete") deleteWorkflow(services, account, id);
          await settle();
          for (const waiter of waiters) {
            const isChanged = waiter.until === "change" && waiter.seen !== look(sandbox, waiter.id);
            if (isChanged || hasEnded(sandbox, waiter.id) || left.has(waiter)) expect(waiter.isOver).toBe(true);
            // A release changes what may be done with a workflow, also where it frees no file.
            else if (!actions.slice(0, turn + 1).some((one) => one.kind === "release"))
              expect(waiter.isOver).toBe(false);
          }
        }
        for (const { caller } of waiters) caller.abort();
        await settle();
        expect(services.changes.waiting()).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
