import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ServerAnswer, ServerFacts, ServerOrder } from "./messages.ts";

/** A server in a process of its own, so that what asks does not take its time. */
export type Served = {
  origin: string;
  facts(): Promise<ServerFacts>;
  forgetDelays(): void;
  stop(): Promise<void>;
};

export async function startServer(
  program: "sandbox-server.ts" | "bare-server.ts",
  programArguments: string[] = [],
): Promise<Served> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, programArguments, { execArgv: ["--expose-gc", "--import", "tsx"] });
  const died = once(child, "exit").then((): never => {
    throw new Error(`${program} ended by itself.`);
  });
  died.catch(() => {
    // Told to whoever waits for an answer; at the end nobody does.
  });
  const hear = async () => {
    const [answer]: [ServerAnswer] = await Promise.race([once(child, "message") as Promise<[ServerAnswer]>, died]);
    return answer;
  };
  const say = (order: ServerOrder) => child.send(order);
  const listens = await hear();
  if (listens.kind !== "listens") throw new Error(`${program} did not say its port.`);
  return {
    origin: `http://127.0.0.1:${listens.port}`,
    async facts() {
      const answer = hear();
      say({ kind: "facts" });
      const told = await answer;
      if (told.kind !== "facts") throw new Error(`${program} told no facts.`);
      return told.facts;
    },
    forgetDelays: () => say({ kind: "forget-delays" }),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
