import type { Rating } from "#contract/mature.ts";
import { internalBlobId } from "../media-access.ts";
import { rateOutput } from "../moderation/rate-output.ts";
import { seedFrom } from "../random.ts";
import { readScenario, type Scenario, textsIn } from "../scenarios.ts";
import type { Services } from "../services.ts";
import type { NewBlob, RunTools, StepHandler } from "../steps/step-handler.ts";
import type { DueStep, StoredStep } from "../store/step-store.ts";
import { type Delivery, deliver } from "./deliver.ts";
import { failTry } from "./fail-step.ts";
import { newBlobId } from "./ids.ts";
import { type LiveWorkflow, putWorkflow, takeUp } from "./live-workflow.ts";
import { runInputOf } from "./run-input.ts";

type Made = { ok: true; delivery: Delivery } | { ok: false; reason: string };

/**
 * Let the handler of a due step make its result, then take the result in, in one transaction. If the step was canceled
 * or is being tried anew in the meantime, the result is dropped. A kill in between leaves the step due, and it runs again.
 */
export async function runStep(services: Services, due: DueStep): Promise<void> {
  const before = takeUp(services, due.workflowSeq);
  const step = before?.steps[due.position];
  if (!before || step?.status !== "processing") return;
  const made = await make(services, before, step);
  try {
    takeIn(services, due, step, made);
  } catch (error) {
    // What was made can't be stored: a defect of its handler, which ends the step and not the sandbox.
    takeIn(services, due, step, { ok: false, reason: broken(error) });
  }
}

function takeIn(services: Services, due: DueStep, step: StoredStep, made: Made): void {
  services.store.transaction(() => {
    const live = takeUp(services, due.workflowSeq);
    const current = live?.steps[due.position];
    if (!live || current?.status !== "processing" || current.attempt !== step.attempt) return;
    const at = current.dueAt ?? services.clock.now();
    if (made.ok) deliver(services, live, current, made.delivery, at);
    else failTry(services, live, current, made.reason, at);
    putWorkflow(services, live);
  });
}

async function make(services: Services, live: LiveWorkflow, step: StoredStep): Promise<Made> {
  const runInput = runInputOf(services, live, step);
  if (runInput.kind !== "ready") {
    return { ok: false, reason: runInput.kind === "fails" ? runInput.reason : "The file it needs is withheld again." };
  }
  const { input } = runInput;
  const handler = services.steps.find(step.type, input)?.handler;
  if (!handler) return { ok: false, reason: `This sandbox has no step type "${step.type}" any more.` };
  const scenario = readScenario(textsIn(input));
  const failure = failureOf(scenario, step);
  return failure ? { ok: false, reason: failure } : work(services, live, step, handler, input, scenario);
}

async function work(
  services: Services,
  { workflow }: LiveWorkflow,
  step: StoredStep,
  handler: StepHandler,
  input: unknown,
  scenario: Scenario,
): Promise<Made> {
  const { accountId } = workflow;
  const blobs: { id: string; blob: NewBlob }[] = [];
  const items = Math.min(handler.itemCount(input), step.itemCount) - (scenario.partial ? 1 : 0);
  if (items < 1) return { ok: false, reason: "No item could be made ([partial])." };
  const tools: RunTools = {
    items,
    seed: seedFrom(workflow.seq, step.position),
    now: step.dueAt ?? services.clock.now(),
    mediaFacts: (source) => services.media.mediaFacts(accountId, source),
    readMedia: (source) => services.media.readMedia(accountId, source),
    ratingOf: (source) => services.media.ratingOf(accountId, source),
    wordsOf: (source) => services.media.wordsOf(accountId, source),
    addBlob(blob) {
      const id = newBlobId(blob.mediaType);
      blobs.push({ id, blob });
      return blob.medium === "file" ? { id } : { type: blob.medium, id };
    },
  };
  try {
    const result = await handler.run(input, tools);
    if (!result.ok) return result;
    const rating = rateOutput(textsIn(input), await ratingsOfMedia(services, accountId, input));
    return { ok: true, delivery: { output: result.output, blobs, items, rating, blocked: scenario.blocked } };
  } catch (error) {
    // A defect of one handler ends its step; the other work of the sandbox goes on.
    return { ok: false, reason: broken(error) };
  }
}

function broken(error: unknown): string {
  return `The step broke: ${error instanceof Error ? error.message : String(error)}`;
}

function failureOf(scenario: Scenario, { attempt }: StoredStep): string | undefined {
  if (scenario.fail) return "The input asks for a failure ([fail]).";
  if (scenario.failOnce && attempt === 1) return "The input asks for one failure ([fail-once]).";
  return undefined;
}

/** The ratings of this sandbox's files among the values of an input. */
async function ratingsOfMedia({ media }: Services, accountId: number, input: unknown): Promise<Rating[]> {
  const sources = textsIn(input).filter((text) => (internalBlobId(text) ?? media.idOf(text)) !== undefined);
  return Promise.all(sources.map((source) => media.ratingOf(accountId, source)));
}
