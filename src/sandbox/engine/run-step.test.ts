import { describe, expect, it } from "vitest";
import { createStepRegistry } from "../steps/registry.ts";
import { type StepHandler, type StepResult, stepHandler } from "../steps/step-handler.ts";
import { getWorkflow } from "../workflows/get.ts";
import { openView, sandboxForTests } from "../workflows/sandbox-for-tests.ts";
import { updateWorkflow } from "../workflows/update.ts";
import { tick } from "./tick.ts";

const anEcho = { steps: [{ $type: "echo", retries: 1, input: { message: "hi" } }] };

/** A sandbox whose echo answers when the test says so: each run of the handler is a function that ends it. */
function aSlowSandbox() {
  const sandbox = sandboxForTests();
  const runs: ((result: StepResult) => void)[] = [];
  const handler = stepHandler({
    type: "echo",
    price: () => ({ base: 10, factors: {} }),
    durationSeconds: () => 0,
    itemCount: () => 1,
    run: () => new Promise<StepResult>((resolve) => runs.push(resolve)),
  });
  sandbox.services.steps = createStepRegistry(undefined, new Map([["echo", handler]]));
  const read = (id: string) => {
    const got = getWorkflow(sandbox.services, sandbox.account, id, openView);
    return got.ok ? got.value.workflow : undefined;
  };
  return { ...sandbox, runs, read };
}

const success = (message: string): StepResult => ({ ok: true, output: { message } });

describe("runStep", () => {
  it("runs no step twice at once, however often the due work is looked at", async () => {
    const { services, submit, runs, read } = aSlowSandbox();
    const { id } = await submit(anEcho);
    const looks = [tick(services), tick(services), tick(services)];
    expect(runs).toHaveLength(1);
    runs[0]?.(success("once"));
    await Promise.all(looks);
    expect(read(id ?? "")?.steps[0]?.output).toEqual({ message: "once" });
  });

  it("drops the result of a step that was canceled while its handler was at work", async () => {
    const { services, account, submit, runs, read, balances } = aSlowSandbox();
    const { id } = await submit(anEcho);
    const look = tick(services);
    await updateWorkflow(services, account, id ?? "", { status: "canceled" }, { ...openView, whatif: false });
    runs[0]?.(success("too late"));
    await look;
    expect(read(id ?? "")).toMatchObject({ status: "canceled", steps: [{ status: "canceled" }] });
    expect(read(id ?? "")?.steps[0]).not.toHaveProperty("output");
    expect(balances().blue).toBe(500);
  });

  it("drops a result of an earlier try, such as one of a process that was thought dead", async () => {
    const { services, submit, runs, read } = aSlowSandbox();
    const { id } = await submit(anEcho);
    const other = { ...services, atWork: new Set<string>() };
    const looks = [tick(services), tick(other)];
    expect(runs).toHaveLength(2);
    runs[0]?.({ ok: false, reason: "a try that fails" });
    await looks[0];
    const secondTry = tick(services);
    runs[1]?.(success("of the first try"));
    await looks[1];
    expect(read(id ?? "")?.status).toBe("processing");
    runs[2]?.(success("of the second try"));
    await secondTry;
    expect(read(id ?? "")?.steps[0]?.output).toEqual({ message: "of the second try" });
  });

  it("fails a step whose handler breaks, and goes on with other work", async () => {
    const { services, submit, idle, read } = sandboxForHandler(() => {
      throw new Error("no ink");
    });
    const { id } = await submit({ steps: [{ $type: "echo", input: { message: "hi" } }] });
    await idle();
    expect(services.atWork.size).toBe(0);
    expect(read(id ?? "")).toMatchObject({ status: "failed", steps: [{ reason: "The step broke: no ink" }] });
  });

  it("fails a step whose files can't be stored, keeps none of them and refunds it", async () => {
    const { services, submit, idle, read, balances } = sandboxForHandler(async (_, tools) => {
      const content = { kind: "bytes", bytes: new Uint8Array(1) } as const;
      tools.addBlob({ medium: "image", mediaType: "image/png", content });
      tools.addBlob({ medium: "image", mediaType: "image/png", content, width: Number.NaN });
      return success("two files");
    });
    const { id } = await submit({ steps: [{ $type: "echo", input: { message: "hi" } }] });
    await idle();
    expect(read(id ?? "")).toMatchObject({ status: "failed", steps: [{ reason: expect.stringContaining("width") }] });
    expect(services.store.blobs.ofWorkflows([1])).toEqual([]);
    expect(balances().blue).toBe(500);
  });
});

function sandboxForHandler(run: StepHandler["run"]) {
  const sandbox = aSlowSandbox();
  const echo = sandbox.services.steps.find("echo", {})?.handler;
  if (!echo) throw new Error("There is no echo.");
  sandbox.services.steps = createStepRegistry(undefined, new Map([["echo", { ...echo, run }]]));
  return sandbox;
}
