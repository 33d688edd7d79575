import { getDocument } from "#contract/document-operation.ts";
import { queryWorkflows, submitWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "./api.ts";
import { type ApiProblem, toApiProblem } from "./api-problem.ts";

/** One thing that was tried: it works, it does not and why, or it could not be told. */
export type Check = { name: string; result: "yes" | "no" | "unknown"; detail: string };

/**
 * Try a connection without spending anything: does it answer, is the key accepted, may it read, may it write (a whatif
 * is priced and never run), and which step types does it publish. Source: product, "Connections".
 */
export async function testConnection(api: Api, signal?: AbortSignal): Promise<Check[]> {
  const [read, write, document] = await Promise.all([
    attempt(() => api.call(queryWorkflows, { query: { take: 1 }, ...(signal ? { signal } : {}) })),
    attempt(() =>
      api.call(submitWorkflow, {
        query: { whatif: true },
        body: { steps: [{ $type: "echo", input: { message: "May I?" } }] },
        ...(signal ? { signal } : {}),
      }),
    ),
    attempt(() => api.call(getDocument, signal ? { signal } : {})),
  ]);
  const readProblem = read.problem;
  return [
    reachable(readProblem),
    keyAccepted(readProblem),
    allowed("May read workflows", readProblem),
    allowed("May submit workflows", write.problem),
    published(document.value?.body, document.problem),
  ];
}

async function attempt<Value>(call: () => Promise<Value>): Promise<{ value?: Value; problem?: ApiProblem }> {
  try {
    return { value: await call() };
  } catch (error) {
    return { problem: toApiProblem(error) };
  }
}

const notAsked = "The server was not asked.";

function reachable(problem: ApiProblem | undefined): Check {
  const name = "Answers";
  if (problem?.kind === "network") return { name, result: "no", detail: problem.message };
  if (problem?.isOfRelay) return { name, result: "no", detail: problem.message };
  if (problem?.kind === "server") return { name, result: "no", detail: `${problem.title}. ${problem.message}` };
  return { name, result: "yes", detail: "The server answers." };
}

function keyAccepted(problem: ApiProblem | undefined): Check {
  const name = "API key";
  if (!problem) return { name, result: "yes", detail: "The key is accepted." };
  if (problem.isOfRelay) return { name, result: "unknown", detail: notAsked };
  if (problem.status === 401) return { name, result: "no", detail: problem.message };
  return problem.status === 403
    ? { name, result: "yes", detail: "The key is known." }
    : { name, result: "unknown", detail: "Could not be told, because reading failed otherwise." };
}

function allowed(name: string, problem: ApiProblem | undefined): Check {
  if (!problem) return { name, result: "yes", detail: "Allowed." };
  if (problem.isOfRelay) return { name, result: "unknown", detail: notAsked };
  const isRefusal = problem.status === 401 || problem.status === 403;
  // A price above the balance is a refusal of the purse, not of the key.
  if (problem.insufficientBuzz) return { name, result: "yes", detail: "Allowed, with too little Buzz for the trial." };
  return { name, result: isRefusal ? "no" : "unknown", detail: problem.message };
}

function published(document: unknown, problem: ApiProblem | undefined): Check {
  const name = "Step types";
  if (problem?.isOfRelay) return { name, result: "unknown", detail: notAsked };
  if (problem)
    return { name, result: "unknown", detail: `The server's document could not be read. ${problem.message}` };
  const types = stepTypesOf(document);
  return types.length === 0
    ? { name, result: "unknown", detail: "The server's document names no step types." }
    : { name, result: "yes", detail: `${types.length}: ${types.join(", ")}` };
}

/** The `$type` values in the discriminator of the document's step template. */
function stepTypesOf(document: unknown): string[] {
  const path = ["components", "schemas", "WorkflowStepTemplate", "discriminator", "mapping"];
  const mapping = path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    document,
  );
  return typeof mapping === "object" && mapping !== null ? Object.keys(mapping) : [];
}
