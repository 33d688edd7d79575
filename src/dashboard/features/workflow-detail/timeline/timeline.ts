import { readReference, referencesIn } from "#contract/reference.ts";
import { isTerminal } from "#contract/status.ts";
import type { Step } from "#contract/step.ts";
import type { Workflow } from "#contract/workflow.ts";
import { processingBeganAt } from "./progress.ts";

/**
 * What a step's time went to: `blocked` by steps whose output it uses, `queued`, `preparing`, `processing`; `working` where
 * the server doesn't tell the last two apart.
 */
export type PhaseKind = "blocked" | "queued" | "preparing" | "processing" | "working";

/** A stretch of time, in milliseconds since 1970; one that goes on ends now. */
export type Phase = { kind: PhaseKind; fromMs: number; toMs: number };

export type TimelineRow = { step: Step; phases: Phase[] };

export type Timeline = { fromMs: number; toMs: number; rows: TimelineRow[] };

/** Where the time of a workflow went, step by step. */
export function timelineOf(workflow: Pick<Workflow, "createdAt" | "steps" | "status">, clockMs: number): Timeline {
  const createdMs = Date.parse(workflow.createdAt);
  // The server's clock may be ahead of this machine's.
  const told = workflow.steps.flatMap(({ startedAt, completedAt }) => [instantOf(startedAt), instantOf(completedAt)]);
  const nowMs = Math.max(clockMs, createdMs, ...told.map((instant) => instant ?? 0));
  const rows = workflow.steps.map((step) => ({ step, phases: phasesOf(step, workflow.steps, createdMs, nowMs) }));
  const ends = rows.flatMap(({ phases }) => phases.map(({ toMs }) => toMs));
  return { fromMs: createdMs, toMs: Math.max(createdMs + 1, ...ends), rows };
}

function phasesOf(step: Step, steps: readonly Step[], createdMs: number, nowMs: number): Phase[] {
  const endMs = instantOf(step.completedAt) ?? (isTerminal(step.status) ? undefined : nowMs);
  const startedMs = instantOf(step.startedAt);
  const waitEndMs = startedMs ?? endMs;
  if (waitEndMs === undefined) return [];
  const readyMs = readyAt(step, steps, createdMs);
  const freedMs = Math.min(readyMs ?? waitEndMs, waitEndMs);
  const waits: Phase[] = [
    { kind: "blocked", fromMs: createdMs, toMs: freedMs },
    { kind: "queued", fromMs: freedMs, toMs: waitEndMs },
  ];
  return [...waits, ...worksOf(step, startedMs, endMs)].filter(({ fromMs, toMs }) => toMs > fromMs);
}

function worksOf(step: Step, startedMs: number | undefined, endMs: number | undefined): Phase[] {
  if (startedMs === undefined || endMs === undefined) return [];
  if (step.status === "preparing" || step.status === "scheduled") {
    return [{ kind: "preparing", fromMs: startedMs, toMs: endMs }];
  }
  const beganMs = processingBeganAt(step);
  if (beganMs === undefined) return [{ kind: "working", fromMs: startedMs, toMs: endMs }];
  const clamped = Math.min(Math.max(beganMs, startedMs), endMs);
  return [
    { kind: "preparing", fromMs: startedMs, toMs: clamped },
    { kind: "processing", fromMs: clamped, toMs: endMs },
  ];
}

/** When the last of the steps it uses was over; `undefined` while one is not. */
function readyAt(step: Step, steps: readonly Step[], createdMs: number): number | undefined {
  const names = steps.map(({ name }) => name);
  const sources = referencesIn(step.input).flatMap(({ reference }) => {
    const target = readReference(reference, names);
    return target.source === "step" ? steps.filter(({ name }) => name === target.name) : [];
  });
  const ends = sources.map(({ completedAt }) => instantOf(completedAt));
  return ends.some((end) => end === undefined) ? undefined : Math.max(createdMs, ...ends.map((end) => end ?? 0));
}

/** How long a step spent on these kinds, in milliseconds; `undefined` when it never came to that. */
export function spentMs({ phases }: TimelineRow, kinds: readonly PhaseKind[]): number | undefined {
  const those = phases.filter(({ kind }) => kinds.includes(kind));
  return those.length > 0 ? those.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) : undefined;
}

function instantOf(at: string | null | undefined): number | undefined {
  const instant = Date.parse(at ?? "");
  return Number.isNaN(instant) ? undefined : instant;
}
