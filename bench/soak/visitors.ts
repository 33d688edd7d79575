import { Agent } from "node:http";
import { millionToken } from "../million/fill-million.ts";
import { ask } from "../processes/measure.ts";
import { templates } from "./templates.ts";

const path = "/v2/consumer/workflows";
const headers = { Authorization: "Bearer sandbox_soak", "Content-Type": "application/json" };

const ofEarlierDays = { Authorization: `Bearer ${millionToken}` };

type Answer = { id: string; status: string; steps: { output?: { images?: File[]; videos?: File[]; video?: File } }[] };
type File = { url?: string; previewUrl?: string };

/** The people and programs that use a sandbox at the same time. What goes wrong for them is kept. */
export function createVisitors(origin: string, random: () => number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const recent: string[] = [];
  const errors: string[] = [];
  const took = new Map<string, number[]>();
  const present = new Set<Promise<void>>();
  let submitted = 0;
  let readUpTo = "";

  /** Somebody's visit: timed, and its error kept. */
  function visit(name: string, work: () => Promise<unknown>): () => Promise<void> {
    return () => {
      const startedAt = performance.now();
      const visiting: Promise<void> = work()
        .then(() => void took.set(name, [...(took.get(name)?.slice(-5000) ?? []), performance.now() - startedAt]))
        .catch((error: unknown) => void errors.push(`${name}: ${error instanceof Error ? error.message : error}`))
        .finally(() => present.delete(visiting));
      present.add(visiting);
      return visiting;
    };
  }

  async function say<Body>(method: "GET" | "POST" | "PUT", at: string, body?: unknown): Promise<Body> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await ask(origin, { path: at, method, headers, body: text }, agent);
    return JSON.parse(answer.length === 0 ? "null" : String(answer));
  }

  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const onRecent = (work: (id: string) => Promise<unknown>) => async () => {
    const id = pick(recent);
    if (id !== undefined) await work(id);
  };

  return {
    openAccount: () =>
      say("POST", "/_sandbox/accounts", { token: "sandbox_soak", balances: { blue: 2e9, green: 2e9, yellow: 2e9 } }),
    submit: visit("submit", async () => {
      submitted += 1;
      const { id } = await say<Answer>("POST", path, templates[Math.floor(random() * templates.length)]?.(submitted));
      recent.push(id);
      if (recent.length > 400) recent.shift();
    }),
    list: visit("list", () => say("GET", `${path}?take=50&tags=soak&hideMatureContent=${random() < 0.5}`)),
    get: visit(
      "get",
      onRecent((id) => say("GET", `${path}/${id}`)),
    ),
    awaitEnd: visit("long poll", async () => {
      const id = recent.at(-1);
      if (id) await say("GET", `${path}/${id}?wait=10&until=${random() < 0.5 ? "change" : "completion"}`);
    }),
    cancel: visit("cancel", async () => {
      const id = recent.at(-1);
      // What is over already can't be canceled: 409 is the answer that was asked for.
      const isOver = (error: Error) => error.message.includes("answered 409") || Promise.reject(error);
      if (id) await say("PUT", `${path}/${id}`, { status: "canceled" }).catch(isOver);
    }),
    tag: visit(
      "tag",
      onRecent((id) => say("PUT", `${path}/${id}`, { tags: ["soak", `t${submitted % 7}`] })),
    ),
    look: visit(
      "look at media",
      onRecent(async (id) => {
        const { steps } = await say<Answer>("GET", `${path}/${id}`);
        const files = steps.flatMap(({ output }) => [
          ...(output?.images ?? []),
          ...(output?.videos ?? []),
          output?.video,
        ]);
        const file = pick(files.filter((one) => one?.url !== undefined));
        const url = random() < 0.7 ? (file?.previewUrl ?? file?.url) : file?.url;
        if (url) await seeMedia(url);
      }),
    ),
    /** All that was stored before, a page at each visit, again and again. */
    readThrough: visit("read through", async () => {
      const answer = await ask(origin, { path: `${path}?take=50&cursor=${readUpTo}`, headers: ofEarlierDays }, agent);
      const { next = "" }: { next?: string } = JSON.parse(String(answer));
      readUpTo = next;
    }),
    /** Let everybody come to an end. */
    async leave(): Promise<void> {
      while (present.size > 0) await Promise.all(present);
      agent.destroy();
    },
    submitted: () => submitted,
    errors: () => errors,
    table: () => [...took].map(([name, times]) => [name, times.length, ...percentilesOf(times)] as const),
  };
}

/** As a browser does it: following the redirect to the bytes. */
async function seeMedia(url: string): Promise<void> {
  const answer = await fetch(url);
  const { byteLength } = await answer.arrayBuffer();
  if (!answer.ok || byteLength === 0) throw new Error(`${url} answered ${answer.status} with ${byteLength} bytes`);
}

function percentilesOf(times: readonly number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return [0.5, 0.99].map((share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0));
}
